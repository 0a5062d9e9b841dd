const WITHIN_MS = 60_000;
/** A URL that should be good and fails again: the file itself is the matter. */
const MAX_LOSSES = 2;
/** URLs do end, of short lives often ones; a clock that is wrong makes all of them look so. */
const MAX_ENDS = 15;
const FIRST_WAIT_MS = 1_000;
const MAX_TRIES = 5;

/**
 * Whether a film that was lost at these times, the last one just now, is not worth another URL.
 * @param losses - and `now`: milliseconds since 1970.
 * @param endedAt - when the newest URL ends, ISO 8601: one that was over has done no wrong.
 */
export function shouldGiveUp(
  losses: readonly number[],
  { now, endedAt }: { now: number; endedAt: string | null },
): boolean {
  const recent = losses.filter((at) => now - at < WITHIN_MS).length;
  const isOver = endedAt !== null && Date.parse(endedAt) <= now;
  return recent > (isOver ? MAX_ENDS : MAX_LOSSES);
}

/** @returns how long to wait before asking for a URL again; null when it was asked often enough. */
export function patienceMs(failures: number): number | null {
  return failures < MAX_TRIES ? FIRST_WAIT_MS * 2 ** failures : null;
}
