"use client";

import { useEffect, useState } from "react";
import { secondsToWait } from "./errors";

/**
 * Counts down after a refusal that says when trying again can succeed.
 * @param error - what a query or mutation failed with, or null.
 * @returns whole seconds that are left, by the clock on the wall; 0 when nothing keeps anybody waiting.
 */
export function useWaitSeconds(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const until = Date.now() + secondsToWait(error) * 1000;
    const count = () => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(timer);
    };
    const timer = setInterval(count, 1_000);
    count();
    return () => clearInterval(timer);
  }, [error]);
  return left;
}

/** "0:42", "12:05": minutes and seconds, as a clock that runs down shows them. */
export function inClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
