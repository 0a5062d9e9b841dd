import type { ActivityStamp, SharedStamp } from "./idle-guard";

const KEY = "t2m-activity";

/**
 * One stamp for all tabs, in localStorage, which tells the others of each change. It belongs to one
 * session: the next sign-in in this browser starts its own. No identity and no token stands in it.
 */
export function createSharedStamp(sessionId: string): SharedStamp {
  // Where storage is full or forbidden, each tab counts for itself.
  let own: ActivityStamp | null = null;
  return {
    read: () => readStored(sessionId) ?? own,
    write(stamp) {
      own = stamp;
      try {
        localStorage.setItem(KEY, JSON.stringify({ sessionId, ...stamp }));
      } catch {
        // Said above.
      }
    },
    subscribe(onChange) {
      const listen = ({ key }: StorageEvent) => {
        if (key === KEY) onChange();
      };
      window.addEventListener("storage", listen);
      return () => window.removeEventListener("storage", listen);
    },
  };
}

function readStored(sessionId: string): ActivityStamp | null {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const { activeAt, reportedAt } = stored ?? {};
    const isOurs = stored?.sessionId === sessionId && [activeAt, reportedAt].every(Number.isFinite);
    return isOurs ? { activeAt, reportedAt } : null;
  } catch {
    return null;
  }
}
