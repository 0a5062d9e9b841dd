import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import type { Limit, LimitAnswer } from "../ratelimit";
import { findNextFree } from "./next-free";

/** Frees the socket of a request that nobody waits for any more. */
const ABANDON_AFTER_MS = 2_000;

/**
 * Sliding windows in Upstash, shared by all processes.
 *
 * Off on purpose: the library's retries (4.3 s until a refused connection is reported), its timeout
 * (5 s, and then it says yes), and its cache of refused keys, which blocks until the window's end
 * although a sliding window frees a place much earlier.
 */
export function createUpstash(server: { url: string; token: string }) {
  const redis = new Redis({
    ...server,
    retry: false,
    enableTelemetry: false,
    signal: () => AbortSignal.timeout(ABANDON_AFTER_MS),
  });
  const ratelimits = new Map<string, Ratelimit>();

  function openRatelimit({ name, tokens, windowSeconds }: Limit): Ratelimit {
    const known = ratelimits.get(name);
    if (known) return known;
    const ratelimit = new Ratelimit({
      redis,
      prefix: prefixOf(name),
      limiter: Ratelimit.slidingWindow(tokens, `${windowSeconds} s`),
      timeout: 0,
      ephemeralCache: false,
      enableTelemetry: false,
    });
    ratelimits.set(name, ratelimit);
    return ratelimit;
  }

  /** The library does not tell when the next place is free, only when the window ends. */
  async function readNextFree(limit: Limit, key: string, nowMs: number): Promise<number> {
    const windowMs = limit.windowSeconds * 1000;
    const window = Math.floor(nowMs / windowMs);
    const keyOf = (index: number) => `${prefixOf(limit.name)}:${key}:${index}`;
    const [current, previous] = await redis.mget<(number | null)[]>(
      keyOf(window),
      keyOf(window - 1),
    );
    const counts = { current: current ?? 0, previous: previous ?? 0 };
    return findNextFree({ tokens: limit.tokens, windowMs }, counts, nowMs);
  }

  /** @returns the answer, and for a refusal the millisecond at which the next call may pass. */
  return async function ask(
    limit: Limit,
    key: string,
    cost: number,
    nowMs: number,
  ): Promise<LimitAnswer & { freeAtMs: number | null }> {
    const answer = await openRatelimit(limit).limit(key, { rate: cost });
    const freeAtMs = answer.success ? null : await readNextFree(limit, key, nowMs);
    return {
      ok: answer.success,
      limit: answer.limit,
      remaining: answer.remaining,
      resetAt: Math.ceil((freeAtMs ?? answer.reset) / 1000),
      degraded: false,
      freeAtMs,
    };
  };
}

const prefixOf = (name: string) => `t2m:limit:${name}`;
