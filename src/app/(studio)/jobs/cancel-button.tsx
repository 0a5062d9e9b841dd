"use client";

import { X } from "lucide-react";
import { toast } from "sonner";
import { toastProblem } from "~/components/shell/problem-toast";
import { Button, type ButtonProps } from "~/components/ui/button";
import type { JobView } from "~/server/jobs/schema";
import { api } from "~/trpc/react";
import { useRetryJob } from "./use-retry-job";

type Props = { job: JobView; size?: ButtonProps["size"] };

/** Stops a job at once; the toast offers to start it again. */
export function CancelButton({ job, size = "sm" }: Props) {
  const retry = useRetryJob();
  const cancel = api.jobs.cancel.useMutation({
    onSuccess: () =>
      toast("Canceled.", {
        action: { label: "Make it after all", onClick: () => retry.mutate({ jobId: job.id }) },
        duration: 10_000,
      }),
    onError: toastProblem,
  });
  const isIcon = size === "icon-sm" || size === "icon";
  return (
    <Button
      variant={isIcon ? "ghost" : "outline"}
      size={size}
      aria-label={isIcon ? `Cancel ${job.prompt.slice(0, 60)}` : undefined}
      pending={cancel.isPending}
      onClick={() => cancel.mutate({ jobId: job.id })}
    >
      <X aria-hidden />
      {isIcon ? null : "Cancel"}
    </Button>
  );
}
