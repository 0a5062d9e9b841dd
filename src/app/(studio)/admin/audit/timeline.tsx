"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Input } from "~/components/ui/input";
import { Skeleton } from "~/components/ui/skeleton";
import type { AuditAction } from "~/server/admin/schema";
import { api } from "~/trpc/react";
import { FilmStrip } from "../../tiles/live-picture";
import { LoadProblem } from "../../tiles/load-problem";
import { FilterMenu } from "../filter-menu";
import { ActList } from "./act-list";

const ACTIONS: Record<AuditAction | "any", string> = {
  any: "Everything",
  "users.update": "Role, tier, rights",
  "users.updateFailed": "Changes that failed",
  "users.suspend": "Suspensions",
  "users.reinstate": "Let in again",
  "jobs.forceFail": "Jobs stopped",
  "jobs.requeue": "Jobs put back",
  "messages.handle": "Messages dealt with",
  "messages.reopen": "Messages opened again",
};

/** Everything that people with rights have done, newest first. Nothing here can be changed. */
export function Timeline() {
  const [action, setAction] = useState<AuditAction | "any">("any");
  const [typed, setTyped] = useState("");
  const actor = useDeferredValue(typed.trim());
  const acts = api.admin.audit.list.useInfiniteQuery(
    { limit: 25, ...(action === "any" ? {} : { action }), ...(actor ? { actor } : {}) },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
  );
  const items = acts.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = action !== "any" || actor !== "";
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-2">
        <Input
          type="search"
          aria-label="Search by who did it"
          placeholder="Who did it: e-mail or id"
          maxLength={100}
          className="min-w-56 grow basis-56 sm:max-w-sm"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <FilterMenu label="What" value={action} options={ACTIONS} onChange={setAction} />
      </div>
      {acts.isError ? (
        <LoadProblem what="the log" error={acts.error} onRetry={() => void acts.refetch()} />
      ) : null}
      {acts.isLoadingError ? null : (
        <Card className={acts.isPlaceholderData ? "p-5 opacity-60" : "p-5"}>
          {acts.isPending ? <ActSkeletons /> : null}
          {items.length > 0 ? <ActList acts={items} /> : null}
          {acts.isSuccess && items.length === 0 ? (
            <EmptyState
              picture={<FilmStrip isMoving={false} />}
              title={isFiltered ? "Nothing like that in the log" : "Nothing has been done yet"}
            >
              {isFiltered
                ? "Another name or another kind of act may show more."
                : "Each change of a role, a tier or somebody’s job leaves a line here for good."}
            </EmptyState>
          ) : null}
        </Card>
      )}
      {acts.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={acts.isFetchingNextPage}
            onClick={() => void acts.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function ActSkeletons() {
  return (
    <div role="status" aria-label="Loading the log" className="grid gap-5">
      {["a", "b", "c", "d"].map((act) => (
        <div key={act} className="flex gap-4">
          <Skeleton className="size-8 rounded-full" />
          <div className="grow">
            <Skeleton className="h-4 w-2/3" />
            <Skeleton className="mt-2 h-3 w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
