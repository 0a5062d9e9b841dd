import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, lighten } from "../drawing/color";
import { addMoving, type StageSet, shade, spanOf } from "../stage/stage-set";
import { lightsOn } from "./skyline";

const CLOTHS: readonly [Color, ...Color[]] = [
  [222, 74, 68],
  [60, 140, 130],
  [240, 176, 66],
  [92, 110, 190],
  [200, 100, 150],
];
/** Pennants by day, lanterns by night, on lines that swing. */
export function addStrings(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  const isLit = lightsOn(set);
  const { left, right } = spanOf(set, depth);
  const every = unit * 0.9;
  const sag = unit * 0.12;
  const hues = CLOTHS.map((cloth) => shade(set, cloth, Math.min(1, depth + 0.2)));
  const scale = 0.6 + depth * 0.5;
  addMoving(set, depth, (context, seconds) => {
    for (let x = left - every * 0.4; x < right; x += every) {
      const swing = Math.sin(seconds * 1.1 + x * 0.01) * unit * 0.006;
      const at = (t: number): readonly [number, number] => [
        x + every * t,
        y + sag * 4 * t * (1 - t) + swing * Math.sin(t * Math.PI),
      ];
      context.strokeStyle = css(shade(set, [90, 80, 84], 1), 0.8);
      context.lineWidth = Math.max(1, unit * 0.0024);
      context.beginPath();
      for (let step = 0; step <= 12; step++) context.lineTo(...at(step / 12));
      context.stroke();
      for (let flag = 0; flag < 10; flag++) {
        const [px, py] = at((flag + 0.5) / 10);
        const hue = hues[flag % hues.length] ?? [220, 80, 70];
        if (isLit)
          drawBulb(context, px, py, unit * 0.012 * scale, set.palette.accents[flag % 3] ?? hue);
        else
          drawPennant(
            context,
            px,
            py,
            unit * 0.03 * scale,
            Math.sin(seconds * 3 + flag + x) * 0.25,
            hue,
          );
      }
    }
  });
}

function drawPennant(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  lean: number,
  hue: Color,
) {
  context.fillStyle = css(hue);
  context.beginPath();
  context.moveTo(x - size * 0.7, y);
  context.lineTo(x + size * 0.7, y);
  context.lineTo(x + lean * size, y + size * 1.5);
  context.fill();
}

function drawBulb(context: SKRSContext2D, x: number, y: number, size: number, hue: Color) {
  for (const [radius, alpha] of [
    [2.4, 0.16],
    [1.6, 0.3],
    [0.8, 1],
  ] as const) {
    context.fillStyle = css(radius < 1 ? lighten(hue, 0.5) : hue, alpha);
    context.beginPath();
    context.arc(x, y + size, size * radius, 0, Math.PI * 2);
    context.fill();
  }
}
