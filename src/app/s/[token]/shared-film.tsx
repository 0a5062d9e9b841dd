"use client";

import { Download } from "lucide-react";
import { ExpiryRing } from "~/components/media/expiry-ring";
import { saveFile } from "~/components/media/save-file";
import { useSteadyUrl } from "~/components/media/steady-url";
import { BrokenSource } from "~/components/player/broken-source";
import { parseTimeCode } from "~/components/player/time-code";
import { useSource } from "~/components/player/use-source";
import { VideoPlayer } from "~/components/player/video-player";
import { Button } from "~/components/ui/button";
import type { SharedVideo } from "~/server/shares/schema";

type Props = { video: SharedVideo; renew: () => Promise<{ isError: boolean }> };

/** The film in the centre, whose it is, how long the link lasts; the file where that is allowed. */
export function SharedFilm({ video, renew }: Props) {
  const source = useSource(video.urls.video, renew);
  const [poster] = useSteadyUrl(video.urls.poster);
  const [sprite] = useSteadyUrl(video.urls.sprite);
  const { captions, download } = video.urls;
  return (
    <article>
      <div className="relative">
        <VideoPlayer
          src={source.url ?? video.urls.video.url}
          poster={poster}
          label={video.title.slice(0, 120)}
          width={video.width ?? 16}
          height={video.height ?? 9}
          duration={video.duration}
          storyboard={sprite && video.sprite ? { url: sprite, ...video.sprite } : null}
          captionsUrl={captions?.url ?? null}
          onSourceLost={source.renew}
          readStart={() => parseTimeCode(new URLSearchParams(location.search).get("t")) ?? 0}
        />
        {source.isBroken ? <BrokenSource onRetry={source.startOver} /> : null}
      </div>
      <div className="mt-5 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-lg leading-7 font-semibold text-pretty wrap-anywhere">
            {video.title}
          </h1>
          <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted-foreground">
            {video.makerName ? <span>Made by {video.makerName}</span> : null}
            <ExpiryRing from={video.sharedAt} until={video.expiresAt} />
          </p>
        </div>
        {download ? (
          <Button variant="outline" onClick={() => saveFile(download.url)}>
            <Download aria-hidden /> Download
          </Button>
        ) : null}
      </div>
    </article>
  );
}
