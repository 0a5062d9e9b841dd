import type { ReactNode } from "react";
import { formatBytes } from "~/components/media/format";
import { Card } from "~/components/ui/card";
import type { SystemView } from "~/server/admin/system/schema";
import { inSpan } from "./words";

function Figures({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="min-w-0 p-4 sm:p-5">
      <section aria-label={title}>
        <h2 className="mb-3 text-base font-semibold">{title}</h2>
        {children}
      </section>
    </Card>
  );
}

function Lines({ lines }: { lines: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-sm">
      {lines.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{name}</dt>
          <dd className="text-right font-medium tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const UNKNOWN = "unknown";

export function QueueCard({ queue }: { queue: SystemView["queue"] }) {
  const count = (value: number | undefined) => value?.toLocaleString("en") ?? UNKNOWN;
  const oldest = queue?.oldestWaitSeconds;
  return (
    <Figures title="Queue">
      <Lines
        lines={[
          ["Waiting", count(queue?.waiting)],
          ["Admitted", count(queue?.admitted)],
          ["Running", count(queue?.running)],
          ["Longest wait", queue ? (oldest == null ? "nobody waits" : inSpan(oldest)) : UNKNOWN],
        ]}
      />
    </Figures>
  );
}

export function StorageCard({ storage }: { storage: SystemView["storage"] }) {
  const { usedBytes, freeBytes, totalBytes } = storage;
  const taken = freeBytes !== null && totalBytes ? 1 - freeBytes / totalBytes : null;
  const sizeOf = (bytes: number | null) => (bytes === null ? UNKNOWN : formatBytes(bytes));
  return (
    <Figures title="Storage">
      <Lines
        lines={[
          ["Files of members", sizeOf(usedBytes)],
          ["Free on its disk", sizeOf(freeBytes)],
          ["Size of its disk", sizeOf(totalBytes)],
        ]}
      />
      {taken === null ? null : (
        <div
          role="img"
          aria-label={`${Math.round(taken * 100)} percent of the disk is taken`}
          className="mt-4 h-2 overflow-hidden rounded-full bg-secondary-hover"
        >
          <div
            className={taken > 0.9 ? "h-full bg-destructive" : "h-full bg-primary"}
            style={{ width: `${Math.max(1, taken * 100)}%` }}
          />
        </div>
      )}
    </Figures>
  );
}

export function VersionsCard({ system }: { system: SystemView }) {
  const { versions, uptimeSeconds } = system;
  return (
    <Figures title="This process">
      <Lines
        lines={[
          ["Up for", inSpan(uptimeSeconds)],
          ["T2M", versions.t2m],
          ["Node.js", versions.node],
          ["PostgreSQL", versions.postgres ?? UNKNOWN],
        ]}
      />
    </Figures>
  );
}
