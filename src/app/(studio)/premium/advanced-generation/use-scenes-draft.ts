"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { NEW_SCENES, readScenesPart, type ScenesDraft } from "./scenes-draft";

type Change = Partial<ScenesDraft> | ((now: ScenesDraft) => Partial<ScenesDraft>);

/**
 * The scenes somebody was writing, kept in this browser through reloads and signing out.
 * Until `isReady` nothing should be typed, as the kept draft would take its place.
 * @param viewerId - null: an example that is not kept.
 * @param start - what the address asks for: it counts once, then the address is plain again.
 */
export function useScenesDraft(viewerId: string | null, start: Partial<ScenesDraft> | null) {
  const key = viewerId && `t2m-scenes:${viewerId}`;
  const [draft, setDraft] = useState<ScenesDraft>(() => ({ ...NEW_SCENES, ...start }));
  const [isReady, setReady] = useState(!key);
  const latest = useRef(draft);

  const change = useCallback(
    (part: Change) => {
      const now = latest.current;
      latest.current = { ...now, ...(typeof part === "function" ? part(now) : part) };
      setDraft(latest.current);
      if (key) keep(key, latest.current);
    },
    [key],
  );

  useEffect(() => {
    if (!key) return;
    // Back brings this page with its old `start`, but with the plain address.
    const isAsked = window.location.search !== "";
    change({ ...NEW_SCENES, ...readKept(key), ...(isAsked ? start : null) });
    if (isAsked) window.history.replaceState(null, "", window.location.pathname);
    setReady(true);
  }, [key, start, change]);

  return { draft, change, isReady };
}

function readKept(key: string): Partial<ScenesDraft> | null {
  try {
    return readScenesPart(JSON.parse(localStorage.getItem(key) ?? ""));
  } catch {
    return null;
  }
}

function keep(key: string, draft: ScenesDraft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: then this draft does not survive a reload, and that is all.
  }
}
