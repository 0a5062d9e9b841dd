import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { isSnowy } from "../plants/seasons";
import { addMoving, type StageSet, shade, spanOf } from "../stage/stage-set";

const BLOOMS: readonly [Color, ...Color[]] = [
  [240, 84, 106],
  [255, 176, 70],
  [250, 236, 120],
  [178, 120, 236],
  [255, 170, 200],
  [250, 250, 250],
];

export function addButterflies(set: StageSet): void {
  if (set.palette.isDark || set.weather !== "clear" || isSnowy(set)) return;
  const { random, unit } = set;
  const { groundY } = set.scenery;
  const depth = 1.05;
  const { left, right } = spanOf(set, depth);
  const wings = Array.from({ length: Math.ceil(((right - left) / unit) * 3) }, (_, index) => ({
    x: random.between(left, right),
    y: groundY - random.between(0.02, 0.3) * unit,
    phase: random.next() * 6,
    hue: shade(set, BLOOMS[index % BLOOMS.length] ?? BLOOMS[0], 1),
  }));
  addMoving(set, depth, (context, seconds) => {
    for (const { x, y, phase, hue } of wings) {
      const px = x + Math.sin(seconds * 0.6 + phase) * unit * 0.12;
      const py = y + Math.sin(seconds * 1.3 + phase * 2) * unit * 0.05;
      const open = Math.abs(Math.sin(seconds * 9 + phase)) * 0.8 + 0.2;
      drawButterfly(context, px, py, unit * 0.016, open, hue);
    }
  });
}

function drawButterfly(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  open: number,
  hue: Color,
) {
  for (const side of [-1, 1]) {
    context.fillStyle = css(side < 0 ? hue : lighten(hue, 0.16));
    context.beginPath();
    context.ellipse(
      x + side * size * 0.5 * open,
      y - size * 0.3,
      size * 0.55 * open,
      size * 0.5,
      side * 0.5,
      0,
      Math.PI * 2,
    );
    context.ellipse(
      x + side * size * 0.4 * open,
      y + size * 0.3,
      size * 0.4 * open,
      size * 0.36,
      -side * 0.4,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
  context.fillStyle = css(darken(hue, 0.7));
  context.fillRect(x - size * 0.06, y - size * 0.5, size * 0.12, size);
}
