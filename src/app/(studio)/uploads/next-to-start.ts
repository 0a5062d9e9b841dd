import type { Upload } from "./upload";

/** More would only share the same line, and each holds a piece of its file in memory. */
export const AT_ONCE = 3;

/**
 * @returns which uploads begin now, and when to look again, in milliseconds since 1970; null when
 * something else will say so.
 */
export function nextToStart(
  uploads: readonly Upload[],
  now: number,
): { ids: string[]; lookAgainAt: number | null } {
  const active = uploads.filter(({ state }) =>
    ["hashing", "uploading", "verifying"].includes(state.name),
  ).length;
  const waiting = uploads.filter(({ state }) => state.name === "waiting");
  const due = waiting.filter(({ notBefore }) => notBefore <= now);
  const later = waiting.filter(({ notBefore }) => notBefore > now);
  return {
    ids: due
      .toSorted((a, b) => a.turn - b.turn)
      .slice(0, Math.max(0, AT_ONCE - active))
      .map(({ id }) => id),
    lookAgainAt: later.length > 0 ? Math.min(...later.map(({ notBefore }) => notBefore)) : null,
  };
}
