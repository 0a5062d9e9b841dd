"use client";

import { useCallback, useState } from "react";

/** What signs one file for a while; `expiresAt` is ISO 8601. */
type SignedUrl = { url: string; expiresAt: string };

/** A kept URL that ends this much earlier than a fresh one has little time left. */
const REPLACE_AFTER_MS = 45 * 60_000;

/**
 * Every answer of the API carries newly signed URLs, and to a browser a new URL is a new picture. So
 * the first one stays until it has grown old or names another file.
 */
export function keepOrTake<Url extends SignedUrl>(kept: Url | null, fresh: Url | null): Url | null {
  if (!kept || !fresh) return fresh;
  const age = Date.parse(fresh.expiresAt) - Date.parse(kept.expiresAt);
  return fileOf(kept) === fileOf(fresh) && age < REPLACE_AFTER_MS ? kept : fresh;
}

function fileOf({ url }: SignedUrl): string {
  return url.split("?", 1)[0] ?? url;
}

/** @returns the URL to show, and how to drop it for the newest one, e.g. after it was refused. */
export function useSteadyUrl(fresh: SignedUrl | null): [string | null, () => void] {
  const [kept, setKept] = useState(fresh);
  const current = keepOrTake(kept, fresh);
  if (current !== kept) setKept(current);
  return [current?.url ?? null, useCallback(() => setKept(null), [])];
}
