"use client";

import Link from "next/link";
import { useState } from "react";
import { Button, buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Segmented } from "~/components/ui/segmented";
import { Skeleton } from "~/components/ui/skeleton";
import { api } from "~/trpc/react";
import { FilmStrip } from "../tiles/live-picture";
import { LoadProblem } from "../tiles/load-problem";
import { ConnectionNotice } from "./connection-notice";
import { JobRow } from "./job-row";

const FILTERS = [
  { value: "all", label: "All" },
  { value: "active", label: "Active" },
  { value: "ended", label: "Ended" },
] as const;

type Filter = (typeof FILTERS)[number]["value"];

export function JobsList() {
  const [filter, setFilter] = useState<Filter>("all");
  const jobs = api.jobs.list.useInfiniteQuery(
    { filter, limit: 20 },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
        <Segmented label="Which jobs" value={filter} onValueChange={setFilter} options={FILTERS} />
        <ConnectionNotice />
      </div>
      {jobs.isPending ? <RowSkeletons /> : null}
      {jobs.isError ? (
        <LoadProblem what="your jobs" error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : null}
      {jobs.isSuccess && items.length === 0 ? <NoJobs filter={filter} /> : null}
      {items.length > 0 ? (
        <ul className="divide-y rounded-md border bg-card">
          {items.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      ) : null}
      {jobs.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={jobs.isFetchingNextPage}
            onClick={() => void jobs.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function NoJobs({ filter }: { filter: Filter }) {
  return (
    <EmptyState
      picture={<FilmStrip isMoving={false} />}
      title={filter === "active" ? "Nothing is running" : "No jobs yet"}
      action={
        <Link href="/dashboard" className={buttonVariants()}>
          Make a video
        </Link>
      }
    >
      {filter === "active"
        ? "Videos that are being made show here."
        : "Each video you make is a job here."}
    </EmptyState>
  );
}

function RowSkeletons() {
  return (
    <div role="status" aria-label="Loading jobs" className="divide-y rounded-md border bg-card">
      {["a", "b", "c", "d", "e", "f"].map((row) => (
        <div key={row} className="flex h-[88px] items-center gap-4 px-4">
          <Skeleton className="h-14 w-25 rounded-sm" />
          <div className="grow">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="mt-2 h-4 w-40" />
          </div>
        </div>
      ))}
    </div>
  );
}
