"use client";

import { RotateCw } from "lucide-react";
import Link from "next/link";
import { phaseWords } from "~/components/media/job-words";
import { RelativeTime } from "~/components/media/relative-time";
import { StatusChip } from "~/components/media/status-chip";
import { Button } from "~/components/ui/button";
import { isTerminal, type JobView } from "~/server/jobs/schema";
import { useLiveJob } from "../../live/live-provider";
import { LivePicture } from "../../tiles/live-picture";
import { CancelButton } from "../cancel-button";
import { useRetryJob } from "../use-retry-job";
import { EndPicture } from "./end-picture";

type Props = {
  job: JobView;
  /** Whether its video has a newer job: then there is nothing to retry about this one. */
  isReplaced: boolean;
};

/** One job: what it makes, how far it is, and what can be done about it. */
export function JobRow({ job: listed, isReplaced }: Props) {
  const job = useLiveJob(listed.id) ?? listed;
  const retry = useRetryJob();
  const canRetry = !isReplaced && (job.status === "FAILED" || job.status === "CANCELED");
  return (
    <li className="flex min-h-[88px] flex-wrap items-center gap-4 px-4 py-3 sm:flex-nowrap">
      <div className="relative h-14 w-25 shrink-0 overflow-hidden rounded-sm bg-muted">
        {isTerminal(job.status) ? (
          <EndPicture status={job.status} />
        ) : (
          <LivePicture job={job} className="[&_svg]:h-8" />
        )}
      </div>
      <div className="min-w-0 grow basis-48">
        <Link
          href={`/videos/${job.videoId}`}
          className="line-clamp-2 text-sm font-medium hover:text-primary-ink"
        >
          {job.prompt}
        </Link>
        <p className="mt-1 flex flex-wrap gap-x-3 text-xs text-muted-foreground tabular-nums">
          <span>
            {job.duration} s · {job.quality} · {job.aspectRatio} ·{" "}
            <RelativeTime iso={job.createdAt} />
          </span>
          <Link
            href={`/jobs/${job.id}`}
            className="underline underline-offset-4 hover:text-foreground"
          >
            Details
          </Link>
        </p>
        {job.error ? (
          <p className="mt-1 text-xs text-destructive-ink">{job.error.message}</p>
        ) : null}
      </div>
      <div className="flex shrink-0 items-center gap-3">
        {isTerminal(job.status) ? (
          <StatusChip status={job.status} />
        ) : (
          <span className="text-sm tabular-nums">
            {job.status === "QUEUED" ? phaseWords(job) : `${job.progress} % · ${phaseWords(job)}`}
          </span>
        )}
        {isTerminal(job.status) ? null : <CancelButton job={job} />}
        {canRetry ? (
          <Button
            variant="outline"
            size="sm"
            pending={retry.isPending}
            onClick={() => retry.mutate({ jobId: job.id })}
          >
            <RotateCw aria-hidden /> Retry
          </Button>
        ) : null}
      </div>
    </li>
  );
}
