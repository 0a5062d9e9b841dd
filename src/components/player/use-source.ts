"use client";

import { useRef, useState } from "react";
import { useSteadyUrl } from "~/components/media/steady-url";
import type { MediaUrl } from "~/server/videos/schema";

const MAX_RENEWALS = 2;
const WITHIN_MS = 60_000;

type Refetch = () => Promise<{ isError: boolean }>;

/**
 * What the player plays. A URL is renewed before it ends, and without a word where that came too late;
 * a source that fails again and again is broken, and only a person starts over.
 */
export function useSource(fresh: MediaUrl | null, refetch: Refetch) {
  const [url, forget] = useSteadyUrl(fresh, refetch);
  const [isBroken, setBroken] = useState(false);
  const renewals = useRef<number[]>([]);

  async function renew() {
    const now = performance.now();
    renewals.current = [...renewals.current.filter((at) => now - at < WITHIN_MS), now];
    if (renewals.current.length > MAX_RENEWALS) return setBroken(true);
    const { isError } = await refetch();
    setBroken(isError);
    if (!isError) forget();
  }

  function startOver() {
    renewals.current = [];
    void renew();
  }

  return { url, isBroken, renew: () => void renew(), startOver };
}
