"use client";

import { useCallback, useState } from "react";
import { renewAtMs, useRenewal } from "./renewal";

/** What signs one file for a while; `expiresAt` is ISO 8601. */
type SignedUrl = { url: string; expiresAt: string };

/** A URL, and when it came: Unix time in milliseconds. */
type Kept<Url extends SignedUrl> = { url: Url; receivedAtMs: number };

/**
 * Every answer of the API carries newly signed URLs, and to a browser a new URL is a new picture. So
 * the first one stays until its end is near, or another file is meant.
 */
export function keepOrTake<Url extends SignedUrl>(
  kept: Kept<Url> | null,
  fresh: Url | null,
  nowMs: number,
): Kept<Url> | null {
  if (!fresh) return null;
  if (kept && fileOf(kept.url) === fileOf(fresh)) {
    const isNewer = Date.parse(fresh.expiresAt) > Date.parse(kept.url.expiresAt);
    if (!isNewer || nowMs < renewAtMs(kept.url.expiresAt, kept.receivedAtMs)) return kept;
  }
  return { url: fresh, receivedAtMs: nowMs };
}

function fileOf({ url }: SignedUrl): string {
  return url.split("?", 1)[0] ?? url;
}

/**
 * @param renew - fetches anew, so that a newer one comes before this one ends. Lists renew all of
 * theirs at once instead (`useRenewal`).
 * @returns the URL to show, and how to drop it for the newest one, e.g. after it was refused.
 */
export function useSteadyUrl(
  fresh: SignedUrl | null,
  renew?: () => unknown,
): [string | null, () => void] {
  const [kept, setKept] = useState(() => keepOrTake(null, fresh, Date.now()));
  const current = keepOrTake(kept, fresh, Date.now());
  if (current !== kept) setKept(current);
  useRenewal(renew && current ? current.url.expiresAt : null, () => renew?.());
  return [current?.url.url ?? null, useCallback(() => setKept(null), [])];
}
