import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { addSky } from "../sky/sky";
import {
  addLayer,
  addMoving,
  createStamp,
  isSeen,
  type StageSet,
  shade,
  spanOf,
} from "../stage/stage-set";
import { addBirds } from "./birds";
import { addHills, LEAF } from "./ground";
import { drawHouse, PLASTER, TILES } from "./house";
import { addWater } from "./water";
import { addWaves } from "./waves";

const PAINTS: readonly [Color, ...Color[]] = [
  [226, 110, 92],
  [96, 156, 176],
  [240, 190, 90],
];

/** Beside one of these only the boats far off are no doubles. */
const BOATS = ["sailboat", "motor-boat", "speedboat", "canoe", "ship", "passenger-ship", "ferry"];

/** A quay of coloured houses mirrored in the basin, moored boats that rock, and a pier in front. */
export function harbor(set: StageSet): void {
  const { horizonY, surface } = set.scenery;
  const { unit } = set;
  const sunX = set.random.between(0.3, 0.7);
  addSky(set, { horizon: horizonY, sunX });
  addBirds(set, { high: horizonY * 0.25, low: horizonY * 0.6, depth: 0.08 });
  const hill = addHills(set, horizonY, unit * 0.22 * set.loft, 0.1, [96, 146, 96], {
    wave: 1.4,
    trees: LEAF,
  });
  const quay = addQuay(set, 0.2, horizonY + unit * 0.006);
  addWater(set, { calm: true, sunX, mirrored: [hill, quay] });
  addBoats(set, 0.4, horizonY + unit * 0.06, 0.2, 0.34);
  if (!BOATS.some((boat) => set.shown.has(boat)))
    addBoats(set, 0.7, horizonY + unit * 0.13, 0.36, 0.8);
  if (surface === "water")
    addWaves(
      set,
      [
        { depth: 1.1, down: 1.03, front: true },
        { depth: 1.5, down: 1.62, front: true },
      ],
      0.6,
    );
  else addPier(set);
}

function addQuay(set: StageSet, depth: number, y: number) {
  const { unit, random } = set;
  const size = unit * 0.13 * Math.sqrt(set.loft);
  return addLayer(set, { depth, top: y - size * 2.2 }, (context, width, lights) => {
    for (let x = 0; x < width; ) {
      const high = size * random.between(0.9, 1.5);
      const wide = size * random.between(0.75, 1);
      const wall = mix(random.pick(PLASTER), random.pick(PAINTS), random.between(0.2, 0.7));
      drawHouse(set, context, lights, {
        x,
        y: y - size * 0.12,
        wide,
        high,
        depth: depth + 0.25,
        wall,
        roof: random.pick(TILES),
      });
      x += wide * random.between(1.02, 1.2);
    }
    const stone = shade(set, [150, 142, 140], depth + 0.2);
    context.fillStyle = verticalGradient(
      context,
      y - size * 0.14,
      y + 4,
      lighten(stone, 0.1),
      darken(stone, 0.3),
    );
    context.fillRect(0, y - size * 0.14, width, size * 0.14 + 6);
  });
}

/** Sailing boats at their moorings. */
function addBoats(set: StageSet, depth: number, y: number, size: number, every: number): void {
  const { unit, random } = set;
  const high = unit * size * Math.sqrt(set.loft);
  const hulls: readonly Color[] = [
    [250, 248, 244],
    [42, 84, 130],
    [196, 64, 58],
    [244, 196, 96],
  ];
  const kinds = hulls.map((hull) =>
    createStamp(
      set,
      depth,
      { left: -high * 0.42, top: -high * 1.05, right: high * 0.42, bottom: high * 0.4 },
      (context) => drawBoat(set, context, high, shade(set, hull, depth), depth),
    ),
  );
  const { left, right } = spanOf(set, depth);
  const boats: { x: number; kind: number; phase: number; scale: number }[] = [];
  for (let x = left; x < right; x += unit * every * random.between(0.6, 1.4))
    boats.push({
      x,
      kind: random.integer(0, 3),
      phase: random.next() * 6,
      scale: random.between(0.75, 1),
    });
  addMoving(set, depth, (context, seconds, view) => {
    for (const { x, kind, phase, scale } of boats) {
      const stamp = kinds[kind];
      if (!stamp || !isSeen(view, depth, x, high)) continue;
      context.save();
      context.translate(x, y + Math.sin(seconds * 1.1 + phase) * high * 0.008);
      context.rotate(Math.sin(seconds * 0.9 + phase) * 0.022);
      context.scale(scale, scale);
      context.drawImage(stamp.canvas, stamp.x, stamp.y);
      context.restore();
    }
  });
}

function drawBoat(set: StageSet, context: SKRSContext2D, high: number, hull: Color, depth: number) {
  const mast = shade(set, [120, 88, 66], depth);
  context.strokeStyle = css(mast);
  context.lineWidth = Math.max(1.5, high * 0.014);
  context.beginPath();
  context.moveTo(-high * 0.02, 0);
  context.lineTo(-high * 0.02, -high);
  context.moveTo(-high * 0.02, -high * 0.2);
  context.lineTo(high * 0.27, -high * 0.18);
  context.stroke();
  context.lineWidth = Math.max(1, high * 0.004);
  context.beginPath();
  context.moveTo(-high * 0.34, -high * 0.08);
  context.lineTo(-high * 0.02, -high * 0.98);
  context.lineTo(high * 0.3, -high * 0.08);
  context.stroke();
  context.fillStyle = css(shade(set, [236, 226, 206], depth));
  context.beginPath();
  context.ellipse(high * 0.12, -high * 0.215, high * 0.15, high * 0.026, 0.05, 0, Math.PI * 2);
  context.fill();
  for (const [flip, alpha] of [
    [-1, 0.35],
    [1, 1],
  ] as const) {
    context.save();
    context.scale(1, flip);
    context.globalAlpha = alpha;
    context.fillStyle = css(lighten(hull, 0.1));
    context.fillRect(-high * 0.12, -high * 0.15, high * 0.26, high * 0.08);
    context.fillStyle = verticalGradient(
      context,
      -high * 0.08,
      0,
      lighten(hull, 0.14),
      darken(hull, 0.2),
    );
    context.beginPath();
    context.moveTo(-high * 0.38, -high * 0.095);
    context.lineTo(high * 0.34, -high * 0.08);
    context.quadraticCurveTo(high * 0.32, 0, high * 0.24, high * 0.012);
    context.lineTo(-high * 0.22, high * 0.012);
    context.quadraticCurveTo(-high * 0.33, 0, -high * 0.38, -high * 0.095);
    context.fill();
    context.fillStyle = css(shade(set, [200, 70, 60], depth));
    context.fillRect(-high * 0.24, -high * 0.016, high * 0.5, high * 0.016);
    context.restore();
  }
}

/** Planks underfoot, posts and a coil of rope. */
function addPier(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  const top = groundY - unit * 0.07;
  addLayer(set, { depth: 1, top: top - unit * 0.16 }, (context, width) => {
    const wood = shade(set, [164, 122, 88], 1);
    for (let x = unit * 0.2; x < width; x += unit * 0.62) {
      context.fillStyle = css(darken(wood, 0.34));
      context.fillRect(x - unit * 0.022, top - unit * 0.12, unit * 0.044, unit * 0.14);
      context.fillStyle = css(lighten(wood, 0.1));
      context.beginPath();
      context.ellipse(x, top - unit * 0.12, unit * 0.022, unit * 0.008, 0, 0, Math.PI * 2);
      context.fill();
      context.strokeStyle = css(darken(shade(set, [226, 206, 160], 1), 0.1));
      context.lineWidth = unit * 0.008;
      context.beginPath();
      context.moveTo(x, top - unit * 0.08);
      context.quadraticCurveTo(
        x + unit * 0.31,
        top - unit * 0.01,
        x + unit * 0.62,
        top - unit * 0.08,
      );
      context.stroke();
    }
    context.fillStyle = verticalGradient(
      context,
      top,
      set.height,
      lighten(wood, 0.16),
      wood,
      darken(wood, 0.24),
    );
    context.fillRect(0, top, width, set.height);
    const rows = 6;
    for (let row = 0; row < rows; row++) {
      const y = top + (row / rows) ** 1.5 * (set.height * 1.05 - top);
      const next = top + ((row + 1) / rows) ** 1.5 * (set.height * 1.05 - top);
      for (let x = -unit * random.next(); x < width; x += unit * random.between(0.5, 0.9)) {
        context.fillStyle = css(random.next() < 0.5 ? lighten(wood, 0.1) : darken(wood, 0.1), 0.5);
        context.fillRect(x, y, unit * 0.6, next - y);
        context.fillStyle = css(darken(wood, 0.4), 0.7);
        context.fillRect(x, y, unit * 0.004, next - y);
      }
      context.fillStyle = css(darken(wood, 0.42));
      context.fillRect(0, y, width, unit * 0.005 * (1 + row * 0.3));
    }
  });
}
