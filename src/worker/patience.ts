import { setTimeout as wait } from "node:timers/promises";
import { isDatabaseUnavailable } from "~/server/platform/database-unavailable";
import type { Logger } from "~/server/platform/log";

const MAX_DELAY_MS = 3_000;
const GIVE_UP_MS = 10 * 60_000;
/** How often a write may fail that the database did answer. */
const MAX_REFUSALS = 3;

/**
 * Repeats `write` for as long as the database cannot be asked, so that a restart of it does not cost
 * a finished render. `write` must bear being repeated after a commit whose answer got lost.
 */
export async function outlastOutage<Result>(
  log: Logger,
  write: () => Promise<Result>,
): Promise<Result> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  let refusals = 0;
  for (let delayMs = 100; ; delayMs = Math.min(MAX_DELAY_MS, delayMs * 2)) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) refusals += 1;
      if (refusals > MAX_REFUSALS || performance.now() > giveUpAt) throw error;
      log.warn({ err: error }, "A write failed; trying again");
      await wait(delayMs);
    }
  }
}
