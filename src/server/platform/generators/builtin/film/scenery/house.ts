import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { isSnowy } from "../plants/seasons";
import { type StageSet, shade } from "../stage/stage-set";
import { SNOW } from "./ground";
import { lightsOn } from "./skyline";
import type { Chimney } from "./sparks";

export const PLASTER: readonly [Color, ...Color[]] = [
  [246, 232, 206],
  [232, 196, 160],
  [214, 222, 216],
  [240, 208, 150],
  [206, 214, 232],
  [232, 176, 160],
];
export const TILES: readonly [Color, ...Color[]] = [
  [186, 84, 66],
  [160, 74, 70],
  [120, 92, 84],
  [96, 106, 128],
];

type House = {
  x: number;
  y: number;
  wide: number;
  high: number;
  depth: number;
  wall: Color;
  roof: Color;
};

/** A gabled house on the row `y`, seen from its long side; @returns the top of its chimney. */
export function drawHouse(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  house: House,
): Chimney {
  const { x, y, wide, high, depth } = house;
  const wall = shade(set, house.wall, depth);
  const roof = shade(set, isSnowy(set) ? mix(SNOW, house.roof, 0.08) : house.roof, depth);
  const eaves = y - high * 0.56;
  context.fillStyle = verticalGradient(context, eaves, y, lighten(wall, 0.06), darken(wall, 0.16));
  context.fillRect(x, eaves, wide, high * 0.58);
  context.fillStyle = css(darken(wall, 0.34), 0.5);
  context.fillRect(x, eaves, wide, high * 0.05);
  context.fillStyle = css(darken(wall, 0.4));
  context.fillRect(x, y - high * 0.03, wide, high * 0.05);
  const chimney = { x: x + wide * 0.74, y: y - high * 1.04 };
  context.fillStyle = css(darken(shade(set, [170, 96, 80], depth), 0.12));
  context.fillRect(chimney.x - wide * 0.05, chimney.y, wide * 0.1, high * 0.3);
  context.fillStyle = css(darken(roof, 0.4));
  context.fillRect(chimney.x - wide * 0.062, chimney.y - high * 0.02, wide * 0.124, high * 0.05);
  context.fillStyle = verticalGradient(
    context,
    y - high,
    eaves,
    lighten(roof, 0.12),
    darken(roof, 0.12),
  );
  context.beginPath();
  context.moveTo(x - wide * 0.08, eaves + high * 0.03);
  context.lineTo(x + wide * 0.14, y - high);
  context.lineTo(x + wide * 0.86, y - high);
  context.lineTo(x + wide * 1.08, eaves + high * 0.03);
  context.fill();
  context.strokeStyle = css(darken(roof, 0.24), 0.55);
  context.lineWidth = Math.max(1, high * 0.008);
  for (let row = 1; row < 5; row++) {
    const t = row / 5;
    context.beginPath();
    context.moveTo(x + wide * (0.14 - 0.22 * t), y - high + high * 0.47 * t);
    context.lineTo(x + wide * (0.86 + 0.22 * t), y - high + high * 0.47 * t);
    context.stroke();
  }
  drawFront(set, context, lights, house, wall);
  return chimney;
}

function drawFront(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  { x, y, wide, high, depth, roof }: House,
  wall: Color,
) {
  const isLit = lightsOn(set);
  const doorAt = set.random.pick([0.1, 0.42, 0.74] as const);
  const wood = shade(set, mix(roof, [96, 66, 50], 0.5), depth);
  context.fillStyle = css(lighten(wall, 0.4));
  context.fillRect(x + wide * (doorAt - 0.02), y - high * 0.38, wide * 0.2, high * 0.38);
  context.fillStyle = css(wood);
  context.fillRect(x + wide * doorAt, y - high * 0.36, wide * 0.16, high * 0.36);
  for (const at of [0.1, 0.42, 0.74]) {
    if (at === doorAt) continue;
    const [wx, wy, ww, wh] = [x + wide * at, y - high * 0.42, wide * 0.16, high * 0.2];
    context.fillStyle = css(lighten(wall, 0.45));
    context.fillRect(wx - ww * 0.1, wy - wh * 0.08, ww * 1.2, wh * 1.2);
    const shines = isLit && set.random.next() < 0.8;
    const pen = shines ? lights : context;
    pen.fillStyle = shines
      ? css(mix(set.palette.accents[0], [255, 240, 200], 0.25), 0.95)
      : css(mix(wall, set.palette.sky[0], 0.6));
    pen.fillRect(wx, wy, ww, wh);
    if (shines) drawGlow(lights, wx + ww / 2, wy + wh / 2, wh * 1.6, set.palette.accents[0], 0.4);
    context.fillStyle = pen.fillStyle = css(lighten(wall, 0.45));
    pen.fillRect(wx + ww * 0.46, wy, ww * 0.08, wh);
    pen.fillRect(wx, wy + wh * 0.46, ww, wh * 0.08);
    context.fillStyle = css(wood);
    context.fillRect(wx - ww * 0.34, wy - wh * 0.04, ww * 0.24, wh * 1.12);
    context.fillRect(wx + ww * 1.1, wy - wh * 0.04, ww * 0.24, wh * 1.12);
  }
}

/** Pickets between two rails along a plane. */
export function drawFence(
  context: SKRSContext2D,
  width: number,
  y: number,
  size: number,
  color: Color,
  has: (x: number) => boolean = () => true,
): void {
  for (let x = 0; x < width; x += size * 0.42) {
    if (!has(x)) continue;
    context.fillStyle = css(darken(color, 0.12));
    context.fillRect(x, y - size * 0.72, size * 0.42, size * 0.1);
    context.fillRect(x, y - size * 0.34, size * 0.42, size * 0.1);
    context.fillStyle = css(color);
    context.beginPath();
    context.moveTo(x + size * 0.08, y);
    context.lineTo(x + size * 0.08, y - size * 0.86);
    context.lineTo(x + size * 0.19, y - size);
    context.lineTo(x + size * 0.3, y - size * 0.86);
    context.lineTo(x + size * 0.3, y);
    context.fill();
  }
}
