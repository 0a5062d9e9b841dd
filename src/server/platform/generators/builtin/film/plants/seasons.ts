import { type Color, lighten, mix, saturate } from "../drawing/color";
import type { StageSet } from "../stage/stage-set";

const AUTUMN: readonly [Color, ...Color[]] = [
  [214, 118, 46],
  [190, 76, 52],
  [232, 170, 62],
  [168, 108, 58],
];
const BLOSSOM: readonly [Color, ...Color[]] = [
  [250, 190, 210],
  [255, 226, 236],
  [246, 168, 196],
];
const FROST: Color = [236, 244, 255];

/** Whether the ground lies under snow and leafy trees are bare. */
export const isSnowy = ({ weather, season }: StageSet): boolean =>
  weather === "snow" || season === "winter";

/** The next tree's leaves, given their summer green; every tree turns in its own way. */
export function leavesOf(set: StageSet, green: Color): Color {
  if (set.season === "autumn")
    return mix(green, set.random.pick(AUTUMN), set.random.between(0.7, 1));
  if (set.season === "spring" && set.random.next() < 0.45) return set.random.pick(BLOSSOM);
  return set.season === "spring" ? lighten(saturate(green, 1.1), 0.08) : green;
}

/** Meadows and lawns, given their summer green. */
export function grassOf(set: StageSet, green: Color): Color {
  if (isSnowy(set)) return mix(FROST, green, 0.06);
  if (set.season === "autumn") return mix(green, [186, 148, 74], 0.5);
  return set.season === "spring" ? lighten(saturate(green, 1.12), 0.06) : green;
}
