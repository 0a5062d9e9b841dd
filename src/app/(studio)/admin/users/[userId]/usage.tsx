import { formatBinary } from "~/app/(site)/pricing/quantities";
import { statusWord } from "~/components/media/job-words";
import { Card } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import { ProgressRing } from "~/components/ui/progress-ring";
import type { UserDetails } from "~/server/admin/schema";
import { JobStatus } from "~/server/jobs/schema";

const COLOURS: Record<JobStatus, string> = {
  QUEUED: "bg-border-strong",
  RUNNING: "bg-primary",
  FINALIZING: "bg-primary",
  SUCCEEDED: "bg-success",
  FAILED: "bg-destructive",
  CANCELED: "bg-muted-foreground",
};

/** How much of the tier somebody uses, and how their jobs ended, as one bar. */
export function Usage({ details: { usage, entitlements, jobs } }: { details: UserDetails }) {
  const all = JobStatus.options.reduce((sum, status) => sum + jobs[status], 0);
  const shown = JobStatus.options.filter((status) => jobs[status] > 0);
  return (
    <Card className="p-5">
      <h2 className="mb-4 font-semibold">Use</h2>
      <div className="mb-5 flex items-center gap-3">
        <ProgressRing
          label="Storage used"
          value={(usage.storageBytes / entitlements.storageBytes) * 100}
          className="size-10"
        />
        <p className="text-sm tabular-nums">
          {formatBinary(usage.storageBytes)} of {formatBinary(entitlements.storageBytes)}
          <br />
          <span className="text-muted-foreground">
            {usage.videos} {usage.videos === 1 ? "video" : "videos"}
          </span>
        </p>
      </div>
      {all === 0 ? (
        <p className="text-sm text-muted-foreground">No jobs yet.</p>
      ) : (
        <>
          <div aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full">
            {shown.map((status) => (
              <span
                key={status}
                className={cn("min-w-1", COLOURS[status])}
                style={{ width: `${(jobs[status] / all) * 100}%` }}
              />
            ))}
          </div>
          <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted-foreground tabular-nums">
            {shown.map((status) => (
              <li key={status} className="inline-flex items-center gap-1.5">
                <span aria-hidden className={cn("size-2 rounded-full", COLOURS[status])} />
                {statusWord(status)} {jobs[status]}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
