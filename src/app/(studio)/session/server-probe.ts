import type { SessionHealthStore } from "~/trpc/session-health";

const WAITS_MS = [2_000, 5_000, 10_000, 20_000, 30_000] as const;

export type ServerProbeOptions = {
  health: SessionHealthStore;
  /** Whether everything that pages need answers. */
  ask: () => Promise<boolean>;
  now: () => number;
  /** @returns how to call it off. */
  schedule: (delayMs: number, run: () => void) => () => void;
  onBack: () => void;
};

/**
 * After a request that found nobody, asks the server itself before the page says that it is away, and
 * then again at growing distances until it is back.
 * @returns how to stop.
 */
export function probeServer(options: ServerProbeOptions): () => void {
  const { health, ask, now, schedule } = options;
  let failures = 0;
  let isAsking = false;
  let cancel: (() => void) | undefined;

  function look() {
    const { isSuspect, health: is } = health.getSnapshot();
    if (!isSuspect || is === "offline" || isAsking || cancel) return;
    // The first look comes soon, but not so soon that a request that fails again could race it.
    askAfter(failures === 0 ? 500 : 0);
  }

  function askAfter(delayMs: number) {
    cancel = schedule(delayMs, () => {
      cancel = undefined;
      void askNow();
    });
  }

  async function askNow() {
    isAsking = true;
    const isThere = await ask().catch(() => false);
    if (isThere) {
      const wasAway = failures > 0;
      failures = 0;
      isAsking = false;
      health.answered();
      if (wasAway) options.onBack();
      return;
    }
    const waitMs = WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 0;
    failures += 1;
    health.serverDown(now() + waitMs);
    isAsking = false;
    askAfter(waitMs);
  }

  const unsubscribe = health.subscribe(look);
  look();
  return () => {
    unsubscribe();
    cancel?.();
  };
}

/** The database, the queue, the storage, and Clerk. */
export async function askServer(): Promise<boolean> {
  const answers = await Promise.all(
    ["/api/system/health", "/api/auth/health"].map((path) => fetch(path, { cache: "no-store" })),
  );
  return answers.every(({ ok }) => ok);
}
