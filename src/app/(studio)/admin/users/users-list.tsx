"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { MissingFrame } from "~/components/brand/pictures";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import type { Viewer } from "~/server/accounts/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";
import { NO_FILTERS, UserFilters, type UserFilterValues } from "./user-filters";
import { COLUMNS, UserRow } from "./user-row";
import { UserRowSkeletons } from "./user-row-skeletons";

/** Everybody with an account: find, look, change. */
export function UsersList({ viewer }: { viewer: Viewer }) {
  const [filters, setFilters] = useState<UserFilterValues>(NO_FILTERS);
  const { search, role, tier, state, sort } = useDeferredValue(filters);
  const users = api.admin.users.list.useInfiniteQuery(
    {
      limit: 25,
      sort,
      ...(search.trim() ? { search: search.trim() } : {}),
      ...(role === "any" ? {} : { role }),
      ...(tier === "any" ? {} : { tier }),
      ...(state === "any" ? {} : { isSuspended: state === "suspended" }),
    },
    { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
  );
  const items = users.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <UserFilters value={filters} onChange={setFilters} />
      {users.isError ? (
        <LoadProblem what="the people" error={users.error} onRetry={() => void users.refetch()} />
      ) : null}
      {users.isLoadingError ? null : (
        <Card className={users.isPlaceholderData ? "opacity-60" : undefined}>
          <div
            aria-hidden
            className={`hidden gap-x-4 border-b px-4 py-2 text-xs text-muted-foreground lg:grid ${COLUMNS}`}
          >
            <span>Person</span>
            <span>Role</span>
            <span>Tier</span>
            <span>May do</span>
            <span>Keeps</span>
          </div>
          {users.isPending ? <UserRowSkeletons /> : null}
          {items.length > 0 ? (
            <ul aria-label="People" className="divide-y">
              {items.map((user) => (
                <UserRow key={user.id} user={user} viewer={viewer} />
              ))}
            </ul>
          ) : null}
          {users.isSuccess && items.length === 0 ? (
            <EmptyState
              picture={<MissingFrame />}
              title="Nobody like that"
              action={<Button onClick={() => setFilters(NO_FILTERS)}>Show everybody</Button>}
            >
              No account matches this search.
            </EmptyState>
          ) : null}
        </Card>
      )}
      {users.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={users.isFetchingNextPage}
            onClick={() => void users.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}
