"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";

/** Tells when a film begins and ceases to be watched: it plays, in a page that is shown. */
export function useWatching(
  video: RefObject<HTMLVideoElement | null>,
  onChange: ((isWatching: boolean) => void) | undefined,
): void {
  const tell = useEffectEvent((isWatching: boolean) => onChange?.(isWatching));

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    let isWatching = false;

    function look() {
      const next = Boolean(element && !element.paused && !element.ended && !document.hidden);
      if (next === isWatching) return;
      isWatching = next;
      tell(next);
    }
    for (const name of ["playing", "pause", "ended", "emptied"]) {
      element.addEventListener(name, look, { signal });
    }
    document.addEventListener("visibilitychange", look, { signal });
    return () => {
      leaving.abort();
      if (isWatching) tell(false);
    };
  }, [video]);
}
