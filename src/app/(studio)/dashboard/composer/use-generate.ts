"use client";

import { useRef } from "react";
import type { GenerateVideoInput } from "~/server/videos/schema";
import { errorSentence, isRetriable } from "~/trpc/errors";
import { api } from "~/trpc/react";
import { useWaitSeconds } from "~/trpc/use-wait-seconds";
import { useAnnounceJob } from "../../live/live-provider";

type Wish = Omit<GenerateVideoInput, "idempotencyKey">;
type Options = { onDone: (prompt: string, made: { videoId: string; jobId: string }) => void };

/** Submits a wish once per click, however often the network makes it try. */
export function useGenerate({ onDone }: Options) {
  const utils = api.useUtils();
  const announce = useAnnounceJob();
  const unanswered = useRef<{ body: string; key: string } | null>(null);

  const mutation = api.videos.generate.useMutation({
    onSuccess(made, { prompt }) {
      const { jobId } = made;
      unanswered.current = null;
      onDone(prompt, made);
      void utils.videos.list.invalidate();
      // Only to show it sooner: the job is accepted, whatever becomes of this question.
      void utils.jobs.get.fetch({ jobId }).then(
        (job) => announce({ ...job, frame: null }),
        () => undefined,
      );
    },
    onError(error) {
      if (!isRetriable(error)) unanswered.current = null;
    },
  });

  const waitSeconds = useWaitSeconds(mutation.error);

  return {
    isPending: mutation.isPending,
    isDone: mutation.isSuccess,
    waitSeconds,
    problem: mutation.isError ? errorSentence(mutation.error) : null,
    submit(wish: Wish) {
      if (mutation.isPending) return;
      // A click whose answer was lost keeps its key, so that asking again cannot start a second job.
      const body = JSON.stringify(wish);
      if (unanswered.current?.body !== body) {
        unanswered.current = { body, key: crypto.randomUUID() };
      }
      mutation.mutate({ ...wish, idempotencyKey: unanswered.current.key });
    },
  };
}
