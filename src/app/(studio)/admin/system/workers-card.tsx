import Link from "next/link";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { Progress } from "~/components/ui/progress";
import type { SystemView, WorkerView } from "~/server/admin/system/schema";
import { inSpan } from "./words";

/** Who renders, and what. */
export function WorkersCard({ workers }: { workers: SystemView["workers"] }) {
  return (
    <Card className="mt-4 p-4 sm:p-5">
      <section aria-label="Workers">
        <h2 className="mb-3 text-base font-semibold">Workers</h2>
        {workers === null ? (
          <p className="text-sm text-muted-foreground">Unknown while the database is away.</p>
        ) : workers.length === 0 ? (
          <p className="text-sm text-muted-foreground">
            None runs, so videos stay in the queue. Start one with{" "}
            <code className="font-mono text-xs">npm run worker</code>.
          </p>
        ) : (
          <ul className="divide-y">
            {workers.map((worker) => (
              <WorkerRow key={worker.id} worker={worker} />
            ))}
          </ul>
        )}
      </section>
    </Card>
  );
}

function WorkerRow({ worker }: { worker: WorkerView }) {
  const { id, slots, jobs, isAlive, heartbeatAgeSeconds } = worker;
  return (
    <li className="grid gap-2 py-3 first:pt-0 last:pb-0 sm:grid-cols-[14rem_1fr] sm:gap-6">
      <div className="min-w-0 text-sm">
        <p className="flex items-center gap-2">
          <span className="truncate font-mono text-xs" title={id}>
            {id}
          </span>
          <Badge variant={isAlive ? "success" : "destructive"}>
            {isAlive ? "alive" : "silent"}
          </Badge>
        </p>
        <p className="mt-1 text-muted-foreground tabular-nums">
          heard {inSpan(heartbeatAgeSeconds)} ago · {jobs.length} of {slots}{" "}
          {slots === 1 ? "slot" : "slots"} busy
        </p>
      </div>
      {jobs.length === 0 ? (
        <p className="text-sm text-muted-foreground sm:self-center">Nothing to do just now.</p>
      ) : (
        <ul className="space-y-2">
          {jobs.map((job) => (
            <li key={job.id} className="text-sm">
              <div className="mb-1 flex justify-between gap-4">
                <Link
                  href={`/admin/jobs?search=${job.id}`}
                  className="truncate font-mono text-xs text-primary-ink hover:underline"
                >
                  {job.id}
                </Link>
                <span className="shrink-0 text-muted-foreground tabular-nums">
                  {job.phase} · {job.progress} %
                </span>
              </div>
              <Progress label={`Job ${job.id}`} value={job.progress} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
