import { createElement } from "react";

/** How every plot of ours looks, in both themes: colours are the tokens themselves. */
export const COLORS = {
  made: "var(--success)",
  failed: "var(--destructive)",
  canceled: "var(--border-strong)",
  first: "var(--primary)",
  second: "var(--warning)",
  third: "var(--destructive)",
} as const;

export const GRID = { stroke: "var(--border)", vertical: false } as const;

export const AXIS = {
  tick: { fill: "var(--muted-foreground)", fontSize: 12 },
  tickLine: false,
  axisLine: { stroke: "var(--border-strong)" },
  tickMargin: 8,
} as const;

export const TOOLTIP = {
  cursor: { fill: "var(--accent)", fillOpacity: 0.6, stroke: "var(--border-strong)" },
  contentStyle: {
    background: "var(--popover)",
    border: "1px solid var(--border)",
    borderRadius: "0.5rem",
    color: "var(--popover-foreground)",
    fontSize: 12,
    padding: "0.5rem 0.75rem",
  },
  itemStyle: { color: "var(--popover-foreground)", padding: 0 },
  labelStyle: { fontWeight: 600, marginBottom: 4 },
  isAnimationActive: false,
} as const;

export const LEGEND = {
  iconType: "circle",
  iconSize: 8,
  wrapperStyle: { fontSize: 12 },
  // The library paints words in their line's colour, which is too pale to read.
  formatter: (name: unknown) =>
    createElement("span", { style: { color: "var(--foreground)" } }, String(name)),
} as const;

export const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 } as const;
