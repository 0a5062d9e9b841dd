import { setTimeout as pause } from "node:timers/promises";

const STEPS = 5;

/** What a caller waited for did not come in time. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/**
 * Waits for `work`, at most `milliseconds` in which this process could have heard the answer: the
 * time goes in steps, and a stalled event loop costs one step, since an answer that already lies
 * in the socket is no fault of the backend.
 * @throws DeadlineError
 */
export async function withDeadline<Value>(
  work: Promise<Value>,
  milliseconds: number,
): Promise<Value> {
  const done = new AbortController();
  async function expire(): Promise<never> {
    for (let step = 0; step < STEPS; step++) {
      await pause(milliseconds / STEPS, undefined, { signal: done.signal });
    }
    throw new DeadlineError(`no answer within ${milliseconds} ms`);
  }
  try {
    return await Promise.race([work, expire()]);
  } finally {
    done.abort();
    // Whoever lost the race may still fail, and nobody listens any more.
    work.catch(() => {});
  }
}
