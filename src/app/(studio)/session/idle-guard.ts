/** What the person sees of it: nothing, the question whether they are there, or a page that has closed. */
export type IdlePhase =
  | { name: "active" }
  | { name: "warning"; endsAt: number }
  | { name: "expired" };

/** Milliseconds since 1970, shared by all tabs of a browser. */
export type ActivityStamp = {
  /** The last sign of the person. */
  activeAt: number;
  /** When the server was last told of one. */
  reportedAt: number;
};

/** Where the tabs of a browser keep what they share. */
export type SharedStamp = {
  read(): ActivityStamp | null;
  write(stamp: ActivityStamp): void;
  /** @returns how to stop hearing what other tabs write. */
  subscribe(onChange: () => void): () => void;
};

export type IdleLimits = {
  idleSeconds: number;
  warningSeconds: number;
  reportEverySeconds: number;
};

export type IdleGuardOptions = {
  limits: IdleLimits;
  /** The wall clock: it goes on while a laptop sleeps. */
  now: () => number;
  /** @returns how to call it off. */
  schedule: (delayMs: number, run: () => void) => () => void;
  shared: SharedStamp;
  /** Whether work goes on that stands for the person: an upload, a film being watched. */
  isBusy: (now: number) => boolean;
  onPhase: (phase: IdlePhase) => void;
  /** Tells the server. @returns false when it could not be told. */
  report: () => Promise<boolean>;
};

export type IdleGuard = {
  /** The person did something on this page. Does not answer the question by itself. */
  touch(): void;
  /** "Stay signed in". */
  stay(): void;
  /** Looks at the clock: when a page is shown again, or a machine wakes up. */
  check(): void;
  stop(): void;
};

/** How often the clock is looked at while nothing is due, and work is noticed. */
const LOOK_EVERY_MS = 15_000;
const TOUCH_EVERY_MS = 5_000;
const RETRY_REPORT_MS = 15_000;

/**
 * Half an hour without a sign of the person, by the wall clock and over all tabs, ends a sign-in. Pure
 * but for what it is given, so that tests need neither a browser nor time.
 */
export function createIdleGuard(options: IdleGuardOptions): IdleGuard {
  const { now, shared, onPhase } = options;
  const idleMs = options.limits.idleSeconds * 1000;
  const warningMs = options.limits.warningSeconds * 1000;
  const reportEveryMs = options.limits.reportEverySeconds * 1000;
  let phase: IdlePhase = { name: "active" };
  let cancel: () => void = () => undefined;

  const stamp = () => {
    const at = now();
    // The first page of a sign-in tells the server at once.
    return shared.read() ?? { activeAt: at, reportedAt: 0 };
  };

  function enter(next: IdlePhase) {
    const isSame =
      next.name === phase.name &&
      (next.name !== "warning" || phase.name !== "warning" || next.endsAt === phase.endsAt);
    phase = next;
    if (!isSame) onPhase(next);
  }

  function markActive() {
    shared.write({ ...stamp(), activeAt: now() });
  }

  /** What is left of the half hour decides; a machine that slept through it has no work to show. */
  function check() {
    cancel();
    const at = now();
    if (at - stamp().activeAt >= idleMs) {
      enter({ name: "expired" });
      return;
    }
    if (options.isBusy(at)) markActive();
    const { activeAt } = stamp();
    const endsAt = activeAt + idleMs;
    if (at >= endsAt - warningMs) enter({ name: "warning", endsAt });
    else enter({ name: "active" });
    reportIfDue(at);
    const nextAt = phase.name === "warning" ? endsAt : endsAt - warningMs;
    cancel = options.schedule(Math.min(nextAt - at, LOOK_EVERY_MS), check);
  }

  function reportIfDue(at: number) {
    const { activeAt, reportedAt } = stamp();
    if (activeAt <= reportedAt || at - reportedAt < reportEveryMs) return;
    shared.write({ activeAt, reportedAt: at });
    void options.report().then((isTold) => {
      if (isTold) return;
      const retryFrom = now() - reportEveryMs + RETRY_REPORT_MS;
      shared.write({ ...stamp(), reportedAt: Math.min(retryFrom, stamp().activeAt - 1) });
    });
  }

  // A page that opens counts from what the browser's other tabs know.
  shared.write(stamp());
  const unsubscribe = shared.subscribe(check);
  check();

  return {
    touch() {
      if (phase.name !== "active") return check();
      const at = now();
      const { activeAt } = stamp();
      // Before it may count: is it the first movement after a night's sleep?
      if (at - activeAt < idleMs - warningMs && at - activeAt >= TOUCH_EVERY_MS) markActive();
      check();
    },
    stay() {
      if (now() - stamp().activeAt < idleMs) markActive();
      check();
    },
    check,
    stop() {
      cancel();
      unsubscribe();
    },
  };
}
