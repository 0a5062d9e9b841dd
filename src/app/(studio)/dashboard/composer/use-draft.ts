"use client";

import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import { AspectRatio, Quality, Style } from "~/server/platform/generators/schema";

const Draft = z.object({
  prompt: z.string().default(""),
  model: z.string().default("builtin"),
  duration: z.int().default(10),
  quality: Quality.default("720p"),
  aspectRatio: AspectRatio.default("16:9"),
  style: Style.default("cinematic"),
  /** Set only when a recipe is made again: then the same seed gives the same film. */
  seed: z.int().optional(),
});
export type Draft = z.infer<typeof Draft>;
type Change = Partial<Draft> | ((now: Draft) => Partial<Draft>);

/** What somebody was writing survives a reload, a crash and signing out; it stays in this browser. */
export function useDraft(viewerId: string, start: Partial<Draft> | null) {
  const key = `t2m-draft:${viewerId}`;
  const [draft, setDraft] = useState<Draft>(() => Draft.parse(start ?? {}));

  useEffect(() => {
    setDraft((current) => ({ ...read(key, current), ...(start ?? {}) }));
  }, [key, start]);

  const change = useCallback(
    (part: Change) =>
      setDraft((current) => {
        const next = { ...current, ...(typeof part === "function" ? part(current) : part) };
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  return [draft, change] as const;
}

function read(key: string, fallback: Draft): Draft {
  try {
    return Draft.parse(JSON.parse(localStorage.getItem(key) ?? ""));
  } catch {
    return fallback;
  }
}
