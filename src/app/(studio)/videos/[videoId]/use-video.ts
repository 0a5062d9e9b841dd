"use client";

import { useEffect } from "react";
import { isTerminal } from "~/server/jobs/schema";
import type { VideoDetails, VideoView } from "~/server/videos/schema";
import { api } from "~/trpc/react";
import { useLiveJob } from "../../live/live-provider";

/** A video with the newest word on its job; asked for again once that has ended. */
export function useVideo(initial: VideoView | VideoDetails) {
  const initialData = { storyboard: null, ...initial };
  const query = api.videos.get.useQuery({ videoId: initial.id }, { initialData });
  const video = query.data;
  const job = useLiveJob(video.job.id) ?? video.job;
  const { refetch } = query;

  const hasEndedElsewhere = isTerminal(job.status) && !isTerminal(video.status);
  useEffect(() => {
    if (hasEndedElsewhere) void refetch();
  }, [hasEndedElsewhere, refetch]);

  return { video, job, refetch };
}
