"use client";

import Link from "next/link";
import { useState } from "react";
import { Button, buttonVariants } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { Segmented } from "~/components/ui/segmented";
import type { JobView } from "~/server/jobs/schema";
import { api } from "~/trpc/react";
import { useLive } from "../../live/live-provider";
import { FilmStrip } from "../../tiles/live-picture";
import { LoadProblem } from "../../tiles/load-problem";
import { ConnectionNotice } from "../connection-notice";
import { JobRow } from "./job-row";
import { JobRowSkeletons } from "./job-row-skeletons";

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
  // The list is newest first, so that a job that was retried has its successor in it or live.
  const { jobs: live } = useLive();
  const known = [...items, ...live];
  const isReplaced = ({ videoId, createdAt }: JobView) =>
    known.some((other) => other.videoId === videoId && other.createdAt > createdAt);
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-4">
        <Segmented label="Which jobs" value={filter} onValueChange={setFilter} options={FILTERS} />
        <ConnectionNotice />
      </div>
      {jobs.isPending ? <JobRowSkeletons /> : null}
      {jobs.isError ? (
        <LoadProblem what="your jobs" error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : null}
      {jobs.isSuccess && items.length === 0 ? <NoJobs filter={filter} /> : null}
      {items.length > 0 ? (
        <ul className="divide-y rounded-md border bg-card">
          {items.map((job) => (
            <JobRow key={job.id} job={job} isReplaced={isReplaced(job)} />
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
