"use client";

import { type RefCallback, useCallback, useRef } from "react";

/** @returns a ref for what stands at the end of a list; `onReached` runs when that comes near. */
export function useReachedEnd(onReached: () => void): RefCallback<HTMLElement> {
  const latest = useRef(onReached);
  latest.current = onReached;
  return useCallback((element) => {
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && latest.current(),
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
}
