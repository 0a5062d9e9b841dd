import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { addMoving, type StageSet, shade } from "../stage/stage-set";

const CRIMSON: Color = [168, 38, 54];
const GOLD: Color = [232, 188, 84];

/** Long cloths with a crest that the draught moves. */
export function addBanners(set: StageSet, places: readonly number[], y: number): void {
  const { unit } = set;
  const high = unit * 0.44;
  const half = unit * 0.085;
  const tones = [shade(set, CRIMSON, 0.95), shade(set, [46, 74, 140], 0.95)] as const;
  const gold = shade(set, GOLD, 0.95);
  addMoving(set, 0.55, (context, seconds) => {
    for (const [index, x] of places.entries()) {
      const sway = (t: number) => Math.sin(seconds * 1.2 + index * 2 + t * 3) * unit * 0.012 * t;
      const edge = (side: number, scale: number, from: number, to: number) => {
        for (let step = 0; step <= 8; step++) {
          const t = from + ((to - from) * step) / 8;
          context.lineTo(x + side * half * scale + sway(t), y + high * t);
        }
      };
      for (const [tone, scale] of [
        [gold, 1.1],
        [tones[index % 2] ?? tones[0], 0.94],
      ] as const) {
        context.fillStyle = verticalGradient(
          context,
          y,
          y + high,
          lighten(tone, 0.1),
          darken(tone, 0.2),
        );
        context.beginPath();
        edge(-1, scale, 0, 0.84 + (scale - 1) * 0.1);
        context.lineTo(x + sway(1), y + high * (1 + (scale - 1) * 0.1));
        edge(1, scale, 0.84 + (scale - 1) * 0.1, 0);
        context.fill();
      }
      drawCrest(context, x + sway(0.45), y + high * 0.42, half * 0.6, gold);
    }
  });
}

function drawCrest(context: SKRSContext2D, x: number, y: number, size: number, gold: Color): void {
  context.fillStyle = css(gold);
  context.beginPath();
  context.moveTo(x - size, y - size);
  context.lineTo(x - size * 0.5, y - size * 0.2);
  context.lineTo(x, y - size * 1.1);
  context.lineTo(x + size * 0.5, y - size * 0.2);
  context.lineTo(x + size, y - size);
  context.lineTo(x + size * 0.8, y + size * 0.6);
  context.lineTo(x - size * 0.8, y + size * 0.6);
  context.fill();
}
