"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type Draft, NEW_DRAFT, readDraftPart } from "./draft";

type Change = Partial<Draft> | ((now: Draft) => Partial<Draft>);

/**
 * What somebody was writing survives a reload, a crash and signing out; it stays in this browser.
 * @param start - what the address asks for: it counts once, then the address is plain again.
 */
export function useDraft(viewerId: string, start: Partial<Draft> | null) {
  const key = `t2m-draft:${viewerId}`;
  const [draft, setDraft] = useState<Draft>(() => ({ ...NEW_DRAFT, ...start }));
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
    change({ ...NEW_DRAFT, ...readKept(key), ...(isAsked ? start : null) });
    if (isAsked) window.history.replaceState(null, "", window.location.pathname);
  }, [key, start, change]);

  return [draft, change] as const;
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
