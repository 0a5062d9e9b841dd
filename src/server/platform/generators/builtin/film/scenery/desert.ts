import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { smoothNoise } from "../drawing/random";
import { verticalGradient } from "../drawing/shapes";
import { addPlants, createTufts, scatter } from "../plants/plants";
import { addSky } from "../sky/sky";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addCactuses } from "./cactuses";
import { addGround, SAND, seedOf } from "./ground";
import { addBoulders } from "./mountains";

const REDROCK: Color = [204, 112, 78];

/** Table mountains over dunes with a lit and a shaded side, cactuses and rippled sand. */
export function desert(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  addSky(set, { horizon: horizonY, clouds: set.weather === "clear" ? 2 : 5 });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.6, depth: 0.07 });
  addMesas(set, 0.1, horizonY + unit * 0.03, unit * 0.14 * loft, 0.42);
  addMesas(set, 0.18, horizonY + unit * 0.05, unit * 0.24 * loft, 0.85);
  addDunes(set, 0.3, horizonY + unit * 0.06, unit * 0.1 * loft, 0.9);
  addDunes(set, 0.48, (horizonY + groundY) / 2 - unit * 0.01, unit * 0.08, 0.7);
  addCactuses(set, 0.52, (horizonY + groundY) / 2 + unit * 0.01, 0.14, 0.4);
  addDunes(set, 0.7, groundY - unit * 0.07, unit * 0.06, 1.1);
  if (!set.shown.has("cactus")) addCactuses(set, 0.76, groundY - unit * 0.06, 0.26, 0.9);
  addGround(set, SAND);
  addRipples(set);
  addBoulders(set, REDROCK);
  const size = unit * 0.04;
  const dry = [
    [176, 150, 84],
    [150, 128, 76],
  ] as const;
  const kinds = createTufts(
    set,
    1.05,
    size,
    dry.map((tone) => shade(set, tone, 1)),
  );
  const tufts = scatter(set, 1.05, unit * 0.4, () => ({
    y: groundY + set.random.between(-0.04, 0.16) * unit,
    scale: set.random.between(0.6, 1.2),
  }));
  addPlants(set, { depth: 1.05, limber: 2 }, kinds, tufts);
}

/** Flat-topped rocks in bands, lit from the left. */
function addMesas(set: StageSet, depth: number, y: number, high: number, every: number): void {
  const { unit, random } = set;
  addLayer(set, { depth, top: y - high * 1.4 }, (context, width) => {
    const rock = shade(set, REDROCK, depth + 0.12);
    for (
      let x = unit * random.between(-0.2, 0.3);
      x < width;
      x += unit * every * random.between(0.6, 1.3)
    ) {
      const tall = high * random.between(0.5, 1.2);
      const wide = (tall * random.between(0.7, 1.9)) / set.loft;
      drawMesa(context, { x, y, wide, tall }, rock, random.integer(1, 1e6));
    }
    context.fillStyle = css(shade(set, SAND, depth));
    context.fillRect(0, y - unit * 0.004, width, set.height);
  });
}

type Mesa = { x: number; y: number; wide: number; tall: number };

function drawMesa(
  context: SKRSContext2D,
  { x, y, wide, tall }: Mesa,
  rock: Color,
  seed: number,
): void {
  const side = (direction: number) =>
    Array.from({ length: 7 }, (_, step): readonly [number, number] => {
      const t = step / 6;
      const flare = t < 0.55 ? 0 : ((t - 0.55) / 0.45) ** 1.5 * 0.42;
      const rough = smoothNoise(seed + direction, step * 1.7) * 0.05;
      return [x + direction * wide * (0.5 + flare + rough), y - tall * (1 - t)];
    });
  const [left, right] = [side(-1), side(1)];
  const fill = (points: readonly (readonly [number, number])[], tone: Color, alpha = 1) => {
    context.fillStyle = css(tone, alpha);
    context.beginPath();
    for (const point of points) context.lineTo(...point);
    context.fill();
  };
  fill([...left, ...right.toReversed()], rock);
  const shaded = right.map(([px, py], step): readonly [number, number] => [
    px - wide * (0.42 - step * 0.02),
    py,
  ]);
  fill([...shaded, ...right.toReversed()], darken(rock, 0.2));
  for (let band = 1; band < 5; band++) {
    const row = band * 0.8;
    const at = (edge: readonly (readonly [number, number])[]) => edge[Math.round(row)] ?? [x, y];
    const [[lx, ly], [rx]] = [at(left), at(right)];
    context.fillStyle = css(band % 2 ? lighten(rock, 0.2) : darken(rock, 0.24), 0.4);
    context.fillRect(lx, ly + smoothNoise(seed, band) * tall * 0.04, rx - lx, tall * 0.035);
  }
  fill(
    [
      left[0] ?? [x, y],
      right[0] ?? [x, y],
      [x + wide * 0.44, y - tall * 1.04],
      [x - wide * 0.4, y - tall * 1.05],
    ],
    lighten(rock, 0.16),
  );
}

/** Crests of sand: bright towards the sun, in shadow behind the edge. */
function addDunes(set: StageSet, depth: number, y: number, high: number, wave: number): void {
  const { unit } = set;
  addLayer(set, { depth, top: y - high * 1.4 }, (context, width) => {
    const sand = shade(set, SAND, depth);
    const seed = seedOf(set);
    const crest = (x: number) => y - high * (0.5 + 0.5 * smoothNoise(seed, x / (unit * wave)));
    context.fillStyle = verticalGradient(
      context,
      y - high,
      y + unit * 0.2,
      lighten(sand, 0.2),
      sand,
      mix(sand, set.palette.haze, 0.25 * (1 - depth)),
    );
    context.beginPath();
    context.moveTo(0, set.height * 1.2);
    for (let x = 0; x <= width + 8; x += 8) context.lineTo(x, crest(x));
    context.lineTo(width + 8, set.height * 1.2);
    context.fill();
    const shadow = darken(mix(sand, [150, 90, 90], 0.25), 0.16);
    const step = 8;
    context.fillStyle = verticalGradient(
      context,
      y - high,
      y + high * 0.4,
      shadow,
      mix(shadow, sand, 0.7),
    );
    for (let x = 0; x < width; x += step) {
      const slope = crest(x + step) - crest(x);
      if (slope <= 0) continue;
      const long = Math.min(high * 1.1, slope * high * 0.14 + high * 0.1);
      context.beginPath();
      context.moveTo(x, crest(x));
      context.lineTo(x + step + 1, crest(x + step));
      context.lineTo(x + step + 1 - long * 0.5, crest(x + step) + long);
      context.lineTo(x - long * 0.5, crest(x) + long);
      context.fill();
    }
  });
}

function addRipples(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  addLayer(set, { depth: 1, plain: true, top: groundY - unit * 0.06 }, (context, width) => {
    const sand = shade(set, SAND, 1);
    for (let row = 0; row < 13; row++) {
      const y = groundY - unit * 0.04 + (row / 13) ** 1.3 * (set.height - groundY + unit * 0.04);
      for (let x = -unit * random.next() * 0.3; x < width; x += unit * random.between(0.16, 0.5)) {
        const long = unit * random.between(0.08, 0.24) * (0.6 + row * 0.06);
        for (const [tone, shift] of [
          [darken(sand, 0.16), 0],
          [lighten(sand, 0.22), unit * 0.004],
        ] as const) {
          context.strokeStyle = css(tone, 0.5);
          context.lineWidth = unit * 0.0028;
          context.beginPath();
          context.moveTo(x, y + shift);
          context.bezierCurveTo(
            x + long * 0.3,
            y + shift - unit * 0.01,
            x + long * 0.6,
            y + shift + unit * 0.008,
            x + long,
            y + shift,
          );
          context.stroke();
        }
      }
    }
  });
  addHeat(set);
}

/** Air that shimmers over the ground by day. */
function addHeat(set: StageSet): void {
  if (set.time !== "day" || set.weather !== "clear") return;
  const { horizonY } = set.scenery;
  const { unit, width } = set;
  const tone = css(lighten(set.palette.haze, 0.4), 0.22);
  addMoving(set, 0.2, (context, seconds) => {
    context.strokeStyle = tone;
    context.lineWidth = unit * 0.006;
    for (let row = 0; row < 3; row++) {
      const y = horizonY + unit * (0.004 + row * 0.014);
      context.beginPath();
      for (let x = -width * 0.1; x <= width * 1.1; x += 20)
        context.lineTo(x, y + Math.sin(x * 0.03 + seconds * 4 + row * 2) * unit * 0.003);
      context.stroke();
    }
  });
}
