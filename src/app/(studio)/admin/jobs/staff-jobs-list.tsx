"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { Eye, EyeOff } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Input } from "~/components/ui/input";
import { can, type Viewer } from "~/server/accounts/schema";
import { api } from "~/trpc/react";
import { JobRowSkeletons } from "../../jobs/(list)/job-row-skeletons";
import { FilmStrip } from "../../tiles/live-picture";
import { LoadProblem } from "../../tiles/load-problem";
import { FilterMenu } from "../filter-menu";
import { StaffJobRow } from "./staff-job-row";

const FILTERS = {
  active: "Waiting and running",
  waiting: "Waiting",
  running: "Running",
  failed: "Failed",
  ended: "Ended",
  all: "All states",
} as const;

const AGES = {
  "0": "Any age",
  "10": "Over 10 minutes",
  "60": "Over an hour",
  "1440": "Over a day",
};

const REFRESH_MS = 5_000;

/** Everybody's jobs, with what can be done about one that is stuck. */
export function StaffJobsList({ viewer }: { viewer: Viewer }) {
  const [filter, setFilter] = useState<keyof typeof FILTERS>("active");
  const [age, setAge] = useState<keyof typeof AGES>("0");
  const [typed, setTyped] = useState("");
  const [showsPrompts, setShowsPrompts] = useState(false);
  const owner = useDeferredValue(typed.trim());
  const jobs = api.admin.jobs.list.useInfiniteQuery(
    {
      filter,
      limit: 25,
      ...(owner ? { owner } : {}),
      ...(age === "0" ? {} : { olderThanMinutes: Number(age) }),
    },
    {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
      refetchInterval: REFRESH_MS,
    },
  );
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        <Input
          type="search"
          aria-label="Search by owner"
          placeholder="Owner: e-mail or id"
          maxLength={100}
          className="min-w-56 grow basis-56 sm:max-w-sm"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <FilterMenu label="State" value={filter} options={FILTERS} onChange={setFilter} />
        <FilterMenu label="Age" value={age} options={AGES} onChange={setAge} />
        {can(viewer, "moderation:write") ? (
          <Button
            variant="ghost"
            className="sm:ml-auto"
            onClick={() => setShowsPrompts((isShown) => !isShown)}
          >
            {showsPrompts ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            {showsPrompts ? "Cover prompts" : "Show prompts"}
          </Button>
        ) : null}
      </div>
      {jobs.isPending ? <JobRowSkeletons /> : null}
      {jobs.isError ? (
        <LoadProblem what="the jobs" error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : null}
      {items.length > 0 ? (
        <Card className={jobs.isPlaceholderData ? "opacity-60" : undefined}>
          <ul aria-label="Jobs" className="divide-y">
            {items.map((job) => (
              <StaffJobRow key={job.id} job={job} viewer={viewer} showsPrompt={showsPrompts} />
            ))}
          </ul>
        </Card>
      ) : null}
      {jobs.isSuccess && items.length === 0 ? (
        <EmptyState
          picture={<FilmStrip isMoving={false} />}
          title={filter === "active" ? "Nothing waits and nothing runs" : "No such jobs"}
        >
          {filter === "active"
            ? "Jobs of everybody show here while they are being made."
            : "Another state, age or owner may show more."}
        </EmptyState>
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
