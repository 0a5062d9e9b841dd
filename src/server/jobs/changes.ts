import type { Events } from "~/server/platform/events";
import { jobsTopic } from "./context";

export type Changes = {
  /** What changed since the last call: job ids, or "all" when news may be missing. */
  next(options: { waitMs: number }): Promise<Set<string> | "all">;
  /** Says that news was lost: the next call answers "all". */
  lose(): void;
  stop(): void;
};

/**
 * What changes among a person's jobs. Holds ids only, each once: a slow reader costs no memory and
 * gets the newest state instead of every step.
 */
export async function followChanges(
  events: Events,
  ownerId: string,
  signal: AbortSignal,
): Promise<Changes> {
  let changed: Set<string> | "all" = new Set();
  let wake: () => void = () => undefined;

  const mark = (ids: Set<string> | "all") => {
    changed = ids === "all" || changed === "all" ? "all" : changed.union(ids);
    wake();
  };
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort, { once: true });
  const unsubscribe = await events.subscribe(jobsTopic(ownerId), {
    onEvent: ({ jobId }) => mark(new Set([String(jobId)])),
    onReconnect: () => mark("all"),
  });

  return {
    async next({ waitMs }) {
      if (changed !== "all" && changed.size === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, waitMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const taken = changed;
      changed = new Set();
      return taken;
    },
    lose: () => mark("all"),
    stop() {
      signal.removeEventListener("abort", onAbort);
      unsubscribe();
    },
  };
}
