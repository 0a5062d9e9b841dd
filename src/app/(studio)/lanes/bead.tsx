import Link from "next/link";
import { cn } from "~/components/ui/cn";
import { Tooltip } from "~/components/ui/tooltip";
import type { QueuedJob } from "~/server/queue/schema";
import { inSeconds } from "./words";

const DOT = "size-4 rounded-full";

/** Somebody else's job: that it is there, and no more. */
export function StrangersBead() {
  return <span className={cn(DOT, "bg-border-strong")} />;
}

/** Where one's own next video would stand. */
export function NextBead() {
  return <span className={cn(DOT, "border-2 border-dashed border-primary bg-card")} />;
}

/** One's own job: it leads to itself, and says when it is expected to start. */
export function OwnBead({ job }: { job: QueuedJob }) {
  const when = inSeconds(job.startsInSeconds);
  return (
    <span className="relative grid justify-items-center">
      <Tooltip content={`${job.prompt.slice(0, 80)} · ${when}`}>
        <Link
          href={`/jobs/${job.jobId}`}
          aria-label={`${job.prompt.slice(0, 80)}: place ${job.position + 1}, ${when}`}
          className="grid size-6 place-items-center rounded-full"
        >
          <span className={cn(DOT, "bg-primary ring-3 ring-primary/25")} />
        </Link>
      </Tooltip>
    </span>
  );
}
