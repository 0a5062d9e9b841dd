"use client";

import { useEffect, useEffectEvent } from "react";

type Acts = { isOn: boolean; onAll: () => void; onClear: () => void; onDelete: () => void };

/** Ctrl+A chooses all while one is chosen, Delete deletes, Escape lets go; not while somebody writes. */
export function useSelectionKeys({ isOn, onAll, onClear, onDelete }: Acts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    const isElsewhere =
      target instanceof HTMLElement &&
      target.closest(
        "[role=dialog], [role=alertdialog], [role=menu], textarea, input:not([type=checkbox])",
      );
    if (!isOn || event.defaultPrevented || isElsewhere) return;
    if (key === "Escape") onClear();
    else if (key === "Delete") onDelete();
    else if (key === "a" && (event.ctrlKey || event.metaKey)) onAll();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const leaving = new AbortController();
    addEventListener("keydown", (event) => press(event), { signal: leaving.signal });
    return () => leaving.abort();
  }, []);
}
