import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addSky } from "../sky/sky";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addStrings } from "./pennants";
import { lightsOn } from "./skyline";
import { addHouses } from "./village";

const CLOTHS: readonly [Color, ...Color[]] = [
  [222, 74, 68],
  [60, 140, 130],
  [240, 176, 66],
  [92, 110, 190],
  [200, 100, 150],
];
const GOODS: readonly [Color, ...Color[]] = [
  [226, 62, 58],
  [250, 160, 50],
  [250, 222, 80],
  [110, 180, 70],
  [140, 84, 160],
  [200, 132, 84],
];

/** Stalls under striped cloth on a square, with flags or lanterns strung across. */
export function market(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  addSky(set, { horizon: horizonY, clouds: 3 });
  addBirds(set, { high: horizonY * 0.2, low: horizonY * 0.4, depth: 0.07 });
  addHouses(set, { depth: 0.3, y: horizonY + unit * 0.1, size: 0.4 * loft, gap: 0 });
  addSquare(set);
  addStalls(set, 0.66, groundY - unit * 0.1, 0.34 * Math.sqrt(loft));
  addStrings(set, 0.5, horizonY - unit * 0.16 * loft);
  addCrates(set, 0.9, groundY - unit * 0.055);
  addStrings(set, 1.2, -set.height * 0.02 + unit * 0.02);
}

function addSquare(set: StageSet): void {
  const { groundY, horizonY } = set.scenery;
  const { unit, random } = set;
  const top = horizonY + unit * 0.09;
  for (const [depth, from] of [
    [0.56, top],
    [1, groundY - unit * 0.06],
  ] as const)
    addLayer(set, { depth, top: from - 4 }, (context, width) => {
      const stone = shade(set, [190, 174, 158], depth);
      context.fillStyle = verticalGradient(
        context,
        from,
        set.height,
        lighten(stone, 0.06),
        darken(stone, 0.16),
      );
      context.fillRect(0, from, width, set.height);
      if (depth < 1) return;
      const rows = 9;
      for (let row = 0; row < rows; row++) {
        const y = from + (row / rows) ** 1.4 * (set.height * 1.06 - from);
        const high = ((set.height * 1.06 - from) / rows) * (0.5 + row / rows) * 0.8;
        for (let x = -unit * random.next() * 0.1; x < width; x += high * 2.6) {
          context.fillStyle = css(
            random.next() < 0.5 ? lighten(stone, 0.1) : darken(stone, 0.1),
            0.55,
          );
          context.beginPath();
          context.roundRect(x, y, high * 2.4, high * 0.86, high * 0.3);
          context.fill();
        }
      }
    });
}

function addStalls(set: StageSet, depth: number, y: number, size: number): void {
  const { unit, random } = set;
  const high = unit * size;
  addLayer(
    set,
    { depth, top: y - high * 1.3, bottom: y + unit * 0.03 },
    (context, width, lights) => {
      for (let x = unit * random.between(0, 0.2); x < width; x += high * random.between(1.5, 1.75))
        drawStall(set, context, lights, x, y, high, depth);
    },
  );
}

function drawStall(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
  high: number,
  depth: number,
) {
  const { random } = set;
  const wood = shade(set, [150, 104, 72], depth);
  const cloth = shade(set, random.pick(CLOTHS), depth);
  const wide = high * 1.3;
  context.fillStyle = css(darken(wood, 0.62), 0.85);
  context.fillRect(x + wide * 0.05, y - high * 0.78, wide * 0.9, high * 0.76);
  if (lightsOn(set))
    drawGlow(lights, x + wide / 2, y - high * 0.62, high * 0.5, set.palette.accents[0], 0.7);
  context.fillStyle = css(wood);
  for (const post of [0.03, 0.94])
    context.fillRect(x + wide * post, y - high * 0.9, wide * 0.035, high * 0.9);
  context.fillStyle = verticalGradient(
    context,
    y - high * 0.4,
    y,
    lighten(wood, 0.12),
    darken(wood, 0.2),
  );
  context.fillRect(x, y - high * 0.36, wide, high * 0.36);
  for (let plank = 1; plank < 4; plank++) {
    context.fillStyle = css(darken(wood, 0.3), 0.5);
    context.fillRect(x, y - high * 0.09 * plank, wide, high * 0.008);
  }
  for (let heap = 0; heap < 4; heap++) {
    const good = shade(set, random.pick(GOODS), depth);
    for (let row = 0; row < 3; row++) {
      for (let item = 0; item < 5 - row; item++) {
        const px =
          x + wide * (0.055 + heap * 0.235) + (item + row * 0.5) * wide * 0.042 + wide * 0.02;
        const py = y - high * (0.39 + row * 0.048);
        context.fillStyle = css(darken(good, 0.18));
        context.beginPath();
        context.arc(px, py, high * 0.034, 0, Math.PI * 2);
        context.fill();
        context.fillStyle = css(lighten(good, 0.12));
        context.beginPath();
        context.arc(px - high * 0.008, py - high * 0.008, high * 0.022, 0, Math.PI * 2);
        context.fill();
      }
    }
  }
  const stripes = 9;
  for (let stripe = 0; stripe < stripes; stripe++) {
    const tone = stripe % 2 ? mix(cloth, [255, 250, 240], 0.82) : cloth;
    const [l, r] = [stripe / stripes, (stripe + 1) / stripes];
    context.fillStyle = verticalGradient(
      context,
      y - high * 1.14,
      y - high * 0.78,
      lighten(tone, 0.1),
      darken(tone, 0.1),
    );
    context.beginPath();
    context.moveTo(x + wide * (0.1 + 0.8 * l), y - high * 1.14);
    context.lineTo(x + wide * (0.1 + 0.8 * r), y - high * 1.14);
    context.lineTo(x + wide * (-0.06 + 1.12 * r), y - high * 0.84);
    context.arc(
      x + wide * (-0.06 + 1.12 * (l + 0.5 / stripes)),
      y - high * 0.84,
      (wide * 1.12) / stripes / 2,
      0,
      Math.PI,
    );
    context.fill();
  }
}

/** Boxes and sacks beside the way. */
function addCrates(set: StageSet, depth: number, y: number): void {
  const { unit, random } = set;
  addLayer(set, { depth, top: y - unit * 0.14, bottom: y + unit * 0.02 }, (context, width) => {
    for (let x = unit * 0.1; x < width; x += unit * random.between(0.5, 0.9)) {
      const size = unit * random.between(0.06, 0.085);
      const wood = shade(set, [190, 144, 98], depth);
      const good = shade(set, random.pick(GOODS), depth);
      for (let item = 0; item < 6; item++) {
        context.fillStyle = css(item % 2 ? good : lighten(good, 0.16));
        context.beginPath();
        context.arc(
          x + size * (0.12 + item * 0.24),
          y - size * 0.66 - (item % 2) * size * 0.08,
          size * 0.15,
          0,
          Math.PI * 2,
        );
        context.fill();
      }
      for (let slat = 0; slat < 3; slat++) {
        context.fillStyle = css(slat % 2 ? wood : darken(wood, 0.08));
        context.fillRect(x - size * 0.04, y - size * (0.62 - slat * 0.21), size * 1.5, size * 0.18);
      }
      context.fillStyle = css(darken(wood, 0.3));
      context.fillRect(x - size * 0.04, y - size * 0.62, size * 0.09, size * 0.62);
      context.fillRect(x + size * 1.37, y - size * 0.62, size * 0.09, size * 0.62);
    }
  });
}
