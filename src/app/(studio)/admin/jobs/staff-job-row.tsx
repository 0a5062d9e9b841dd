"use client";

import Link from "next/link";
import { RelativeTime } from "~/components/media/relative-time";
import { StatusChip } from "~/components/media/status-chip";
import { Progress } from "~/components/ui/progress";
import { can, type Viewer } from "~/server/accounts/schema";
import type { StaffJobView } from "~/server/admin/schema";
import { isTerminal } from "~/server/jobs/schema";
import { JobActs } from "./job-acts";
import { Prompt } from "./prompt";

type Props = { job: StaffJobView; viewer: Viewer; showsPrompt: boolean };

/** One job of anybody: whose, what state, what the machine said, what can be done. */
export function StaffJobRow({ job, viewer, showsPrompt }: Props) {
  const isRunning = job.status === "RUNNING" || job.status === "FINALIZING";
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-4 lg:grid-cols-[minmax(0,1fr)_14rem_auto] lg:items-center">
      <div className="min-w-0">
        <Prompt job={job} isShown={showsPrompt} />
        <p className="mt-1 text-xs wrap-anywhere text-muted-foreground tabular-nums">
          {can(viewer, "users:read") ? (
            <Link
              href={`/admin/users/${job.owner.id}`}
              className="underline-offset-4 hover:text-foreground hover:underline"
            >
              {job.owner.email}
            </Link>
          ) : (
            job.owner.email
          )}{" "}
          · {job.duration} s · {job.quality} · {job.aspectRatio} ·{" "}
          <RelativeTime iso={job.createdAt} />
        </p>
        {job.error || job.detail ? (
          <p className="mt-1 text-xs wrap-anywhere text-muted-foreground">
            {job.error ? (
              <span className="font-mono text-destructive-ink">{job.error.code} </span>
            ) : null}
            {job.detail}
          </p>
        ) : null}
      </div>
      <div>
        <div className="flex flex-wrap items-center gap-2 text-xs text-muted-foreground tabular-nums">
          <StatusChip status={job.status} />
          {job.attempt > 1 ? <span>attempt {job.attempt}</span> : null}
          {job.isReplaced && isTerminal(job.status) ? <span>tried again since</span> : null}
        </div>
        {isRunning ? (
          <div className="mt-2">
            <Progress label="How far it is" value={job.progress} />
            <p className="mt-1 text-xs text-muted-foreground tabular-nums">
              {job.progress} % · last sign of life <RelativeTime iso={job.updatedAt} />
            </p>
          </div>
        ) : null}
      </div>
      <JobActs job={job} />
    </li>
  );
}
