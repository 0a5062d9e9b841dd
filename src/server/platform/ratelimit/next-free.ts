/** What a sliding window has counted: in the window of now and in the one before it. */
export type Counts = { previous: number; current: number };

/**
 * When a full sliding window lets the next call through, in milliseconds since 1970. The window
 * before counts with the share of it that still overlaps, rounded down, as in @upstash/ratelimit:
 * free means `floor((1 - elapsed share) * previous) + current < tokens`.
 */
export function findNextFree(
  window: { tokens: number; windowMs: number },
  counts: Counts,
  nowMs: number,
): number {
  const { tokens, windowMs } = window;
  const start = Math.floor(nowMs / windowMs) * windowMs;
  const freeAfter = (from: number, previous: number, current: number) =>
    Math.floor(from + windowMs * (1 - (tokens - current) / previous)) + 1;
  const freeAt =
    counts.current < tokens
      ? freeAfter(start, counts.previous, counts.current)
      : freeAfter(start + windowMs, counts.current, 0);
  return Math.max(freeAt, nowMs + 1);
}
