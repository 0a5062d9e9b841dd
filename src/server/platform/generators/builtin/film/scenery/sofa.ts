import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { type StageSet, shade } from "../stage/stage-set";

const OAK: Color = [166, 118, 82];

export function drawSofa(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  hue: Color,
): void {
  const { unit } = set;
  const cloth = shade(set, hue, 0.98);
  const box = (
    left: number,
    top: number,
    wide: number,
    high: number,
    tone: Color,
    round = 0.03,
  ) => {
    context.fillStyle = verticalGradient(
      context,
      y - unit * top,
      y - unit * (top - high),
      lighten(tone, 0.1),
      darken(tone, 0.12),
    );
    context.beginPath();
    context.roundRect(x + unit * left, y - unit * top, unit * wide, unit * high, unit * round);
    context.fill();
  };
  context.fillStyle = css(darken(shade(set, OAK, 1), 0.4));
  for (const leg of [0.02, 0.54])
    context.fillRect(x + unit * leg, y - unit * 0.03, unit * 0.02, unit * 0.03);
  box(0.02, 0.24, 0.54, 0.18, darken(cloth, 0.08), 0.04);
  for (const left of [0.05, 0.295]) box(left, 0.2, 0.235, 0.13, cloth);
  for (const left of [0.04, 0.29]) box(left, 0.105, 0.25, 0.05, lighten(cloth, 0.08));
  box(-0.02, 0.17, 0.075, 0.145, darken(cloth, 0.04), 0.035);
  box(0.525, 0.17, 0.075, 0.145, darken(cloth, 0.14), 0.035);
  for (const [left, tone] of [
    [0.08, mix(cloth, [255, 240, 210], 0.75)],
    [0.43, mix(cloth, [250, 190, 90], 0.8)],
  ] as const)
    box(left, 0.19, 0.09, 0.085, tone, 0.02);
}
