import { isTerminal, type JobUpdate, type JobView } from "~/server/jobs/schema";

/** "live": the stream is open. "polling": it is down and the list is asked for now and then. */
export type Connection = "connecting" | "live" | "polling" | "offline";

export type LiveState = {
  connection: Connection;
  /** The newest word on each job that this browser has heard of, oldest job first. */
  jobs: readonly JobUpdate[];
};

export type LiveStore = ReturnType<typeof createLiveStore>;

/** What this tab knows about running jobs; React reads it through `useSyncExternalStore`. */
export function createLiveStore(known: readonly JobView[] = []) {
  const initial: LiveState = {
    connection: "connecting",
    jobs: known.map((job) => ({ ...job, frame: null })).sort(byAge),
  };
  let state = initial;
  const listeners = new Set<() => void>();

  function set(next: Partial<LiveState>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  return {
    getSnapshot: () => state,
    /** As it was when the server drew the page. */
    getInitial: () => initial,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    setConnection(connection: Connection) {
      if (connection !== state.connection) set({ connection });
    },
    /** @returns true when lists look different now: it began or ended its job. */
    apply(update: JobUpdate): boolean {
      const known = state.jobs.find((job) => job.id === update.id);
      if (known && !isNewer(update, known)) return false;
      const merged = { ...update, frame: update.frame ?? known?.frame ?? null };
      const others = state.jobs.filter((job) => job.id !== update.id);
      set({ jobs: [...others, merged].sort(byAge) });
      return !known || isTerminal(update.status);
    },
  };
}

function byAge(a: JobView, b: JobView): number {
  return a.createdAt.localeCompare(b.createdAt);
}

const ORDER = ["QUEUED", "RUNNING", "FINALIZING", "SUCCEEDED", "FAILED", "CANCELED"];

// A poll and the stream can overtake each other. Work given back to the queue may fall to QUEUED again,
// with its progress kept, so only what has ended is final.
function isNewer(update: JobUpdate, known: JobUpdate): boolean {
  if (isTerminal(known.status)) return false;
  if (update.progress !== known.progress) return update.progress > known.progress;
  return ORDER.indexOf(update.status) >= ORDER.indexOf(known.status) || update.status === "QUEUED";
}
