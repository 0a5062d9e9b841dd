import {
  Cpu,
  Database,
  Gauge,
  HardDrive,
  KeyRound,
  type LucideIcon,
  Monitor,
  Server,
} from "lucide-react";
import { formatBytes } from "~/components/media/format";
import { Card } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import type { SystemView } from "~/server/admin/system/schema";
import { inSpan } from "../words";
import { EdgeLabel, EdgeLine } from "./edge";
import {
  type BoxName,
  type Edge,
  edgesOf,
  type Place,
  type Plan,
  TALL,
  WIDE,
  withShortLabels,
} from "./picture";

const BOXES: Record<BoxName, { title: string; Icon: LucideIcon }> = {
  browser: { title: "Browser", Icon: Monitor },
  web: { title: "Web", Icon: Server },
  database: { title: "Database", Icon: Database },
  storage: { title: "Storage", Icon: HardDrive },
  limiter: { title: "Limiter", Icon: Gauge },
  identity: { title: "Clerk", Icon: KeyRound },
  workers: { title: "Workers", Icon: Cpu },
};

type TopologyProps = { system: SystemView; isAnswering: boolean };

/** What T2M is made of, and how each connection is just now. */
export function Topology({ system, isAnswering }: TopologyProps) {
  const edges = edgesOf(system, isAnswering);
  const notes = notesOf(system);
  return (
    <Card className="p-4">
      <figure>
        <Drawing plan={WIDE} edges={edges} notes={notes} className="hidden lg:block" />
        <Drawing
          plan={TALL}
          edges={withShortLabels(edges)}
          notes={notes}
          className="mx-auto max-w-md lg:hidden"
        />
        <figcaption className="sr-only">
          <ul>
            {edges
              .filter(({ state }) => state.label)
              .map(({ from, to, state }) => (
                <li key={`${from} ${to}`}>
                  {BOXES[from].title} to {BOXES[to].title}: {state.label}
                </li>
              ))}
          </ul>
        </figcaption>
      </figure>
    </Card>
  );
}

function notesOf({ uptimeSeconds, versions, storage, parts, workers, queue }: SystemView) {
  const slots = workers?.filter(({ isAlive }) => isAlive).reduce((sum, it) => sum + it.slots, 0);
  return {
    browser: "this page",
    web: `up ${inSpan(uptimeSeconds)}`,
    database: versions.postgres ? `PostgreSQL ${versions.postgres.split(" ")[0]}` : "away",
    storage: storage.freeBytes === null ? "away" : `${formatBytes(storage.freeBytes)} free`,
    limiter: parts.limiter.status === "down" ? "counting alone" : "counting",
    identity: parts.identity.status === "down" ? "away" : "signing in",
    workers: slots === undefined ? "unknown" : `${queue?.running ?? 0} of ${slots} slots`,
  } satisfies Record<BoxName, string>;
}

type DrawingProps = {
  plan: Plan;
  edges: readonly Edge[];
  notes: Record<BoxName, string>;
  className: string;
};

function Drawing({ plan, edges, notes, className }: DrawingProps) {
  const brokenBoxes = new Set(
    edges.filter(({ state }) => state.status === "down").map(({ to }) => to),
  );
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      className={cn("h-auto w-full", className)}
    >
      {edges.map(({ from, to, state }) => (
        <EdgeLine
          key={`${from} ${to}`}
          from={plan.places[from]}
          to={plan.places[to]}
          state={state}
        />
      ))}
      {(Object.keys(BOXES) as BoxName[]).map((name) => (
        <Box
          key={name}
          {...BOXES[name]}
          place={plan.places[name]}
          note={notes[name]}
          isBroken={brokenBoxes.has(name)}
        />
      ))}
      {edges.map(({ from, to, state }) => (
        <EdgeLabel
          key={`${from} ${to}`}
          from={plan.places[from]}
          to={plan.places[to]}
          state={state}
        />
      ))}
    </svg>
  );
}

type BoxProps = { title: string; Icon: LucideIcon; place: Place; note: string; isBroken: boolean };

function Box({ title, Icon, place, note, isBroken }: BoxProps) {
  const { x, y, width, height } = place;
  const middle = y + height / 2;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={10}
        strokeWidth={1.5}
        className={
          isBroken
            ? "fill-destructive-tint stroke-destructive"
            : "fill-background stroke-border-strong"
        }
      />
      <Icon x={x + 12} y={middle - 10} width={20} height={20} className="text-muted-foreground" />
      <text x={x + 42} y={middle - 4} className="fill-foreground text-sm font-semibold">
        {title}
      </text>
      <text x={x + 42} y={middle + 14} className="fill-muted-foreground text-xs">
        {note}
      </text>
    </g>
  );
}
