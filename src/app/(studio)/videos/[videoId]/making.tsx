"use client";

import { RotateCw } from "lucide-react";
import { phaseWords } from "~/components/media/job-words";
import { StatusChip } from "~/components/media/status-chip";
import { Button } from "~/components/ui/button";
import { isTerminal, type JobUpdate, type JobView } from "~/server/jobs/schema";
import { CancelButton } from "../../jobs/cancel-button";
import { ConnectionNotice } from "../../jobs/connection-notice";
import { useRetryJob } from "../../jobs/use-retry-job";
import { LivePicture } from "../../tiles/live-picture";

type Props = { job: JobView | JobUpdate; width: number; height: number };

/** Where the player will stand, while there is nothing to play yet – or nothing came of it. */
export function Making({ job, width, height }: Props) {
  const retry = useRetryJob();
  const isOver = isTerminal(job.status);
  return (
    <section aria-label="How far it is">
      <div
        className="relative mx-auto max-h-[78vh] w-full overflow-hidden rounded-md border bg-muted"
        style={{ aspectRatio: `${width} / ${height}` }}
      >
        <LivePicture job={job} />
      </div>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-4">
        {isOver ? (
          <div className="space-y-2">
            <StatusChip status={job.status} />
            {job.error ? (
              <p className="text-sm text-muted-foreground">{job.error.message}</p>
            ) : null}
          </div>
        ) : (
          <div>
            <p role="status" className="text-base font-medium tabular-nums">
              {job.status === "QUEUED" ? phaseWords(job) : `${job.progress} % · ${phaseWords(job)}`}
            </p>
            <p className="text-sm text-muted-foreground">
              You can close this page. It goes on without you.
            </p>
          </div>
        )}
        <div className="flex items-center gap-2">
          <ConnectionNotice />
          {isOver ? (
            <Button pending={retry.isPending} onClick={() => retry.mutate({ jobId: job.id })}>
              <RotateCw aria-hidden /> Try again
            </Button>
          ) : (
            <CancelButton job={job} />
          )}
        </div>
      </div>
    </section>
  );
}
