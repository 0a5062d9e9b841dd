import type { Logger } from "~/server/platform/log";
import { ANSWER_HEADERS } from "./answer-headers";

const TIMEOUT_MS = 3_000;

/** Anybody may ask as often as they like; the parts are asked this often. */
const REMEMBERED_MS = 3_000;

type Deps = { log: Logger; now: () => Date };
type Parts = Record<string, () => PromiseLike<unknown>>;

/**
 * Asks every part at once, each for three seconds at most, and remembers the answer for three.
 * @returns 200 or 503 with `{ status }` alone: which part is ill is for the log, not for strangers.
 */
export function createHealthCheck(): (deps: Deps, parts: Parts) => Promise<Response> {
  let last: { atMs: number; isHealthy: Promise<boolean> } | undefined;
  return async ({ log, now }, parts) => {
    const atMs = now().getTime();
    if (!last || Math.abs(atMs - last.atMs) >= REMEMBERED_MS) {
      last = { atMs, isHealthy: askAll(log, parts) };
    }
    const isHealthy = await last.isHealthy;
    return Response.json(
      { status: isHealthy ? "ok" : "unavailable" },
      { status: isHealthy ? 200 : 503, headers: ANSWER_HEADERS },
    );
  };
}

async function askAll(log: Logger, parts: Parts): Promise<boolean> {
  const results = await Promise.all(
    Object.entries(parts).map(async ([part, probe]) => {
      try {
        await Promise.race([probe(), deadline()]);
        return true;
      } catch (error) {
        log.warn({ err: error, part }, "health probe failed");
        return false;
      }
    }),
  );
  return results.every(Boolean);
}

function deadline(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS).unref();
  });
}
