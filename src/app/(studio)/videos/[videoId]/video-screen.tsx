"use client";

import { useEffect } from "react";
import { useSteadyUrl } from "~/components/media/steady-url";
import { VideoPlayer } from "~/components/player/video-player";
import { isTerminal } from "~/server/jobs/schema";
import { frameSize } from "~/server/platform/generators/schema";
import type { VideoView } from "~/server/videos/schema";
import { api } from "~/trpc/react";
import { useLiveJob } from "../../live/live-provider";
import { BrokenSource } from "./broken-source";
import { Making } from "./making";
import { Recipe } from "./recipe";
import { useSource } from "./use-source";
import { VideoActions } from "./video-actions";

/** One video: the player in the centre, or the film as it is being drawn. */
export function VideoScreen({ initial }: { initial: VideoView }) {
  const query = api.videos.get.useQuery({ videoId: initial.id }, { initialData: initial });
  const video = query.data;
  const job = useLiveJob(video.job.id) ?? video.job;
  const { refetch } = query;
  const source = useSource(video.urls.video, refetch);
  const [poster] = useSteadyUrl(video.urls.poster);

  const hasEndedElsewhere = isTerminal(job.status) && !isTerminal(video.status);
  useEffect(() => {
    if (hasEndedElsewhere) void refetch();
  }, [hasEndedElsewhere, refetch]);

  const size = frameSize(video.recipe.quality, video.recipe.aspectRatio);
  return (
    <div className="mx-auto grid w-full max-w-7xl gap-8 px-4 py-6 sm:px-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:py-10">
      <div className="min-w-0">
        {source.url ? (
          <div className="relative">
            <VideoPlayer
              src={source.url}
              poster={poster}
              label={video.prompt.slice(0, 120)}
              width={size.width}
              height={size.height}
              onSourceLost={source.renew}
            />
            {source.isBroken ? <BrokenSource onRetry={source.startOver} /> : null}
          </div>
        ) : (
          <Making job={job} width={size.width} height={size.height} />
        )}
        <h1 className="mt-5 text-lg leading-7 font-semibold text-pretty wrap-anywhere">
          {video.prompt}
        </h1>
        <VideoActions video={video} />
      </div>
      <Recipe video={video} />
    </div>
  );
}
