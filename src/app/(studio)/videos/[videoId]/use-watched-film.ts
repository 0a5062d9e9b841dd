"use client";

import { useCallback, useEffect, useRef } from "react";
import { parseTimeCode } from "~/components/player/time-code";
import { reportBusy } from "../../session/busy-work";
import { useViewerId } from "../../session/session-provider";
import { createTimeMemory } from "./remembered-time";

const KEEP_EVERY_MS = 1_000;

/**
 * For the player: keeps its person signed in while they watch, and the place where they stopped. A link
 * with a time in it (`?t=`) begins there instead.
 */
export function useWatchedFilm(videoId: string, tellTime?: (seconds: number) => void) {
  const viewerId = useViewerId();
  const keptAt = useRef(0);
  const stopBusy = useRef<(() => void) | null>(null);

  const onWatchingChange = useCallback((isWatching: boolean) => {
    stopBusy.current?.();
    stopBusy.current = isWatching ? reportBusy("video") : null;
  }, []);

  useEffect(() => () => stopBusy.current?.(), []);

  return {
    onWatchingChange,
    readStart: () =>
      parseTimeCode(new URLSearchParams(location.search).get("t")) ??
      createTimeMemory(localStorage, viewerId).read(videoId),
    onTime(at: { time: number; duration: number; isPaused: boolean }) {
      tellTime?.(at.time);
      const now = performance.now();
      if (!at.isPaused && now - keptAt.current < KEEP_EVERY_MS) return;
      keptAt.current = now;
      createTimeMemory(localStorage, viewerId).write(videoId, at);
    },
  };
}
