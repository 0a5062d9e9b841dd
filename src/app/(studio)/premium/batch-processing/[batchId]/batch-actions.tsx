"use client";

import { Pause, Play, X } from "lucide-react";
import { useState } from "react";
import { toastProblem } from "~/components/shell/problem-toast";
import { Button } from "~/components/ui/button";
import type { BatchDetail } from "~/server/batches/schema";
import { api } from "~/trpc/react";

/** Pause, resume, cancel. Canceling asks once more in place: a thousand rows do not come back. */
export function BatchActions({ batch }: { batch: BatchDetail }) {
  const utils = api.useUtils();
  const [isAsking, setIsAsking] = useState(false);
  const after = {
    onSuccess: (next: BatchDetail) => utils.batches.get.setData({ batchId: next.id }, next),
    onError: toastProblem,
  };
  const pause = api.batches.pause.useMutation(after);
  const resume = api.batches.resume.useMutation(after);
  const cancel = api.batches.cancel.useMutation({ ...after, onSettled: () => setIsAsking(false) });
  const batchId = batch.id;
  const left = batch.counts.waiting + batch.counts.running;
  if (left === 0) return null;
  if (isAsking) {
    return (
      <fieldset aria-label="Cancel the batch?" className="flex flex-wrap gap-2">
        <Button
          variant="destructive"
          pending={cancel.isPending}
          onClick={() => cancel.mutate({ batchId })}
        >
          Cancel {left} {left === 1 ? "row" : "rows"}
        </Button>
        <Button variant="outline" onClick={() => setIsAsking(false)}>
          Keep them
        </Button>
      </fieldset>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {batch.state === "PAUSED" ? (
        <Button pending={resume.isPending} onClick={() => resume.mutate({ batchId })}>
          <Play aria-hidden /> Resume
        </Button>
      ) : (
        <Button
          variant="outline"
          pending={pause.isPending}
          onClick={() => pause.mutate({ batchId })}
        >
          <Pause aria-hidden /> Pause
        </Button>
      )}
      <Button variant="ghost" onClick={() => setIsAsking(true)}>
        <X aria-hidden /> Cancel
      </Button>
    </div>
  );
}
