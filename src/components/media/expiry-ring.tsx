"use client";

import { useEffect, useState } from "react";
import { ProgressRing } from "~/components/ui/progress-ring";

const TICK_MS = 30_000;

const UNITS: [Intl.NumberFormatOptions["unit"], number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** @returns e.g. "6 days left", rounded to the nearest; "ended" at the end. */
export function timeLeft(leftMs: number): string {
  if (leftMs <= 0) return "ended";
  const [unit, size] = UNITS.find(([, length]) => leftMs >= length) ?? [undefined, 0];
  if (!unit) return "less than a minute left";
  const count = Math.round(leftMs / size);
  const words = new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay: "long" });
  return `${words.format(count)} left`;
}

/** How much of its time something has left, as a ring that drains. Times are ISO 8601. */
export function ExpiryRing({ from, until }: { from: string; until: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const end = Date.parse(until);
  const left = now === null ? end - Date.parse(from) : end - now;
  const share = (100 * left) / Math.max(1, end - Date.parse(from));
  return (
    <span
      className="inline-flex items-center gap-1.5 whitespace-nowrap tabular-nums"
      title={now === null ? undefined : `Until ${new Date(until).toLocaleString()}`}
    >
      <ProgressRing label={null} value={share} className="size-4" />
      {timeLeft(left)}
    </span>
  );
}
