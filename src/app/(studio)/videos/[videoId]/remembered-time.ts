const MAX_FILMS = 50;
/** Neither the very beginning nor the very end is worth going back to. */
const MARGIN_SECONDS = 2;

/** Seconds into each film, the one watched last at the end. */
type Times = Record<string, number>;

export type TimeMemory = {
  /** @returns 0 for a film that has not been begun, or was watched to its end. */
  read(videoId: string): number;
  write(videoId: string, at: { time: number; duration: number }): void;
};

/**
 * How far a person has come in which film, in this browser. It survives signing out, and another
 * person's is another key.
 */
export function createTimeMemory(
  storage: Pick<Storage, "getItem" | "setItem">,
  viewerId: string,
): TimeMemory {
  const key = `t2m-player:${viewerId}`;

  function readAll(): Times {
    try {
      const stored: unknown = JSON.parse(storage.getItem(key) ?? "{}");
      const entries = Object.entries(stored ?? {});
      return Object.fromEntries(entries.filter(([, time]) => Number.isFinite(time)));
    } catch {
      return {};
    }
  }

  return {
    read: (videoId) => readAll()[videoId] ?? 0,
    write(videoId, { time, duration }) {
      const { [videoId]: _, ...others } = readAll();
      const isUnderWay = time > MARGIN_SECONDS && !(time > duration - MARGIN_SECONDS);
      const kept = Object.entries(others).slice(-MAX_FILMS + 1);
      const times = Object.fromEntries(isUnderWay ? [...kept, [videoId, time]] : kept);
      try {
        storage.setItem(key, JSON.stringify(times));
      } catch {
        // Full or forbidden: then a film begins at its beginning.
      }
    },
  };
}
