import type { Upload } from "./upload";

/**
 * Which of the uploads that wait for room have it now: in their order, as many as fit together. What
 * has begun on the server has its place there already.
 * @param leftBytes - of the storage.
 */
export function findFitting(uploads: readonly Upload[], leftBytes: number): string[] {
  let left = leftBytes;
  return uploads
    .filter(({ state }) => state.name === "paused" && state.because === "quota")
    .toSorted((a, b) => a.turn - b.turn)
    .flatMap(({ id, size, sentBytes }) => {
      const needed = sentBytes > 0 ? 0 : size;
      if (needed > left) return [];
      left -= needed;
      return [id];
    });
}
