"use client";

import { useSteadyUrl } from "~/components/media/steady-url";
import { BrokenSource } from "~/components/player/broken-source";
import { useSource } from "~/components/player/use-source";
import { VideoPlayer } from "~/components/player/video-player";
import type { JobUpdate, JobView } from "~/server/jobs/schema";
import { frameSize } from "~/server/platform/generators/schema";
import type { VideoView } from "~/server/videos/schema";
import { Making } from "./making";
import { useWatchedFilm } from "./use-watched-film";

export type FilmProps = {
  video: VideoView;
  job: JobView | JobUpdate;
  refetch: () => Promise<{ isError: boolean }>;
  /** Plays of itself once it is there, where the browser allows that. */
  startsPlaying?: boolean;
  /** Where it stands now, in seconds. */
  onTime?: (seconds: number) => void;
};

/** The player, or in its place the film as it is being drawn. */
export function Film({ video, job, refetch, startsPlaying = false, onTime }: FilmProps) {
  const source = useSource(video.urls.video, refetch);
  const watched = useWatchedFilm(video.id, onTime);
  const [poster] = useSteadyUrl(video.urls.poster);
  const [sprite] = useSteadyUrl(video.urls.sprite);
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
        duration={video.duration}
        storyboard={sprite && video.sprite ? { url: sprite, ...video.sprite } : null}
        captionsUrl={video.urls.captions?.url ?? null}
        startsPlaying={startsPlaying}
        onSourceLost={source.renew}
        {...watched}
      />
      {source.isBroken ? <BrokenSource onRetry={source.startOver} /> : null}
    </div>
  );
}
