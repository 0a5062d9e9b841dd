"use client";

import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Segmented } from "~/components/ui/segmented";

const LIGHT = {
  page: "#fafafb",
  card: "#ffffff",
  line: "#e3e3e8",
  ink: "#b6b6c0",
  accent: "#5b3fd6",
};
const DARK = {
  page: "#0d0d10",
  card: "#17171c",
  line: "#2b2b33",
  ink: "#56565f",
  accent: "#7c66f0",
};

const THEMES = [
  { value: "light", name: "Light", left: LIGHT, right: LIGHT },
  { value: "dark", name: "Dark", left: DARK, right: DARK },
  { value: "system", name: "Like my device", left: LIGHT, right: DARK },
] as const;

type ThemeName = (typeof THEMES)[number]["value"];

const neverChanges = () => () => undefined;

/** What each theme looks like, small. The server does not know which one this browser has. */
export function ThemeCards() {
  const { theme, setTheme } = useTheme();
  const isHydrated = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <Segmented<ThemeName | "">
      label="Theme"
      value={isHydrated ? ((theme as ThemeName | undefined) ?? "system") : ""}
      onValueChange={setTheme}
      className="grid w-full max-w-120 grid-cols-3 gap-3 bg-transparent p-0"
      optionClassName="h-auto flex-col gap-2 rounded-md border-border bg-card p-2 text-xs data-checked:border-primary data-checked:bg-primary-tint"
      options={THEMES.map(({ value, name, left, right }) => ({
        value,
        name,
        label: (
          <>
            <svg viewBox="0 0 120 76" aria-hidden className="!h-auto !w-full rounded-sm">
              <Half colours={left} />
              <g clipPath="inset(0 0 0 50%)">
                <Half colours={right} />
              </g>
            </svg>
            <span>{name}</span>
          </>
        ),
      }))}
    />
  );
}

function Half({ colours: { page, card, line, ink, accent } }: { colours: typeof LIGHT }) {
  return (
    <>
      <rect width="120" height="76" fill={page} />
      <rect width="16" height="76" fill={card} />
      <rect x="15.5" width="1" height="76" fill={line} />
      <rect x="5" y="8" width="6" height="6" rx="2" fill={accent} />
      {[22, 32, 42].map((y) => (
        <rect key={y} x="5" y={y} width="6" height="4" rx="2" fill={ink} />
      ))}
      <rect x="24" y="8" width="88" height="26" rx="4" fill={card} stroke={line} />
      <rect x="30" y="15" width="46" height="4" rx="2" fill={ink} />
      <rect x="92" y="23" width="15" height="7" rx="3" fill={accent} />
      {[24, 55, 86].map((x) => (
        <rect key={x} x={x} y="42" width="26" height="18" rx="3" fill={line} />
      ))}
      {[24, 55, 86].map((x) => (
        <rect key={x} x={x} y="64" width="18" height="3" rx="1.5" fill={ink} />
      ))}
    </>
  );
}
