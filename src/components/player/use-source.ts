"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useSteadyUrl } from "~/components/media/steady-url";
import type { MediaUrl } from "~/server/videos/schema";
import { isRetriable } from "~/trpc/errors";
import { patienceMs, shouldGiveUp } from "./source-patience";

type Refetch = () => Promise<{ isError: boolean; error?: unknown }>;

/**
 * What the player plays. A URL is renewed before it ends, and without a word where that came too late,
 * also through a while without network; a source that fails again and again is broken, and then only a
 * person starts over, or the network's return.
 */
export function useSource(fresh: MediaUrl | null, refetch: Refetch) {
  const [signed, forget] = useSteadyUrl(fresh, refetch);
  const [attempt, setAttempt] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const losses = useRef<number[]>([]);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function renew(failures = 0) {
    clearTimeout(again.current);
    const result = await refetch();
    if (!result.isError) {
      setBroken(false);
      setAttempt((before) => before + 1);
      return forget();
    }
    const waitMs = isRetriable(result.error) ? patienceMs(failures) : null;
    if (waitMs === null) return setBroken(true);
    again.current = setTimeout(() => void renew(failures + 1), waitMs);
  }

  function onLost() {
    const now = Date.now();
    losses.current = [...losses.current, now];
    if (shouldGiveUp(losses.current, { now, endedAt: fresh?.expiresAt ?? null })) setBroken(true);
    else void renew();
  }

  function startOver() {
    losses.current = [];
    void renew();
  }

  const onOnline = useEffectEvent(() => isBroken && startOver());
  useEffect(() => {
    const leaving = new AbortController();
    addEventListener("online", () => onOnline(), { signal: leaving.signal });
    return () => {
      leaving.abort();
      clearTimeout(again.current);
    };
  }, []);

  // URLs of one quarter of an hour are the same: only a fragment makes of one another attempt.
  const url = signed && attempt > 0 ? `${signed}#${attempt}` : signed;
  return { url, isBroken, renew: onLost, startOver };
}
