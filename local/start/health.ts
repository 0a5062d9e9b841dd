import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks until the app answers that it is well.
 * @throws with its last answer after `timeoutMs`, and when `signal` aborts.
 */
export async function waitUntilHealthy(
  port: number,
  options: { timeoutMs: number; signal: AbortSignal },
): Promise<void> {
  const url = `http://localhost:${port}/api/system/health`;
  const deadline = Date.now() + options.timeoutMs;
  let last = "no answer";
  while (Date.now() < deadline) {
    options.signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 200)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await sleep(150);
  }
  throw new Error(`The app does not get well: ${url} says ${last}.`);
}
