import type { Logger } from "~/server/platform/log";

const TIMEOUT_MS = 3_000;

/**
 * Asks every part at once, each for three seconds at most.
 * @returns 200 or 503 with `{ status }` alone: which part is ill is for the log, not for strangers.
 */
export async function healthResponse(
  log: Logger,
  parts: Record<string, () => PromiseLike<unknown>>,
): Promise<Response> {
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
  const isHealthy = results.every(Boolean);
  return Response.json(
    { status: isHealthy ? "ok" : "unavailable" },
    { status: isHealthy ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}

function deadline(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS).unref();
  });
}
