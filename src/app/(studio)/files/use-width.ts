"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** @returns the width of an element in pixels, kept true; 0 before it is measured. */
export function useWidth(element: RefObject<Element | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    setWidth(element.current.getBoundingClientRect().width);
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
