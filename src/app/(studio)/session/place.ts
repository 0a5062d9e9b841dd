const KEY = "t2m-place";
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const GIVE_UP_MS = 5_000;

/** Where on a page somebody was when their sign-in ended. */
export type Place = { viewerId: string; url: string; y: number; at: number };

/** @returns the place when it is this person's, of this page, and not of another day. */
export function readPlace(
  stored: string | null,
  here: { viewerId: string; url: string; now: number },
): Place | null {
  try {
    const place = JSON.parse(stored ?? "null") as Place | null;
    const isTheirs = place?.viewerId === here.viewerId && place.url === here.url;
    return isTheirs && here.now - place.at < MAX_AGE_MS ? place : null;
  } catch {
    return null;
  }
}

const url = () => window.location.pathname + window.location.search;

/** In this tab only; another person who signs in here is not taken there. */
export function keepPlace(viewerId: string): void {
  const place: Place = { viewerId, url: url(), y: window.scrollY, at: Date.now() };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Full or forbidden: then the page opens at its top.
  }
}

/**
 * Goes back to the kept place once, as soon as the page has grown so far.
 * @returns how to give up.
 */
export function returnToPlace(viewerId: string): () => void {
  const place = readPlace(takeStored(), { viewerId, url: url(), now: Date.now() });
  if (!place || place.y === 0) return () => undefined;
  const growing = new ResizeObserver(scroll);
  const timer = setTimeout(stop, GIVE_UP_MS);
  growing.observe(document.body);

  function scroll() {
    if (!place || document.documentElement.scrollHeight < place.y + window.innerHeight) return;
    window.scrollTo(0, place.y);
    stop();
  }
  function stop() {
    growing.disconnect();
    clearTimeout(timer);
  }
  return stop;
}

function takeStored(): string | null {
  try {
    const stored = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return stored;
  } catch {
    return null;
  }
}
