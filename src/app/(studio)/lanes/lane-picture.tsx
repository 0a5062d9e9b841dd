import Link from "next/link";
import { cn } from "~/components/ui/cn";
import { ProgressRing } from "~/components/ui/progress-ring";
import type { Tier } from "~/server/accounts/schema";
import type { Head, Lane, LineView } from "~/server/queue/schema";
import { NextBead, OwnBead, StrangersBead } from "./bead";

const NAMES: Record<Tier, string> = { premium: "Priority", free: "Standard" };

type Props = {
  line: LineView;
  /** Slots of all live workers. */
  slots: number;
  /** Draws where one's own next video would stand. */
  withNext?: boolean;
};

/** Who is being served and who waits: a track for each tier, workers' heads at its left end. */
export function LanePicture({ line, slots, withNext = false }: Props) {
  const busy = line.lanes.reduce((sum, { heads }) => sum + heads.length, 0);
  return (
    <div className="space-y-3">
      {line.lanes.map((lane) => (
        <LaneTrack key={lane.tier} lane={lane} withNext={withNext} />
      ))}
      <p className="text-sm text-muted-foreground">
        {slots === 0
          ? "No worker is running: everything waits until one is back."
          : `${Math.min(busy, slots)} of ${slots} ${slots === 1 ? "worker is" : "workers are"} busy.`}
      </p>
    </div>
  );
}

function LaneTrack({ lane, withNext }: { lane: Lane; withNext: boolean }) {
  const beads = lane.beads.filter(({ isNext }) => withNext || !isNext);
  const waiting = lane.beads.filter(({ isNext }) => !isNext).length + lane.more;
  return (
    <section aria-label={`${NAMES[lane.tier]} lane`}>
      <div className="mb-1.5 flex items-baseline justify-between gap-4 text-sm">
        <h3 className="font-medium">{NAMES[lane.tier]}</h3>
        <p className="text-muted-foreground tabular-nums">
          {waiting === 0 ? "nobody waits" : `${waiting} waiting`}
        </p>
      </div>
      <ol className="flex min-h-14 flex-wrap items-center gap-2 rounded-md border bg-muted px-3 py-2">
        {lane.heads.map((head, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: strangers' jobs have no name here.
          <li key={`head-${place}`} className="grid">
            <WorkerHead head={head} />
          </li>
        ))}
        {lane.heads.length > 0 && beads.length > 0 ? (
          <li aria-hidden className="mx-1 h-6 border-l" />
        ) : null}
        {beads.map((bead, place) => (
          <li
            key={bead.mine?.jobId ?? `bead-${place}`}
            aria-hidden={bead.mine ? undefined : true}
            className={cn("grid size-6 place-items-center", bead.mine && "z-10")}
          >
            {bead.mine ? (
              <OwnBead job={bead.mine} />
            ) : bead.isNext ? (
              <NextBead />
            ) : (
              <StrangersBead />
            )}
          </li>
        ))}
        {lane.more > 0 ? (
          <li className="text-sm text-muted-foreground tabular-nums">+{lane.more}</li>
        ) : null}
      </ol>
    </section>
  );
}

function WorkerHead({ head }: { head: Head }) {
  const ring = (
    <ProgressRing
      label={head.mine ? null : "Somebody's video in the works"}
      value={head.progress}
      className={cn(
        "size-7 animate-pulse motion-reduce:animate-none",
        !head.mine && "[&_circle:last-child]:stroke-muted-foreground",
      )}
    />
  );
  if (!head.mine) return ring;
  return (
    <Link
      href={`/jobs/${head.mine.jobId}`}
      aria-label={`${head.mine.prompt.slice(0, 80)}: in the works, ${head.progress} %`}
      className="grid rounded-full"
    >
      {ring}
    </Link>
  );
}
