"use client";

import { toastProblem } from "~/components/shell/problem-toast";
import { api } from "~/trpc/react";
import { useAnnounceJob } from "../live/live-provider";

/** Starts a job that failed or was canceled once more: a new job for the same video. */
export function useRetryJob() {
  const utils = api.useUtils();
  const announce = useAnnounceJob();
  return api.jobs.retry.useMutation({
    onSuccess({ jobId }) {
      void utils.videos.invalidate();
      void utils.jobs.list.invalidate();
      // Only to show it sooner: the job is accepted, whatever becomes of this question.
      void utils.jobs.get.fetch({ jobId }).then(
        (job) => announce({ ...job, frame: null }),
        () => undefined,
      );
    },
    onError: toastProblem,
  });
}
