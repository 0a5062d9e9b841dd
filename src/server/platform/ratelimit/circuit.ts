/**
 * Remembers that a backend is down, so that only one caller per `pauseMs` waits to find out.
 * @param now - the clock that the pause is measured with.
 */
export function createCircuit(now: () => Date, pauseMs: number) {
  let failedAt: number | null = null;
  let isProbing = false;

  return {
    /** May this caller ask the backend? Whoever may, reports `succeed` or `fail` afterwards. */
    enter(): boolean {
      if (failedAt === null) return true;
      if (isProbing || now().getTime() - failedAt < pauseMs) return false;
      isProbing = true;
      return true;
    },
    succeed(): void {
      failedAt = null;
      isProbing = false;
    },
    /** @returns true when this failure is the one that opened the circuit. */
    fail(): boolean {
      const wasClosed = failedAt === null;
      failedAt = now().getTime();
      isProbing = false;
      return wasClosed;
    },
    /** Seconds until the backend is asked again, at least 1. */
    retryAfterSeconds(): number {
      const left = failedAt === null ? 0 : failedAt + pauseMs - now().getTime();
      return Math.max(1, Math.ceil(left / 1000));
    },
  };
}
