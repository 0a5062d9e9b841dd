"use client";

import { useEffect } from "react";
import { Skeleton } from "~/components/ui/skeleton";
import { api } from "~/trpc/react";
import { ConnectionNotice } from "../../jobs/connection-notice";
import { useActiveJobs } from "../../live/live-provider";
import { LoadProblem } from "../../tiles/load-problem";
import { QueueView } from "./queue-view";

const LANES_MS = 4_000;
const WAITS_MS = 60_000;

/** The queue, live: asked again every few seconds, and at once when a job of one's own moves. */
export function QueueScreen() {
  const lanes = api.queue.lanes.useQuery(undefined, { refetchInterval: LANES_MS });
  const waits = api.queue.waits.useQuery(undefined, { refetchInterval: WAITS_MS });
  const { refetch } = lanes;
  const moves = useActiveJobs()
    .map(({ id, status }) => id + status)
    .join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move is the reason to ask.
  useEffect(() => void refetch(), [moves, refetch]);

  if (lanes.isPending) return <QueueSkeleton />;
  if (!lanes.data) {
    return (
      <LoadProblem what="the queue" error={lanes.error} onRetry={() => void lanes.refetch()} />
    );
  }
  return (
    <>
      <div className="mb-4 empty:hidden">
        <ConnectionNotice />
      </div>
      <QueueView
        lanes={lanes.data}
        waits={waits.data ?? null}
        problem={
          waits.isError && !waits.data ? (
            <LoadProblem
              what="the waits"
              error={waits.error}
              onRetry={() => void waits.refetch()}
            />
          ) : null
        }
      />
    </>
  );
}

function QueueSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the queue"
      className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <Skeleton className="h-80 rounded-md" />
      <Skeleton className="h-80 rounded-md" />
    </div>
  );
}
