"use client";

import { formatBytes } from "~/components/media/format";
import { api } from "~/trpc/react";
import { Bars } from "./bars";
import { Figure, Tile } from "./tile";

/** How many people there are, and what they keep. */
export function PeopleTiles() {
  const query = api.admin.users.summary.useQuery();
  const {
    members = 0,
    premium = 0,
    suspended = 0,
    storageBytes = 0,
    joined = [],
  } = query.data ?? {};
  const came = joined.reduce((sum, { people }) => sum + people, 0);
  return (
    <>
      <Tile title="People" href="/admin/users" query={query} className="sm:col-span-2">
        {() => (
          <>
            <Figure
              unit={`${members === 1 ? "member" : "members"} · ${came} new in two weeks${suspended > 0 ? ` · ${suspended} suspended` : ""}`}
            >
              {members}
            </Figure>
            <Bars
              summary={`By the day over two weeks: ${came} people joined.`}
              bars={joined.map(({ day, people }) => ({
                key: day,
                parts: [{ className: "bg-primary", value: people }],
              }))}
            />
          </>
        )}
      </Tile>
      <Tile title="Premium" href="/admin/users" query={query}>
        {() => (
          <>
            <Figure unit={`of ${members}`}>{premium}</Figure>
            <div
              aria-hidden
              className="mt-auto h-2 overflow-hidden rounded-full bg-secondary-hover"
            >
              <div
                className="h-full rounded-full bg-primary"
                style={{ width: `${members > 0 ? (premium / members) * 100 : 0}%` }}
              />
            </div>
          </>
        )}
      </Tile>
      <Tile title="Storage" href="/admin/users" query={query}>
        {() => (
          <>
            <Figure unit="kept">{formatBytes(storageBytes)}</Figure>
            <p className="mt-auto text-sm text-muted-foreground tabular-nums">
              {members > 0
                ? `${formatBytes(storageBytes / members)} a person`
                : "Nobody is here yet"}
            </p>
          </>
        )}
      </Tile>
    </>
  );
}
