/** Why a render is stopped before its end. */
export type StopReason =
  /** Cancelled, or somebody else's by now: there is nothing left to do. */
  | "lost"
  /** This process ends: the job goes back. */
  | "released"
  /** It takes too long. */
  | "late";

export type Stopper = {
  signal: AbortSignal;
  /** The first reason given. */
  readonly reason: StopReason | undefined;
  stop(reason: StopReason): void;
  /** Whether the job is this process's. */
  isClaimed: boolean;
  /** From here on the job is finished even when the process is asked to end. */
  commit(): void;
};

export function createStopper(): Stopper {
  const controller = new AbortController();
  let reason: StopReason | undefined;
  let isCommitted = false;
  return {
    signal: controller.signal,
    isClaimed: false,
    get reason() {
      return reason;
    },
    stop(why) {
      if (reason || (isCommitted && why !== "lost")) return;
      reason = why;
      controller.abort(new Error(`The render was stopped: ${why}.`));
    },
    commit() {
      isCommitted = true;
    },
  };
}
