import type { PartHealth, SystemView } from "~/server/admin/system/schema";

/** What the picture shows of an edge: never by colour alone. */
export type EdgeState = { status: PartHealth["status"] | "unknown"; label: string };

export type BoxName =
  | "browser"
  | "web"
  | "database"
  | "storage"
  | "limiter"
  | "identity"
  | "workers";

export type Place = { x: number; y: number; width: number; height: number };

/** Where boxes stand, in units of the view box. */
export type Plan = { width: number; height: number; places: Record<BoxName, Place> };

const at = (x: number, y: number, width = 176, height = 60): Place => ({ x, y, width, height });

export const WIDE: Plan = {
  width: 960,
  height: 340,
  places: {
    browser: at(8, 140, 140),
    web: at(224, 140, 160),
    database: at(488, 8),
    storage: at(488, 96),
    limiter: at(488, 184),
    identity: at(488, 272),
    workers: at(776, 52),
  },
};

export const TALL: Plan = {
  width: 340,
  height: 316,
  places: {
    browser: at(8, 8, 124, 56),
    web: at(8, 112, 124, 56),
    limiter: at(182, 8, 150, 56),
    identity: at(182, 88, 150, 56),
    storage: at(182, 168, 150, 56),
    database: at(182, 248, 150, 56),
    workers: at(8, 236, 124, 56),
  },
};

export type Edge = { from: BoxName; to: BoxName; state: EdgeState };

/** What is connected to what, and how that is just now. */
export function edgesOf(system: SystemView, isAnswering: boolean): Edge[] {
  const { parts, workers } = system;
  const alive = workers?.filter(({ isAlive }) => isAlive) ?? null;
  const part = (name: keyof SystemView["parts"]): EdgeState => stateOf(parts[name]);
  const working: EdgeState =
    alive === null
      ? { status: "unknown", label: "unknown" }
      : alive.length > 0
        ? stateOf(parts.queue)
        : { status: "down", label: "no worker" };
  return [
    {
      from: "browser",
      to: "web",
      state: isAnswering ? { status: "ok", label: "answers" } : { status: "down", label: "down" },
    },
    { from: "web", to: "database", state: part("database") },
    { from: "web", to: "storage", state: part("storage") },
    { from: "web", to: "limiter", state: part("limiter") },
    { from: "web", to: "identity", state: part("identity") },
    { from: "database", to: "workers", state: working },
    {
      from: "storage",
      to: "workers",
      state: alive?.length
        ? { status: part("storage").status, label: "" }
        : { ...working, label: "" },
    },
  ];
}

function stateOf({ status, latencyMs }: PartHealth): EdgeState {
  if (status === "down") return { status, label: "down" };
  if (latencyMs === null) return { status, label: status };
  const latency = latencyMs < 1000 ? `${latencyMs} ms` : `${(latencyMs / 1000).toFixed(1)} s`;
  return { status, label: `${latency}${status === "slow" ? ", slow" : ""}` };
}

/** For a plan without room for words: the dashes of the lines say which are slow. */
export function withShortLabels(edges: readonly Edge[]): Edge[] {
  return edges.map(({ state, ...edge }) => ({
    ...edge,
    state: { ...state, label: state.label.replace(", slow", "") },
  }));
}
