"use client";

import { useEffect, useEffectEvent } from "react";

const MAX_LEAD_MS = 5 * 60_000;
const LEAD_SHARE = 0.2;
/** A timer counts no sleep: the clock on the wall is looked at this often. */
const LOOK_MS = 60_000;
const RETRY_MS = 5_000;

/**
 * When to ask for the next URL: five minutes before this one ends, and for a short one when four fifths
 * of its life are over.
 * @param receivedAtMs - Unix time at which it came. @returns Unix time in milliseconds.
 */
export function renewAtMs(expiresAt: string, receivedAtMs: number): number {
  const endsAtMs = Date.parse(expiresAt);
  const lifeMs = endsAtMs - receivedAtMs;
  return endsAtMs - Math.min(MAX_LEAD_MS, Math.max(0, lifeMs) * LEAD_SHARE);
}

/**
 * Asks for new URLs before the one that ends at `expiresAt` (ISO 8601) does: only while the page is
 * shown, and at once when it is shown again after a sleep. Asked anew until `expiresAt` has changed.
 */
export function useRenewal(expiresAt: string | null, renew: () => unknown): void {
  const ask = useEffectEvent(renew);

  useEffect(() => {
    if (expiresAt === null) return;
    const receivedAtMs = Date.now();
    const dueAtMs = renewAtMs(expiresAt, receivedAtMs);
    // Over before it came: this clock is wrong, and would ask for ever.
    if (dueAtMs <= receivedAtMs) return;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let quietUntilMs = 0;

    function look() {
      clearTimeout(timer);
      if (document.hidden) return;
      const now = Date.now();
      if (now >= Math.max(dueAtMs, quietUntilMs)) {
        quietUntilMs = now + RETRY_MS;
        ask();
      }
      timer = setTimeout(look, Math.min(LOOK_MS, Math.max(dueAtMs, quietUntilMs) - now));
    }
    look();
    document.addEventListener("visibilitychange", look, { signal: leaving.signal });
    addEventListener("online", look, { signal: leaving.signal });
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [expiresAt]);
}

/** @returns the first end of all; null when nothing ends. */
export function earliestEnd(urls: readonly ({ expiresAt: string } | null)[]): string | null {
  const ends = urls.flatMap((url) => (url ? [url.expiresAt] : []));
  return ends.reduce<string | null>(
    (first, end) => (first === null || Date.parse(end) < Date.parse(first) ? end : first),
    null,
  );
}
