"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Segmented } from "~/components/ui/segmented";
import { Skeleton } from "~/components/ui/skeleton";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";
import { MessageCard } from "./message-card";
import { EmptyTray } from "./pictures";

const FILTERS = [
  { value: "open", label: "Open" },
  { value: "handled", label: "Dealt with" },
  { value: "all", label: "All" },
] as const;

type Filter = (typeof FILTERS)[number]["value"];

/** What people wrote on the contact page. */
export function MessagesList() {
  const [filter, setFilter] = useState<Filter>("open");
  const messages = api.admin.messages.list.useInfiniteQuery(
    { filter, limit: 20 },
    { getNextPageParam: (page) => page.nextCursor },
  );
  const items = messages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Segmented
        label="Which messages"
        value={filter}
        onValueChange={setFilter}
        options={FILTERS}
        className="mb-4"
      />
      {messages.isPending ? <MessageSkeletons /> : null}
      {messages.isError ? (
        <LoadProblem
          what="the messages"
          error={messages.error}
          onRetry={() => void messages.refetch()}
        />
      ) : null}
      {messages.isSuccess && items.length === 0 ? (
        <EmptyState
          picture={<EmptyTray />}
          title={filter === "open" ? "Nobody waits for an answer" : "No messages here"}
        >
          What people write on the contact page arrives here.
        </EmptyState>
      ) : null}
      <ul aria-label="Messages" className="grid gap-3">
        {items.map((message) => (
          <MessageCard key={message.id} message={message} />
        ))}
      </ul>
      {messages.hasNextPage ? (
        <div className="mt-4 text-center">
          <Button
            variant="outline"
            pending={messages.isFetchingNextPage}
            onClick={() => void messages.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      ) : null}
    </>
  );
}

function MessageSkeletons() {
  return (
    <div role="status" aria-label="Loading messages" className="grid gap-3">
      {["a", "b", "c"].map((message) => (
        <Card key={message} className="h-40 p-5">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="mt-4 h-4 w-full" />
          <Skeleton className="mt-2 h-4 w-2/3" />
        </Card>
      ))}
    </div>
  );
}
