"use client";

import Link from "next/link";
import { RelativeTime } from "~/components/media/relative-time";
import { Button } from "~/components/ui/button";
import { Skeleton } from "~/components/ui/skeleton";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";
import { BatchBar } from "./batch-bar";
import { BatchChip } from "./batch-chip";

const REFRESH_MS = 5_000;

/** Batches so far, newest first. Absent while there is none. */
export function BatchList() {
  const batches = api.batches.list.useInfiniteQuery(
    { limit: 10 },
    {
      getNextPageParam: (page) => page.nextCursor,
      refetchInterval: ({ state }) =>
        state.data?.pages[0]?.items.some((batch) => batch.state === "RUNNING") ? REFRESH_MS : false,
    },
  );
  const items = batches.data?.pages.flatMap((page) => page.items) ?? [];
  if (batches.isSuccess && items.length === 0) return null;
  return (
    <section aria-labelledby="batches" className="mt-12">
      <h2 id="batches" className="mb-4 text-lg font-semibold">
        Batches so far
      </h2>
      {batches.isPending ? <Skeleton className="h-24 rounded-md" /> : null}
      {batches.isError ? (
        <LoadProblem
          what="your batches"
          error={batches.error}
          onRetry={() => void batches.refetch()}
        />
      ) : null}
      <ul className="space-y-3">
        {items.map((batch) => (
          <li key={batch.id}>
            <Link
              href={`/premium/batch-processing/${batch.id}`}
              className="block rounded-md border bg-card p-4 transition-colors hover:border-border-strong"
            >
              <span className="flex flex-wrap items-center justify-between gap-2">
                <span className="text-sm font-medium wrap-anywhere">{batch.name}</span>
                <BatchChip state={batch.state} />
              </span>
              <span className="mt-1 block text-xs text-muted-foreground tabular-nums">
                {batch.rows} {batch.rows === 1 ? "row" : "rows"} ·{" "}
                <RelativeTime iso={batch.createdAt} />
              </span>
              <BatchBar batch={batch} className="mt-3" />
            </Link>
          </li>
        ))}
      </ul>
      {batches.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={batches.isFetchingNextPage}
            onClick={() => void batches.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </section>
  );
}
