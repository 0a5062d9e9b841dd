import { setTimeout as sleep } from "node:timers/promises";

/** Asks again until it goes well: what was killed is on its way back. */
export async function persist<Answer>(
  ask: () => Promise<Answer>,
  patienceMs = 180_000,
): Promise<Answer> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(500);
    }
  }
}
