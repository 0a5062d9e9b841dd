"use client";

import { CircleX, RotateCw } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { toastProblem } from "~/components/shell/problem-toast";
import { Button } from "~/components/ui/button";
import type { StaffJobView } from "~/server/admin/schema";
import { isTerminal } from "~/server/jobs/schema";
import { api } from "~/trpc/react";
import { ConfirmDialog } from "../confirm/confirm-dialog";

/** Stops a job as failed, or gives it another chance. */
export function JobActs({ job }: { job: StaffJobView }) {
  const [isAsking, setIsAsking] = useState(false);
  const utils = api.useUtils();
  const onError = toastProblem;
  const fail = api.admin.jobs.forceFail.useMutation({
    onSuccess: async () => {
      await utils.admin.jobs.invalidate();
      const onClick = () => requeue.mutate({ jobId: job.id });
      toast("Stopped.", { action: { label: "Put it back", onClick }, duration: 10_000 });
    },
    onError,
    onSettled: () => setIsAsking(false),
  });
  const requeue = api.admin.jobs.requeue.useMutation({
    onSuccess: async () => {
      await utils.admin.jobs.invalidate();
      toast("It waits for its turn again.");
    },
    onError,
  });
  const isOver = isTerminal(job.status);
  const canRequeue = !job.isReplaced && job.status !== "SUCCEEDED" && job.status !== "QUEUED";
  return (
    <div className="flex flex-wrap gap-2 empty:hidden lg:w-54 lg:justify-end lg:empty:block">
      {canRequeue ? (
        <Button
          variant="outline"
          size="sm"
          pending={requeue.isPending}
          onClick={() => requeue.mutate({ jobId: job.id })}
        >
          <RotateCw aria-hidden /> Put back
        </Button>
      ) : null}
      {isOver ? null : (
        <Button variant="ghost" size="sm" onClick={() => setIsAsking(true)}>
          <CircleX aria-hidden /> Stop it
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title="Stop this job as failed?"
        confirmLabel="Stop it"
        isDestructive
        asksWhy
        isPending={fail.isPending}
        onConfirm={(reason) => fail.mutate({ jobId: job.id, reason })}
      >
        Its worker stops at once and takes the next one. {job.owner.email} reads that you stopped
        it, and can try again.
      </ConfirmDialog>
    </div>
  );
}
