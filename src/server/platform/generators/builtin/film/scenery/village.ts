import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { grassOf } from "../plants/seasons";
import { addSky } from "../sky/sky";
import { addLayer, type StageSet, shade, spanOf } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addMeadowGround, addTrees } from "./grassland";
import { addHills, GRASS, LEAF, PINE } from "./ground";
import { drawFence, drawHouse, PLASTER, TILES } from "./house";
import { addMountainRange } from "./mountain-range";
import { lightsOn } from "./skyline";
import { addSmoke, type Chimney } from "./sparks";

/** Beside one of these only the houses far off are no doubles. */
const HOUSES = ["house", "houses", "house-with-garden", "hut", "derelict-house"];

/** Houses around a church between hills; smoke rises, and in the evening the windows are lit. */
export function village(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  const grass = grassOf(set, GRASS);
  addSky(set, { horizon: horizonY });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.6, depth: 0.07 });
  addMountainRange(set, horizonY + unit * 0.02, unit * 0.2 * loft, 0.08);
  addHills(set, horizonY + unit * 0.03, unit * 0.12 * loft, 0.18, mix(grass, PINE, 0.35), {
    trees: LEAF,
  });
  addHills(set, horizonY + unit * 0.06, unit * 0.07, 0.3, mix(grass, PINE, 0.12), { fields: true });
  addHouses(set, { depth: 0.4, y: horizonY + unit * 0.07, size: 0.12 * Math.sqrt(loft), gap: 0.1 });
  if (!set.shown.has("church")) addChurch(set, 0.44, horizonY + unit * 0.09);
  addHills(set, (horizonY + groundY) / 2 + unit * 0.01, unit * 0.03, 0.56, grass, { wave: 1.6 });
  if (!HOUSES.some((house) => set.shown.has(house)))
    addHouses(set, {
      depth: 0.68,
      y: groundY - unit * 0.1,
      size: 0.27 * Math.sqrt(loft),
      gap: 0.42,
    });
  addTrees(set, {
    depth: 0.72,
    y: groundY - unit * 0.09,
    size: 0.26,
    every: 0.62,
    spare: true,
  });
  addLayer(set, { depth: 0.84, top: groundY - unit * 0.2 }, (context, width) => {
    const y = groundY - unit * 0.08;
    const white = shade(set, [244, 238, 226], 0.84);
    drawFence(context, width, y, unit * 0.06, white, (x) => Math.sin(x / (unit * 0.34)) > -0.5);
  });
  addMeadowGround(set, 0.8);
}

export function addHouses(
  set: StageSet,
  { depth, y, size, gap }: { depth: number; y: number; size: number; gap: number },
): void {
  const { unit, random } = set;
  const chimneys: Chimney[] = [];
  const { left } = spanOf(set, depth);
  addLayer(set, { depth, top: y - unit * size * 1.8 }, (context, width, lights) => {
    for (let x = unit * random.between(0, 0.1); x < width; ) {
      const high = unit * size * random.between(0.85, 1.2);
      const wide = high * random.between(0.9, 1.25);
      const chimney = drawHouse(set, context, lights, {
        x,
        y: y + random.between(-0.02, 0.1) * unit * size,
        wide,
        high,
        depth,
        wall: random.pick(PLASTER),
        roof: random.pick(TILES),
      });
      if (random.next() < 0.7) chimneys.push({ x: chimney.x + left, y: chimney.y });
      x += wide * 1.16 + unit * gap * random.between(0.1, 1);
    }
  });
  addSmoke(set, depth, chimneys, { size: unit * size * 0.16 });
}

function addChurch(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  const high = unit * 0.34 * Math.sqrt(set.loft);
  addLayer(set, { depth, top: y - high * 1.2 }, (context, width, lights) => {
    for (let x = width * 0.3; x < width; x += set.width * 1.3)
      drawChurch(set, context, lights, x, y, high, depth);
  });
}

function drawChurch(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
  high: number,
  depth: number,
) {
  const wall = shade(set, [248, 240, 224], depth);
  const slate = shade(set, [92, 104, 130], depth);
  const box = (left: number, top: number, wide: number, tone: Color) => {
    context.fillStyle = verticalGradient(
      context,
      y - high * top,
      y,
      lighten(tone, 0.05),
      darken(tone, 0.14),
    );
    context.fillRect(x + high * left, y - high * top, high * wide, high * top + 4);
  };
  const gable = (left: number, base: number, wide: number, top: number) => {
    context.fillStyle = css(slate);
    context.beginPath();
    context.moveTo(x + high * (left - 0.03), y - high * base);
    context.lineTo(x + high * (left + wide / 2), y - high * top);
    context.lineTo(x + high * (left + wide + 0.03), y - high * base);
    context.fill();
  };
  box(0.1, 0.3, 0.46, wall);
  context.fillStyle = css(darken(slate, 0.1));
  context.beginPath();
  context.moveTo(x + high * 0.06, y - high * 0.29);
  context.lineTo(x + high * 0.14, y - high * 0.5);
  context.lineTo(x + high * 0.56, y - high * 0.5);
  context.lineTo(x + high * 0.62, y - high * 0.29);
  context.fill();
  box(-0.08, 0.6, 0.2, wall);
  gable(-0.08, 0.6, 0.2, 1.04);
  context.strokeStyle = css(shade(set, [240, 200, 90], depth));
  context.lineWidth = Math.max(1.5, high * 0.012);
  context.beginPath();
  context.moveTo(x + high * 0.02, y - high * 1.04);
  context.lineTo(x + high * 0.02, y - high * 1.14);
  context.moveTo(x - high * 0.02, y - high * 1.1);
  context.lineTo(x + high * 0.06, y - high * 1.1);
  context.stroke();
  const isLit = lightsOn(set);
  const pen = isLit ? lights : context;
  pen.fillStyle = isLit ? css(set.palette.accents[0], 0.95) : css(mix(wall, slate, 0.7));
  pen.beginPath();
  for (const [at, row, wide] of [
    [0.02, 0.44, 0.035],
    [0.22, 0.1, 0.032],
    [0.34, 0.1, 0.032],
    [0.46, 0.1, 0.032],
  ] as const) {
    pen.moveTo(x + high * (at - wide), y - high * row);
    pen.lineTo(x + high * (at - wide), y - high * (row + 0.08));
    pen.arc(x + high * at, y - high * (row + 0.08), high * wide, Math.PI, 0);
    pen.lineTo(x + high * (at + wide), y - high * row);
  }
  pen.fill();
}
