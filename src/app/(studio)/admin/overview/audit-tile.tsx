"use client";

import { api } from "~/trpc/react";
import { ActList } from "../audit/act-list";
import { Tile } from "./tile";

/** What people with rights did last. */
export function AuditTile() {
  const query = api.admin.audit.list.useQuery({ limit: 3 });
  const acts = query.data?.items ?? [];
  return (
    <Tile title="Done last" href="/admin/audit" query={query} className="sm:col-span-2">
      {() =>
        acts.length > 0 ? (
          <div className="pt-2">
            <ActList acts={acts} />
          </div>
        ) : (
          <p className="text-sm text-muted-foreground">
            Nothing yet. Each change of a role, a tier or somebody’s job leaves a line.
          </p>
        )
      }
    </Tile>
  );
}
