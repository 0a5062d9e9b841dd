import type { Color } from "../drawing/color";

/** The colours of places that have no sky. */
export type Backdrops = {
  space: { deep: Color; nebulae: readonly [Color, Color, Color] };
  /** Under water, at the surface and far down. */
  water: { top: Color; deep: Color };
};

export const NATURAL: Backdrops = {
  space: {
    deep: [9, 10, 34],
    nebulae: [
      [122, 62, 190],
      [40, 96, 190],
      [214, 84, 132],
    ],
  },
  water: { top: [82, 206, 232], deep: [12, 74, 140] },
};
