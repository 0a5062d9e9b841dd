"use client";

import { ProgressRing } from "~/components/ui/progress-ring";
import { api } from "~/trpc/react";
import { Bars } from "./bars";
import { Figure, Tile } from "./tile";

const REFRESH_MS = 10_000;

/** What was made in the last day, how well it went, and what is going on now. */
export function JobsTiles() {
  const query = api.admin.jobs.summary.useQuery(undefined, { refetchInterval: REFRESH_MS });
  const hours = query.data?.hours ?? [];
  const sum = (end: "succeeded" | "failed" | "canceled") =>
    hours.reduce((all, hour) => all + hour[end], 0);
  const [succeeded, failed, canceled] = [sum("succeeded"), sum("failed"), sum("canceled")];
  const judged = succeeded + failed;
  return (
    <>
      <Tile title="Ended in 24 hours" href="/admin/jobs" query={query} className="sm:col-span-2">
        {() => (
          <>
            <Figure unit={`made · ${failed} failed · ${canceled} canceled`}>{succeeded}</Figure>
            <Bars
              summary={`By the hour over the last day: ${succeeded} made, ${failed} failed, ${canceled} canceled.`}
              bars={hours.map((hour) => ({
                key: hour.hour,
                parts: [
                  { className: "bg-success", value: hour.succeeded },
                  { className: "bg-destructive", value: hour.failed },
                  { className: "bg-muted-foreground", value: hour.canceled },
                ],
              }))}
            />
          </>
        )}
      </Tile>
      <Tile title="Success" href="/admin/jobs" query={query}>
        {() =>
          judged === 0 ? (
            <p className="text-sm text-muted-foreground">
              Nothing has been made or failed in the last day.
            </p>
          ) : (
            <div className="flex grow items-center gap-4">
              <ProgressRing label={null} value={(succeeded / judged) * 100} className="size-16" />
              <div>
                <Figure unit="%">{Math.floor((succeeded / judged) * 100)}</Figure>
                <p className="text-sm text-muted-foreground tabular-nums">of {judged}</p>
              </div>
            </div>
          )
        }
      </Tile>
      <Tile title="Now" href="/admin/jobs" query={query}>
        {() => (
          <>
            <Figure unit="running">{query.data?.running}</Figure>
            <Queue waiting={query.data?.waiting ?? 0} running={query.data?.running ?? 0} />
          </>
        )}
      </Tile>
    </>
  );
}

const MOST_BEADS = 24;

/** The line as beads: filled ones run, rings wait. */
function Queue({ waiting, running }: { waiting: number; running: number }) {
  const filled = Math.min(running, MOST_BEADS);
  const rings = Math.min(waiting, MOST_BEADS - filled);
  return (
    <div className="mt-auto">
      <div aria-hidden className="mb-2 flex flex-wrap gap-1.5">
        {Array.from({ length: filled + rings }, (_, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: beads are alike; only how many counts
            key={at}
            className={
              at < filled
                ? "size-3 rounded-full bg-primary"
                : "size-3 rounded-full border-2 border-border-strong"
            }
          />
        ))}
      </div>
      <p className="text-sm text-muted-foreground tabular-nums">
        {waiting === 0 ? "Nobody waits" : `${waiting} waiting`}
      </p>
    </div>
  );
}
