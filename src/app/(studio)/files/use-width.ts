"use client";

import { useCallback, useState } from "react";

/**
 * @returns a ref and the width of the element that it is given to, in pixels and kept true; 0 before
 * it is measured.
 */
export function useWidth(): [(element: Element | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(0);
  const measure = useCallback((element: Element | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    setWidth(element.getBoundingClientRect().width);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measure, width];
}
