"use client";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The days that are left, as a ring that empties. */
export function DaysLeft({ until }: { until: string }) {
  const days = Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / DAY_MS));
  return (
    <span
      role="img"
      aria-label={days === 1 ? "1 day left" : `${days} days left`}
      className="relative grid size-10 shrink-0 place-items-center text-xs font-medium tabular-nums"
    >
      <svg
        aria-hidden
        viewBox="0 0 40 40"
        className="absolute inset-0 -rotate-90 fill-none"
        strokeWidth="3"
      >
        <circle cx="20" cy="20" r="17" className="stroke-border" />
        <circle
          cx="20"
          cy="20"
          r="17"
          pathLength="30"
          strokeDasharray={`${days} 30`}
          className={days > 5 ? "stroke-border-strong" : "stroke-warning"}
        />
      </svg>
      <span aria-hidden suppressHydrationWarning>
        {days}
      </span>
    </span>
  );
}
