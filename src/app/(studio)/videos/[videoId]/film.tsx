"use client";

import { useSteadyUrl } from "~/components/media/steady-url";
import { VideoPlayer } from "~/components/player/video-player";
import type { JobUpdate, JobView } from "~/server/jobs/schema";
import { frameSize } from "~/server/platform/generators/schema";
import type { VideoView } from "~/server/videos/schema";
import { BrokenSource } from "./broken-source";
import { Making } from "./making";
import { useSource } from "./use-source";
import { useWatchedFilm } from "./use-watched-film";

export type FilmProps = {
  video: VideoView;
  job: JobView | JobUpdate;
  refetch: () => Promise<{ isError: boolean }>;
  /** Plays of itself once it is there, where the browser allows that. */
  startsPlaying?: boolean;
};

/** The player, or in its place the film as it is being drawn. */
export function Film({ video, job, refetch, startsPlaying = false }: FilmProps) {
  const source = useSource(video.urls.video, refetch);
  const watched = useWatchedFilm(video.id);
  const [poster] = useSteadyUrl(video.urls.poster);
  const { width, height } = frameSize(video.recipe.quality, video.recipe.aspectRatio);
  if (!source.url) return <Making job={job} width={width} height={height} />;
  return (
    <div className="relative">
      <VideoPlayer
        src={source.url}
        poster={poster}
        label={video.prompt.slice(0, 120)}
        width={width}
        height={height}
        startsPlaying={startsPlaying}
        onSourceLost={source.renew}
        {...watched}
      />
      {source.isBroken ? <BrokenSource onRetry={source.startOver} /> : null}
    </div>
  );
}
