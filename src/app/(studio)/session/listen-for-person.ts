const THROTTLE_MS = 1_000;

const DEEDS = [
  "pointerdown",
  "pointermove",
  "keydown",
  "wheel",
  "touchstart",
  "touchmove",
] as const;
const AWAKENINGS = ["focus", "pageshow", "online"] as const;

/**
 * What a person does in a page, and the moments at which a page comes back from behind another one,
 * from the browser's memory or from a machine's sleep.
 * @returns how to stop listening.
 */
export function listenForPerson(on: { deed: () => void; awakening: () => void }): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  let heardAt = Number.NEGATIVE_INFINITY;

  function onDeed(event: Event) {
    // A page that moves under a resting mouse makes events too, but they go nowhere.
    if (event instanceof PointerEvent && event.type === "pointermove") {
      if (event.movementX === 0 && event.movementY === 0) return;
    }
    if (Math.abs(event.timeStamp - heardAt) < THROTTLE_MS) return;
    heardAt = event.timeStamp;
    on.deed();
  }

  for (const name of DEEDS) {
    window.addEventListener(name, onDeed, { passive: true, capture: true, signal });
  }
  for (const name of AWAKENINGS) window.addEventListener(name, on.awakening, { signal });
  for (const name of ["visibilitychange", "resume"]) {
    document.addEventListener(name, on.awakening, { signal });
  }
  return () => leaving.abort();
}
