/** When something is expected to start, e.g. "starts in about 2 min". */
export function inSeconds(seconds: number | null): string {
  if (seconds === null) return "nobody knows when yet";
  return seconds < 3 ? "starts at once" : `starts in about ${spanWords(seconds)}`;
}

/** A span of time, rounded as people would, e.g. "40 s", "3 min", "2 h". */
export function spanWords(seconds: number): string {
  if (seconds < 10) return `${Math.round(seconds)} s`;
  if (seconds < 90) return `${Math.round(seconds / 5) * 5} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
