"use client";

import { useEffect, useState } from "react";

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function words(iso: string, now: number): string {
  const seconds = (now - Date.parse(iso)) / 1000;
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 0];
  if (size === 0) return "just now";
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(
    -Math.floor(seconds / size),
    unit,
  );
}

/** "3 minutes ago", kept true; the exact time on hover. Rendered in the browser, whose clock it is. */
export function RelativeTime({ iso }: { iso: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={iso} title={now === null ? undefined : new Date(iso).toLocaleString()}>
      {now === null ? iso.slice(0, 10) : words(iso, now)}
    </time>
  );
}
