"use client";

import { useEffect, useRef, useState } from "react";
import { errorSentence, isRetriable } from "~/trpc/errors";
import { api } from "~/trpc/react";
import { useAnnounceJob } from "../../live/live-provider";
import type { Draft } from "./draft";

/** Submits a draft once per click, however often the network makes it try. */
export function useGenerate({ onDone }: { onDone: (prompt: string) => void }) {
  const utils = api.useUtils();
  const announce = useAnnounceJob();
  const [waitSeconds, setWaitSeconds] = useState(0);
  const unanswered = useRef<{ body: string; key: string } | null>(null);

  const mutation = api.videos.generate.useMutation({
    onSuccess({ jobId }, { prompt }) {
      unanswered.current = null;
      onDone(prompt);
      void utils.videos.list.invalidate();
      // Only to show it sooner: the job is accepted, whatever becomes of this question.
      void utils.jobs.get.fetch({ jobId }).then(
        (job) => announce({ ...job, frame: null }),
        () => undefined,
      );
    },
    onError(error) {
      if (!isRetriable(error)) unanswered.current = null;
      setWaitSeconds(Math.ceil(error.data?.retryAfterSeconds ?? 0));
    },
  });

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const timer = setTimeout(() => setWaitSeconds(waitSeconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [waitSeconds]);

  return {
    isPending: mutation.isPending,
    isDone: mutation.isSuccess,
    waitSeconds,
    problem: mutation.isError ? errorSentence(mutation.error) : null,
    submit(draft: Draft) {
      if (mutation.isPending) return;
      // A click whose answer was lost keeps its key, so that asking again cannot start a second job.
      const body = JSON.stringify(draft);
      if (unanswered.current?.body !== body) {
        unanswered.current = { body, key: crypto.randomUUID() };
      }
      mutation.mutate({ ...draft, idempotencyKey: unanswered.current.key });
    },
  };
}
