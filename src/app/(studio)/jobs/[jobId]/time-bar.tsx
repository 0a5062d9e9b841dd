"use client";

import { useEffect, useState } from "react";
import { cn } from "~/components/ui/cn";
import { isTerminal, type JobMoment } from "~/server/jobs/schema";
import { type StretchKind, toStretches } from "./stretches";

const LOOKS: Record<StretchKind, { word: string; bar: string }> = {
  waiting: { word: "Waiting", bar: "bg-border-strong" },
  making: { word: "Making", bar: "bg-primary" },
  saving: { word: "Saving", bar: "bg-success" },
};

/** Where the time went, as one bar; the words below say the same. */
export function TimeBar({ history }: { history: JobMoment[] }) {
  const last = history.at(-1);
  const hasEnded = last !== undefined && isTerminal(last.status);
  const now = useNow(!hasEnded);
  const stretches = toStretches(history, now ?? Date.parse(last?.at ?? ""));
  const total = stretches.reduce((sum, { seconds }) => sum + seconds, 0);
  if (total === 0) return null;
  return (
    <section aria-label="Where the time went" className="mt-8">
      <div aria-hidden className="flex h-3 gap-0.5 overflow-hidden rounded-full bg-muted">
        {stretches.map(({ kind, seconds }, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: they only ever grow at the end.
            key={index}
            className={cn("min-w-1", LOOKS[kind].bar)}
            style={{ flexGrow: seconds }}
          />
        ))}
      </div>
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted-foreground tabular-nums">
        {stretches.map(({ kind, seconds }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they only ever grow at the end.
          <li key={index} className="flex items-center gap-2">
            <span aria-hidden className={cn("size-2.5 rounded-full", LOOKS[kind].bar)} />
            {LOOKS[kind].word} {inWords(seconds)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** @returns the browser's time each second, null on the server and once nothing moves. */
function useNow(isMoving: boolean): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    if (!isMoving) return setNow(null);
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isMoving]);
  return now;
}
