"use client";

import Link from "next/link";
import { ProgressRing } from "~/components/ui/progress-ring";
import { useActiveJobs, useLive } from "./live-provider";

const WORDS = {
  connecting: "Connecting",
  live: "Live",
  polling: "Checking every 5 s",
  offline: "Offline",
} as const;

const DOTS = {
  connecting: "bg-border-strong",
  live: "bg-success",
  polling: "bg-warning",
  offline: "bg-destructive",
} as const;

/** For the shell: how all running jobs together are doing, and whether that is live. */
export function Activity() {
  const { connection } = useLive();
  const jobs = useActiveJobs();
  const mean = jobs.reduce((sum, job) => sum + job.progress, 0) / Math.max(1, jobs.length);
  return (
    <div className="flex items-center gap-4 text-sm text-muted-foreground">
      {jobs.length > 0 ? (
        <Link
          href="/jobs"
          className="touch-target flex items-center gap-2 rounded-sm hover:text-foreground"
        >
          <ProgressRing label="Progress of all running jobs" value={mean} />
          <span className="tabular-nums">
            {jobs.length} {jobs.length === 1 ? "job" : "jobs"}
          </span>
        </Link>
      ) : null}
      <span role="status" className="flex items-center gap-2" title={WORDS[connection]}>
        <span aria-hidden className={`size-2 rounded-full ${DOTS[connection]}`} />
        <span className="sr-only sm:not-sr-only">{WORDS[connection]}</span>
      </span>
    </div>
  );
}
