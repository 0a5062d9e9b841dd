"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type Draft, NEW_DRAFT, readDraftPart } from "./draft";

type Change = Partial<Draft> | ((now: Draft) => Partial<Draft>);

/**
 * What somebody was writing survives a reload, a crash and signing out; it stays in this browser.
 * @param options.preferred - what a draft that is new in this browser begins with.
 * @param options.start - what the address asks for: it counts once, then the address is plain again.
 */
export function useDraft(
  viewerId: string,
  { preferred, start }: { preferred: Partial<Draft> | null; start: Partial<Draft> | null },
) {
  const key = keyOf(viewerId);
  const [draft, setDraft] = useState<Draft>(() => ({ ...NEW_DRAFT, ...preferred, ...start }));
  const latest = useRef(draft);

  const change = useCallback(
    (part: Change) => {
      const now = latest.current;
      latest.current = { ...now, ...(typeof part === "function" ? part(now) : part) };
      setDraft(latest.current);
      keep(key, latest.current);
    },
    [key],
  );

  useEffect(() => {
    // Back brings this page with its old `start`, but with the plain address.
    const isAsked = window.location.search !== "";
    change({ ...NEW_DRAFT, ...preferred, ...readKept(key), ...(isAsked ? start : null) });
    if (isAsked) window.history.replaceState(null, "", window.location.pathname);
  }, [key, preferred, start, change]);

  return [draft, change] as const;
}

/** What somebody prefers from now on counts for the draft that they have begun, too. */
export function changeKeptDraft(viewerId: string, preferred: unknown): void {
  const key = keyOf(viewerId);
  const kept = readKept(key);
  if (kept) keep(key, { ...NEW_DRAFT, ...kept, ...readDraftPart(preferred) });
}

function keyOf(viewerId: string): string {
  return `t2m-draft:${viewerId}`;
}

function readKept(key: string): Partial<Draft> | null {
  try {
    return readDraftPart(JSON.parse(localStorage.getItem(key) ?? ""));
  } catch {
    return null;
  }
}

function keep(key: string, draft: Draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: then this draft does not survive a reload, and that is all.
  }
}
