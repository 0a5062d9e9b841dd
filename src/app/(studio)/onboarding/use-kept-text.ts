"use client";

import { useEffect, useRef } from "react";

/** A text field that keeps what was typed through a reload, in this tab only. */
export function useKeptText(key: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const kept = readKept(key);
    const element = field.current;
    // What was typed before this page's code had come is newer.
    if (kept !== null && element && element.value === element.defaultValue) element.value = kept;
  }, [key]);
  return {
    field,
    keep() {
      try {
        sessionStorage.setItem(key, field.current?.value ?? "");
      } catch {
        // Full or forbidden: then it does not survive a reload, and that is all.
      }
    },
  };
}

function readKept(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
