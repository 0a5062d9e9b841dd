"use client";

import dynamic from "next/dynamic";
import { useCallback, useEffect, useRef } from "react";
import { useSteadyUrl } from "~/components/media/steady-url";
import { BrokenSource } from "~/components/player/broken-source";
import type { useSource } from "~/components/player/use-source";
import { Skeleton } from "~/components/ui/skeleton";
import type { FileView } from "~/server/files/schema";
import { reportBusy } from "../session/busy-work";

const VideoPlayer = dynamic(
  () => import("~/components/player/video-player").then((it) => it.VideoPlayer),
  { loading: () => <Skeleton className="aspect-video w-full" /> },
);

type FilmContentProps = { file: FileView; source: ReturnType<typeof useSource> };

/** A film in the one player, as high as the dialog allows. */
export function FilmContent({ file, source }: FilmContentProps) {
  const [posterUrl] = useSteadyUrl(file.posterUrl);
  const stopBusy = useRef<(() => void) | null>(null);
  useEffect(() => () => stopBusy.current?.(), []);
  const tellWatching = useCallback((isWatching: boolean) => {
    stopBusy.current?.();
    stopBusy.current = isWatching ? reportBusy("video") : null;
  }, []);

  const { width, height } = sizeOf(file);
  if (!source.url) return <Skeleton className="aspect-video w-full" />;
  return (
    <div
      className="relative w-full"
      style={{ maxWidth: `calc((100dvh - 10rem) * ${width / height})` }}
    >
      <VideoPlayer
        src={source.url}
        poster={posterUrl}
        label={file.filename}
        width={width}
        height={height}
        duration={file.durationSeconds}
        captionsUrl={file.captionsUrl?.url ?? null}
        onSourceLost={source.renew}
        onWatchingChange={tellWatching}
      />
      {source.isBroken ? <BrokenSource onRetry={source.startOver} /> : null}
    </div>
  );
}

/** Wide until somebody has looked at an upload. */
function sizeOf({ width, height }: FileView): { width: number; height: number } {
  return width && height ? { width, height } : { width: 16, height: 9 };
}
