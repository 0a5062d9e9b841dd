"use client";

import { cn } from "~/components/ui/cn";
import type { PartHealth } from "~/server/admin/system/schema";
import { api } from "~/trpc/react";
import { Figure, Tile } from "./tile";

const REFRESH_MS = 30_000;

const LOOKS: Record<PartHealth["status"], { className: string; word: string }> = {
  ok: { className: "bg-success", word: "well" },
  slow: { className: "bg-warning", word: "slow" },
  down: { className: "bg-destructive", word: "down" },
};

/** Whether everything that T2M stands on answers. */
export function SystemTile() {
  const query = api.admin.system.get.useQuery(undefined, { refetchInterval: REFRESH_MS });
  const parts = Object.entries(query.data?.parts ?? {});
  const well = parts.filter(([, { status }]) => status === "ok");
  return (
    <Tile title="System" href="/admin/system" query={query} className="sm:col-span-2">
      {() => (
        <>
          <Figure unit={`of ${parts.length} parts are well`}>{well.length}</Figure>
          <ul className="mt-auto flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted-foreground">
            {parts.map(([name, { status }]) => (
              <li key={name} className="inline-flex items-center gap-1.5">
                <span
                  aria-hidden
                  className={cn("size-2.5 rounded-full", LOOKS[status].className)}
                />
                {name}
                <span className={status === "ok" ? "sr-only" : undefined}>
                  {LOOKS[status].word}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Tile>
  );
}
