"use client";

import { api } from "~/trpc/react";
import { Figure, Tile } from "./tile";

/** How many people wait for an answer, and who wrote last. */
export function MessagesTile() {
  const query = api.admin.messages.list.useQuery({ limit: 1 });
  const newest = query.data?.items[0];
  return (
    <Tile title="Messages" href="/admin/messages" query={query} className="sm:col-span-2">
      {() => (
        <>
          <Figure unit="open">{query.data?.open}</Figure>
          <p className="mt-auto line-clamp-2 text-sm wrap-anywhere text-muted-foreground">
            {newest ? `${newest.name}: ${newest.message}` : "Nobody waits for an answer."}
          </p>
        </>
      )}
    </Tile>
  );
}
