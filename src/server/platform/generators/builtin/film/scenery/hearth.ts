import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { type StageSet, shade } from "../stage/stage-set";
import { glows } from "./interior";

const OAK: Color = [166, 118, 82];

/** A chimney breast; what burns in it is drawn anew every frame. */
export function drawHearth(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  floorY: number,
): void {
  const { unit, random } = set;
  const brick = shade(set, [176, 104, 84], 0.92);
  context.fillStyle = css(darken(brick, 0.1));
  context.fillRect(x - unit * 0.17, floorY - unit * 0.34, unit * 0.34, unit * 0.34);
  for (let row = 0; row < 11; row++) {
    for (let column = 0; column < 7; column++) {
      const left = x - unit * 0.17 + column * unit * 0.05 - (row % 2) * unit * 0.02;
      context.fillStyle = css(random.next() < 0.5 ? brick : lighten(brick, 0.1));
      context.fillRect(
        Math.max(left, x - unit * 0.17),
        floorY - unit * (0.03 * (row + 1)),
        unit * 0.046,
        unit * 0.026,
      );
    }
  }
  context.fillStyle = css(shade(set, [44, 34, 36], 0.95));
  context.beginPath();
  context.roundRect(x - unit * 0.11, floorY - unit * 0.2, unit * 0.22, unit * 0.2, [
    unit * 0.05,
    unit * 0.05,
    0,
    0,
  ]);
  context.fill();
  for (const [dx, turn] of [
    [-0.05, 0.2],
    [0.03, -0.25],
    [-0.01, 0.05],
  ] as const) {
    context.save();
    context.translate(x + unit * dx, floorY - unit * 0.03);
    context.rotate(turn);
    context.fillStyle = css(shade(set, [120, 78, 52], 0.95));
    context.fillRect(-unit * 0.06, -unit * 0.012, unit * 0.13, unit * 0.024);
    context.restore();
  }
  if (glows(set)) drawGlow(lights, x, floorY - unit * 0.1, unit * 0.3, [255, 150, 70], 0.4);
  const mantel = shade(set, OAK, 0.95);
  context.fillStyle = css(lighten(mantel, 0.14));
  context.fillRect(x - unit * 0.2, floorY - unit * 0.375, unit * 0.4, unit * 0.022);
  context.fillStyle = css(darken(mantel, 0.2));
  context.fillRect(x - unit * 0.18, floorY - unit * 0.353, unit * 0.36, unit * 0.014);
  for (const [dx, high, hue] of [
    [-0.13, 0.07, [236, 226, 206]],
    [-0.08, 0.05, [206, 96, 84]],
    [0.12, 0.08, [96, 150, 160]],
  ] as const) {
    context.fillStyle = css(shade(set, hue, 0.95));
    context.beginPath();
    context.roundRect(
      x + unit * (dx - 0.016),
      floorY - unit * (0.375 + high),
      unit * 0.032,
      unit * high,
      unit * 0.01,
    );
    context.fill();
  }
}
