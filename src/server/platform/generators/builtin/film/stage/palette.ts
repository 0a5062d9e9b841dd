import { type Color, hex, lighten, mix, multiply } from "../drawing/color";
import type { Place, TimeOfDay, Weather } from "../setting";
import type { StyleLook } from "../styles/look";

export type Palette = {
  /** From zenith to horizon. */
  sky: readonly [Color, Color, Color];
  sun: Color;
  glow: Color;
  haze: Color;
  water: readonly [far: Color, near: Color];
  /** What everything is multiplied by. */
  light: Color;
  /** Lit windows, lamps, neon tubes. */
  accents: readonly [Color, Color, Color];
  isDark: boolean;
};

type Hues = readonly [
  zenith: string,
  middle: string,
  horizon: string,
  sun: string,
  glow: string,
  light: string,
  farWater: string,
  nearWater: string,
];

const HUES: Record<TimeOfDay, readonly Hues[]> = {
  dawn: [
    ["#5b7fc7", "#f2a7b5", "#ffdcb0", "#fff1cf", "#ffb58a", "#fde3d6", "#f0b3ac", "#4f6fae"],
    ["#6a86d6", "#c9b6ec", "#ffd9c9", "#fff4da", "#ffc1a8", "#f7e4ea", "#d7b7d6", "#5a78bb"],
  ],
  day: [
    ["#2f86e0", "#74bdf5", "#d5f0ff", "#fffbe0", "#ffffff", "#ffffff", "#5cc0e8", "#1772b8"],
    ["#1f9bd6", "#6fd0ee", "#e2f8f2", "#fff7d0", "#ffffff", "#fffdf2", "#58d0d8", "#0f87a8"],
  ],
  sunset: [
    ["#3a2a72", "#e0567a", "#ffb55c", "#fff0b8", "#ff8a3d", "#ffc9a3", "#f98d5c", "#4b2f74"],
    ["#27306e", "#b84f8c", "#ff9a6b", "#ffe9b0", "#ff6f59", "#f7bda6", "#e87a6a", "#352c6b"],
  ],
  night: [
    ["#070b24", "#152457", "#38508c", "#f6f1d8", "#8fa8ff", "#7484c4", "#2a437f", "#0b1638"],
    ["#0a0824", "#1f1d5a", "#4a4a92", "#f4efe0", "#a79bff", "#8079c4", "#363a83", "#0e1034"],
  ],
};

/** Light and colours of a time of day in a style. `variant` chooses among equals. */
export function createPalette(
  time: TimeOfDay,
  weather: Weather,
  look: StyleLook,
  variant: number,
  place: Place,
): Palette {
  const hues = HUES[time][variant % HUES[time].length] ?? HUES.day[0];
  const [zenith, middle, horizon, sun, glow, light, farWater, nearWater] = (hues ?? []).map(
    hex,
  ) as Color[] & Record<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7, Color>;
  const accents = look.accents.map(hex) as unknown as Palette["accents"];
  let palette: Palette = {
    sky: [zenith, middle, horizon],
    sun,
    glow,
    haze: mix(horizon, middle, 0.25),
    water: [farWater, nearWater],
    light,
    accents,
    isDark: time === "night" || place === "space",
  };
  if (weather === "rain" || weather === "storm" || weather === "fog")
    palette = overcast(palette, weather);
  return look.repaint(palette, time);
}

function overcast(palette: Palette, weather: Weather): Palette {
  const grey: Color = palette.isDark ? [52, 60, 88] : [142, 155, 172];
  const amount = weather === "fog" ? 0.5 : weather === "storm" ? 0.68 : 0.55;
  const veil = (color: Color) => mix(color, grey, amount);
  const [zenith, middle, horizon] = palette.sky;
  return {
    ...palette,
    sky: [veil(zenith), veil(middle), veil(horizon)],
    haze: veil(palette.haze),
    water: [veil(palette.water[0]), veil(palette.water[1])],
    light: multiply(palette.light, weather === "fog" ? [238, 240, 246] : [196, 205, 224]),
    glow: veil(palette.glow),
  };
}

/** Paints all colours of a palette but its light. */
export function repaint(palette: Palette, paint: (color: Color) => Color): Palette {
  const [zenith, middle, horizon] = palette.sky;
  return {
    ...palette,
    sky: [paint(zenith), paint(middle), paint(horizon)],
    haze: paint(palette.haze),
    water: [paint(palette.water[0]), paint(palette.water[1])],
    glow: lighten(paint(palette.glow), 0.1),
  };
}
