"use client";

import { Card } from "~/components/ui/card";
import { Skeleton } from "~/components/ui/skeleton";
import type { SystemView } from "~/server/admin/system/schema";
import { api } from "~/trpc/react";
import { LoadProblem } from "../../tiles/load-problem";
import { QueueCard, StorageCard, VersionsCard } from "./figures";
import { Topology } from "./topology/topology";
import { WorkersCard } from "./workers-card";

const REFRESH_MS = 5_000;

const clock = new Intl.DateTimeFormat("en", { timeStyle: "medium" });

/** How everything is now, asked again every few seconds while somebody looks. */
export function SystemScreen() {
  const system = api.admin.system.get.useQuery(undefined, { refetchInterval: REFRESH_MS });
  const { data } = system;
  return (
    <>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 className="text-xl font-semibold">System</h1>
        <p className="text-sm text-muted-foreground tabular-nums">
          {data ? `As of ${clock.format(new Date(data.checkedAt))}` : " "}
          {data && system.isError ? " · it does not answer any more" : ""}
        </p>
      </div>
      {system.isError && !data ? (
        <LoadProblem
          what="the system's health"
          error={system.error}
          onRetry={() => void system.refetch()}
        />
      ) : null}
      {system.isPending ? <Waiting /> : null}
      {data ? <Shown system={data} isAnswering={!system.isError} /> : null}
    </>
  );
}

function Shown({ system, isAnswering }: { system: SystemView; isAnswering: boolean }) {
  return (
    <>
      <Topology system={system} isAnswering={isAnswering} />
      <div className="mt-4 grid gap-4 md:grid-cols-3">
        <QueueCard queue={system.queue} />
        <StorageCard storage={system.storage} />
        <VersionsCard system={system} />
      </div>
      <WorkersCard workers={system.workers} />
    </>
  );
}

function Waiting() {
  return (
    <div aria-busy="true">
      <span className="sr-only">Loading</span>
      <Card className="p-4">
        <Skeleton className="mx-auto aspect-[340/316] w-full max-w-md lg:aspect-[960/340] lg:max-w-none" />
      </Card>
      <div className="mt-4 grid gap-4 md:grid-cols-3">
        {["queue", "storage", "versions"].map((name) => (
          <Card key={name} className="p-4 sm:p-5">
            <Skeleton className="h-32 w-full" />
          </Card>
        ))}
      </div>
    </div>
  );
}
