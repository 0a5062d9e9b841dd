import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import type { Random } from "../drawing/random";
import { addLayer, type Layer, type StageSet, shade } from "../stage/stage-set";
import { ROCK, SNOW } from "./ground";

/** Peaks side by side, lit from the left, that fade into the air at their feet. */
export function addMountainRange(
  set: StageSet,
  baseY: number,
  height: number,
  depth: number,
  snow = true,
): Layer {
  return addLayer(set, { depth, top: baseY - height * 1.5 }, (context, width) => {
    const rock = shade(set, ROCK, depth);
    const cap = snow ? shade(set, SNOW, depth + 0.2) : undefined;
    const step = height * 0.95;
    const peaks: { x: number; high: number }[] = [];
    for (let x = -step; x < width + step; x += step * set.random.between(0.5, 0.95))
      peaks.push({ x, high: height * set.random.between(0.58, 1.15) });
    for (const { x, high } of peaks.sort((a, b) => b.high - a.high))
      drawPeak(
        context,
        set.random,
        { x, y: baseY + height * 0.25, high: high + height * 0.25 },
        rock,
        cap,
      );
    const foot = context.createLinearGradient(0, baseY - height * 0.5, 0, baseY + height * 0.1);
    foot.addColorStop(0, css(set.palette.haze, 0));
    foot.addColorStop(1, css(lighten(set.palette.haze, 0.1), 0.55));
    context.globalCompositeOperation = "source-atop";
    context.fillStyle = foot;
    context.fillRect(0, baseY - height * 1.5, width, height * 3);
    context.globalCompositeOperation = "source-over";
    context.fillStyle = css(mix(rock, set.palette.haze, 0.5));
    context.fillRect(0, baseY + height * 0.2, width, set.height);
  });
}

const SPURS = 7;

function drawPeak(
  context: SKRSContext2D,
  random: Random,
  { x, y, high }: { x: number; y: number; high: number },
  rock: Color,
  cap: Color | undefined,
): void {
  const half = high * random.between(0.8, 1.15);
  const rough = (share: number) => random.between(-0.05, 0.05) * high * Math.sin(share * Math.PI);
  // From the summit down: the left edge, the spine and the right edge.
  const at = (side: number) =>
    Array.from({ length: SPURS + 1 }, (_, index): readonly [number, number] => {
      const t = index / SPURS;
      const out =
        side === 0 ? 0.1 * Math.sin(index * 2.4 + x) * t : side * (0.72 * t + 0.28 * t * t);
      return [x + out * half + rough(t), y - high * (1 - t) + (index ? rough(t) * 0.6 : 0)];
    });
  const summit: readonly [number, number] = [x, y - high];
  const [left, spine, right] = [at(-1), at(0), at(1)].map((line) => [summit, ...line.slice(1)]) as [
    (readonly [number, number])[],
    (readonly [number, number])[],
    (readonly [number, number])[],
  ];
  const fill = (points: readonly (readonly [number, number])[], color: Color, alpha = 1) => {
    context.fillStyle = css(color, alpha);
    context.beginPath();
    for (const [px, py] of points) context.lineTo(px, py);
    context.fill();
  };
  fill([...left, ...right.toReversed()], rock);
  fill([...left, ...spine.toReversed()], lighten(rock, 0.14));
  fill([...spine, ...right.toReversed()], darken(rock, 0.2));
  for (let index = 1; index < SPURS; index++) {
    const from = spine[index];
    const [leftPoint, rightPoint] = [left[index + 1], right[index + 1]];
    if (!from || !leftPoint || !rightPoint) continue;
    const towards = (
      edge: readonly [number, number],
      share: number,
      drop: number,
    ): readonly [number, number] => [
      from[0] + (edge[0] - from[0]) * share,
      from[1] + (edge[1] - from[1]) * share + high * drop,
    ];
    fill(
      [from, towards(leftPoint, 0.75, 0.03), towards(leftPoint, 0.28, 0.12)],
      darken(rock, 0.06),
      0.8,
    );
    fill(
      [from, towards(rightPoint, 0.7, 0.02), towards(rightPoint, 0.3, 0.13)],
      darken(rock, 0.3),
      0.55,
    );
  }
  if (!cap) return;
  const melt = random.between(0.24, 0.36);
  const snowy = (edge: readonly (readonly [number, number])[], tone: Color) => {
    const low = Math.max(2, Math.round(SPURS * melt));
    const points: (readonly [number, number])[] = edge.slice(0, low + 1);
    const [ex, ey] = points.at(-1) ?? summit;
    const [sx, sy] = spine[low] ?? summit;
    for (let tooth = 1; tooth < 6; tooth++) {
      const t = tooth / 6;
      points.push([ex + (sx - ex) * t, ey + (sy - ey) * t + (tooth % 2 ? -0.06 : 0.035) * high]);
    }
    fill([...points, ...spine.slice(0, low + 1).toReversed()], tone);
  };
  snowy(right, darken(cap, 0.18));
  snowy(left, cap);
}
