import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { grassOf } from "../plants/seasons";
import { addSky } from "../sky/sky";
import { addLayer, addMoving, isSeen, type StageSet, shade, spanOf } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addMeadowGround } from "./grassland";
import { addHills, GRASS, PINE, seedOf } from "./ground";
import { addBeacon, drawLighthouse } from "./lighthouse";
import { addWater } from "./water";
import { addWaves } from "./waves";

const CHALK: Color = [206, 186, 164];

/** Cliffs over the surf with a lighthouse on a headland; the cast stands on the green edge. */
export function coast(set: StageSet): void {
  const { horizonY, groundY, surface } = set.scenery;
  const { unit, loft } = set;
  const sunX = set.random.between(0.25, 0.45);
  const isRough = set.weather === "storm" || set.weather === "wind";
  addSky(set, { horizon: horizonY, sunX });
  addBirds(set, { high: horizonY * 0.25, low: horizonY * 0.5, depth: 0.1 });
  const cape = addHills(
    set,
    horizonY + unit * 0.006,
    unit * 0.07 * loft,
    0.14,
    mix(grassOf(set, GRASS), CHALK, 0.4),
    { wave: 1.3 },
  );
  addWater(set, { calm: false, sunX, mirrored: [cape] });
  addWaves(set, [{ depth: 0.3, down: 0.16, front: false }], isRough ? 1.6 : 0.8);
  addCliffs(set, 0.4, horizonY + unit * 0.05, unit * 0.3 * loft);
  addWaves(
    set,
    [
      { depth: 0.55, down: 0.36, front: false },
      { depth: 0.75, down: 0.6, front: false },
    ],
    isRough ? 2.6 : 1.2,
  );
  addBirds(set, { high: horizonY * 0.6, low: horizonY * 0.9, depth: 0.7 });
  if (surface === "water") {
    addWaves(
      set,
      [
        { depth: 1.05, down: 1.03, front: true },
        { depth: 1.4, down: 1.55, front: true },
      ],
      isRough ? 2.6 : 1.3,
    );
    return;
  }
  addEdge(set, groundY - unit * 0.1);
  addMeadowGround(set, 0.8);
}

/** White cliffs that rise to one side, the last one with a lighthouse. */
function addCliffs(set: StageSet, depth: number, y: number, high: number): void {
  const { unit } = set;
  const { left, right } = spanOf(set, depth);
  const from = left + (right - left) * 0.6;
  const feet: { x: number; size: number }[] = [];
  const isShown = set.shown.has("lighthouse");
  const foot = y - high * 0.6;
  // In a near shot the cliff fills the frame: the lamp must still be seen.
  const tower = Math.max(unit * 0.07, Math.min(unit * 0.19, foot - set.height * 0.06));
  const lamp = { x: from + high * 0.35, y: foot - tower };
  const layer = addLayer(
    set,
    { depth, top: Math.min(lamp.y - unit * 0.1, y - high * 1.45), bottom: y + unit * 0.05 },
    (context, width) => {
      for (const [shift, scale] of [
        [0, 0.62],
        [0.7, 0.86],
        [1.6, 1.1],
        [2.7, 1.25],
      ] as const) {
        const x = from - left + shift * high;
        if (x > width) break;
        drawCliff(set, context, { x, y, wide: high * 1.9, high: high * scale, depth });
        feet.push({ x: x + left, size: high * 0.9 });
      }
      if (!isShown) drawLighthouse(set, context, lamp.x - left, foot, tower, depth);
    },
  );
  layer.solidFrom = Number.POSITIVE_INFINITY;
  addSurf(set, depth, y, feet);
  if (!isShown && (set.palette.isDark || set.time === "sunset")) addBeacon(set, depth, lamp);
}

type Cliff = { x: number; y: number; wide: number; high: number; depth: number };

function drawCliff(set: StageSet, context: SKRSContext2D, { x, y, wide, high, depth }: Cliff) {
  const { random, unit } = set;
  const stone = shade(set, CHALK, depth);
  const turf = shade(set, grassOf(set, GRASS), depth);
  const edge = Array.from({ length: 9 }, (_, index): readonly [number, number] => [
    x + (index / 8) * high * 0.26 * random.between(0.6, 1.3) - (index % 2) * high * 0.05,
    y - (index / 8) * high,
  ]);
  const [tipX] = edge[8] ?? [x];
  context.fillStyle = verticalGradient(
    context,
    y - high,
    y,
    lighten(stone, 0.2),
    stone,
    darken(stone, 0.24),
  );
  context.beginPath();
  for (const point of edge) context.lineTo(...point);
  context.lineTo(x + wide, y - high * 1.05);
  context.lineTo(x + wide, y);
  context.fill();
  context.strokeStyle = css(darken(stone, 0.24), 0.5);
  for (let crack = 0; crack < 10; crack++) {
    const at = tipX + random.next() * (wide - (tipX - x));
    const top = y - high * random.between(0.3, 0.95);
    context.lineWidth = unit * random.between(0.001, 0.004);
    context.beginPath();
    context.moveTo(at, top);
    context.lineTo(at + random.between(-0.02, 0.02) * high, top + high * random.between(0.1, 0.3));
    context.lineTo(
      at + random.between(-0.04, 0.02) * high,
      Math.min(y, top + high * random.between(0.3, 0.6)),
    );
    context.stroke();
  }
  for (let seam = 1; seam < 4; seam++) {
    context.fillStyle = css(darken(stone, 0.14), 0.35);
    context.fillRect(
      tipX - high * 0.1 * (4 - seam) * 0.4,
      y - high * seam * 0.24,
      wide,
      high * 0.018,
    );
  }
  context.fillStyle = css(turf);
  context.beginPath();
  context.moveTo(tipX - high * 0.05, y - high * 0.93);
  context.quadraticCurveTo(tipX + wide * 0.2, y - high * 1.12, x + wide, y - high * 1.1);
  context.lineTo(x + wide, y - high * 0.9);
  for (let drop = 8; drop >= 0; drop--)
    context.lineTo(tipX + ((wide - (tipX - x)) * drop) / 8, y - high * (0.93 - (drop % 2) * 0.05));
  context.fill();
}

/** Foam that runs up the rocks and falls back. */
export function addSurf(
  set: StageSet,
  depth: number,
  y: number,
  feet: readonly { x: number; size: number }[],
): void {
  const white = css(lighten(set.palette.water[0], 0.8), 0.8);
  addMoving(set, depth, (context, seconds, view) => {
    context.fillStyle = white;
    context.beginPath();
    for (const [index, { x, size }] of feet.entries()) {
      if (!isSeen(view, depth, x, size * 2)) continue;
      for (let puff = 0; puff < 9; puff++) {
        const px = x + (puff / 8) * size * 1.6 - size * 0.1;
        const surge = Math.sin(seconds * 1.6 + puff * 0.9 + index * 2);
        const radius = size * (0.05 + 0.035 * surge);
        context.moveTo(px + radius * 1.8, y);
        context.ellipse(px, y - radius * 0.2, radius * 1.8, radius, 0, 0, Math.PI * 2);
      }
    }
    context.fill();
  });
}

/** The brink between grass and sea. */
function addEdge(set: StageSet, y: number): void {
  addLayer(set, { depth: 0.95, top: y - set.unit * 0.05 }, (context, width) => {
    const stone = shade(set, CHALK, 0.95);
    const ridge = {
      y,
      bottom: set.height * 1.2,
      height: set.unit * 0.025,
      wave: set.unit * 0.26,
      seed: seedOf(set),
      roughness: 0.4,
    };
    drawRidge(
      context,
      width,
      ridge,
      verticalGradient(
        context,
        y - set.unit * 0.03,
        y + set.unit * 0.05,
        lighten(stone, 0.18),
        darken(stone, 0.2),
      ),
    );
    drawRidge(
      context,
      width,
      { ...ridge, y: y + set.unit * 0.012 },
      shade(set, mix(grassOf(set, GRASS), PINE, 0.2), 0.95),
    );
  });
}
