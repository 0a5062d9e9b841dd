import type { Limit, LimitAnswer } from "../ratelimit";
import { createBoundedMap } from "./bounded-map";

const MAX_KEYS = 10_000;
const MIN_CAPACITY = 10;

/**
 * Token buckets in this process, for the time when nobody can count for all processes. A bucket
 * holds a tenth of the limit and fills at the limit's pace: a page loads, a flood does not pass.
 */
export function createLocalBuckets(now: () => Date) {
  const buckets = createBoundedMap<{ tokens: number; filledAt: number }>(MAX_KEYS);

  return function take(limit: Limit, key: string, cost: number): LimitAnswer {
    const capacity = Math.min(limit.tokens, Math.max(MIN_CAPACITY, Math.ceil(limit.tokens / 10)));
    const perMs = limit.tokens / (limit.windowSeconds * 1000);
    const time = now().getTime();
    const id = `${limit.name}:${key}`;
    const last = buckets.get(id) ?? { tokens: capacity, filledAt: time };
    const grown = Math.max(0, time - last.filledAt) * perMs;
    const tokens = Math.min(capacity, last.tokens + grown);
    const ok = tokens >= cost;
    const left = ok ? tokens - cost : tokens;
    buckets.set(id, { tokens: left, filledAt: time });
    const missing = ok ? capacity - left : cost - left;
    return {
      ok,
      limit: capacity,
      remaining: Math.floor(left),
      resetAt: Math.ceil((time + missing / perMs) / 1000),
      degraded: true,
    };
  };
}
