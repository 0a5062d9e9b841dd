"use client";

import { useEffect, useState } from "react";

/** Text that survives a reload and signing out; it stays in this browser. */
export function useKeptText(key: string) {
  const [text, setText] = useState("");
  useEffect(() => {
    try {
      setText(localStorage.getItem(key) ?? "");
    } catch {
      // Forbidden: then nothing was kept.
    }
  }, [key]);
  function change(next: string) {
    setText(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Full or forbidden: then it does not survive a reload, and that is all.
    }
  }
  return [text, change] as const;
}
