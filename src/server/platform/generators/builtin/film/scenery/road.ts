import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { grassOf, isSnowy } from "../plants/seasons";
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
import { addTrees } from "./grassland";
import { addForegroundGrass, addHills, GRASS, LEAF, PINE, SNOW } from "./ground";
import { addMountainRange } from "./mountain-range";
import { addPines } from "./mountains";

/** A highway through open country: posts, signs and wires pass by, wind turbines turn far off. */
export function road(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  const grass = grassOf(set, GRASS);
  const middle = (horizonY + groundY) / 2;
  addSky(set, { horizon: horizonY });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.6, depth: 0.07 });
  addMountainRange(set, horizonY + unit * 0.02, unit * 0.22 * loft, 0.08);
  addHills(set, horizonY + unit * 0.03, unit * 0.08 * loft, 0.16, mix(grass, PINE, 0.3), {
    trees: LEAF,
  });
  if (!set.shown.has("windmill")) addTurbines(set, 0.2, horizonY + unit * 0.0);
  addHills(set, horizonY + unit * 0.065, unit * 0.06, 0.3, mix(grass, [214, 196, 110], 0.3), {
    fields: true,
  });
  addPines(set, 0.45, horizonY + unit * 0.075, 0.13, 0.13);
  addHills(set, middle + unit * 0.02, unit * 0.03, 0.56, grass, { wave: 1.5 });
  addTrees(set, { depth: 0.66, y: middle + unit * 0.03, size: 0.24, every: 0.6, spare: true });
  addWires(set, 0.76, groundY - unit * 0.085);
  addAsphalt(set);
  addRail(set, 0.92, groundY - unit * 0.075);
  addForegroundGrass(set, [grassOf(set, [84, 160, 70]), grassOf(set, [150, 150, 80])]);
}

function addTurbines(set: StageSet, depth: number, y: number): void {
  const { unit, random } = set;
  const high = unit * 0.2 * Math.sqrt(set.loft);
  const white = shade(set, [250, 250, 252], depth + 0.2);
  const { left, right } = spanOf(set, depth);
  const masts: { x: number; y: number; scale: number; phase: number }[] = [];
  for (let x = left + unit * 0.2; x < right; x += unit * random.between(0.2, 0.5))
    masts.push({
      x,
      y: y - random.next() * unit * 0.03,
      scale: random.between(0.6, 1),
      phase: random.next() * 6,
    });
  const reach = high * 0.5;
  const rotor = createStamp(
    set,
    0.2,
    { left: -reach, top: -reach, right: reach, bottom: reach },
    (context) => {
      context.fillStyle = css(white);
      for (let blade = 0; blade < 3; blade++) {
        context.rotate((Math.PI * 2) / 3);
        context.beginPath();
        context.moveTo(-high * 0.008, 0);
        context.lineTo(-high * 0.022, -reach * 0.25);
        context.lineTo(0, -reach);
        context.lineTo(high * 0.01, 0);
        context.fill();
      }
    },
  );
  addMoving(set, depth, (context, seconds, view) => {
    for (const mast of masts) {
      if (!isSeen(view, depth, mast.x, high)) continue;
      context.save();
      context.translate(mast.x, mast.y);
      context.scale(mast.scale, mast.scale);
      context.fillStyle = css(darken(white, 0.08));
      context.beginPath();
      context.moveTo(-high * 0.016, high * 0.3);
      context.lineTo(-high * 0.008, -high);
      context.lineTo(high * 0.008, -high);
      context.lineTo(high * 0.016, high * 0.3);
      context.fill();
      context.translate(0, -high);
      context.rotate(seconds * 1.3 + mast.phase);
      context.drawImage(rotor.canvas, rotor.x, rotor.y);
      context.restore();
    }
  });
}

/** Wooden poles with wires that sag between them, and now and then a sign. */
function addWires(set: StageSet, depth: number, y: number): void {
  const { unit, random } = set;
  const high = unit * 0.42 * Math.sqrt(set.loft);
  const every = unit * 0.85;
  addLayer(set, { depth, top: y - high * 1.1 }, (context, width) => {
    const verge = shade(set, grassOf(set, mix(GRASS, [190, 170, 100], 0.35)), depth);
    context.fillStyle = verticalGradient(context, y, y + unit * 0.06, lighten(verge, 0.1), verge);
    context.fillRect(0, y - unit * 0.008, width, set.height);
    const wood = shade(set, [112, 82, 62], depth);
    for (let x = unit * 0.3; x < width + every; x += every) {
      context.fillStyle = css(wood);
      context.fillRect(x - unit * 0.008, y - high, unit * 0.016, high);
      for (const row of [0.97, 0.87])
        context.fillRect(x - high * 0.14, y - high * row, high * 0.28, unit * 0.01);
      context.strokeStyle = css(darken(wood, 0.4), 0.8);
      context.lineWidth = Math.max(1, unit * 0.002);
      for (const [side, row] of [
        [-0.12, 0.98],
        [0.12, 0.98],
        [-0.12, 0.88],
        [0.12, 0.88],
      ] as const) {
        context.beginPath();
        context.moveTo(x + side * high, y - high * row);
        context.quadraticCurveTo(
          x + side * high - every / 2,
          y - high * (row - 0.16),
          x + side * high - every,
          y - high * row,
        );
        context.stroke();
      }
      if (random.next() < 0.6) drawSign(set, context, x + every * 0.45, y, depth);
    }
  });
}

function drawSign(set: StageSet, context: SKRSContext2D, x: number, y: number, depth: number) {
  const { unit, random } = set;
  context.fillStyle = css(shade(set, [120, 124, 132], depth));
  context.fillRect(x - unit * 0.005, y - unit * 0.17, unit * 0.01, unit * 0.17);
  const isWarning = random.next() < 0.5;
  context.save();
  context.translate(x, y - unit * 0.2);
  if (isWarning) context.rotate(Math.PI / 4);
  const half = unit * (isWarning ? 0.036 : 0.05);
  const face: Color = isWarning ? [250, 200, 60] : [36, 120, 84];
  for (const [tone, scale] of [
    [lighten(shade(set, face, depth), 0.8), 1],
    [shade(set, face, depth), 0.86],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    context.roundRect(
      -half * scale,
      -half * 0.9 * scale,
      half * 2 * scale,
      half * (isWarning ? 1.9 : 1.5) * scale,
      half * 0.16,
    );
    context.fill();
  }
  context.rotate(isWarning ? -Math.PI / 4 : 0);
  context.fillStyle = css(isWarning ? shade(set, [40, 36, 40], depth) : [240, 248, 244]);
  context.fillRect(-half * 0.5, -half * 0.4, half, half * 0.16);
  context.fillRect(-half * 0.5, 0, half * 0.7, half * 0.16);
  context.restore();
}

function addAsphalt(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  const top = groundY - unit * 0.06;
  addLayer(set, { depth: 1, top: top - unit * 0.02 }, (context, width) => {
    const tar = shade(set, isSnowy(set) ? mix([96, 98, 108], SNOW, 0.3) : [92, 94, 104], 1);
    context.fillStyle = css(shade(set, isSnowy(set) ? SNOW : [196, 180, 140], 1));
    context.fillRect(0, top - unit * 0.016, width, unit * 0.02);
    context.fillStyle = verticalGradient(
      context,
      top,
      set.height,
      lighten(tar, 0.14),
      tar,
      darken(tar, 0.2),
    );
    context.fillRect(0, top, width, set.height);
    for (let spot = 0; spot < (width / unit) * 130; spot++) {
      const y = top + random.next() ** 1.2 * (set.height - top);
      context.fillStyle = css(spot % 2 ? lighten(tar, 0.2) : darken(tar, 0.25), 0.4);
      context.fillRect(
        random.next() * width,
        y,
        unit * random.between(0.002, 0.012),
        Math.max(1, unit * 0.0016),
      );
    }
    const paint = lighten(tar, 0.75);
    context.fillStyle = css(paint, 0.9);
    context.fillRect(0, top + unit * 0.012, width, unit * 0.006);
    for (let x = 0; x < width; x += unit * 0.36) {
      context.beginPath();
      context.moveTo(x + unit * 0.02, groundY + unit * 0.062);
      context.lineTo(x + unit * 0.2, groundY + unit * 0.062);
      context.lineTo(x + unit * 0.19, groundY + unit * 0.076);
      context.lineTo(x, groundY + unit * 0.076);
      context.fill();
    }
    context.fillStyle = css(shade(set, [250, 204, 90], 1), 0.9);
    context.fillRect(0, groundY + unit * 0.19, width, unit * 0.012);
  });
}

function addRail(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  addLayer(set, { depth, top: y - unit * 0.08, bottom: y + unit * 0.01 }, (context, width) => {
    const steel = shade(set, [196, 202, 210], depth);
    for (let x = 0; x < width; x += unit * 0.24) {
      context.fillStyle = css(darken(steel, 0.34));
      context.fillRect(x, y - unit * 0.055, unit * 0.014, unit * 0.06);
    }
    context.fillStyle = verticalGradient(
      context,
      y - unit * 0.062,
      y - unit * 0.026,
      lighten(steel, 0.3),
      darken(steel, 0.14),
      lighten(steel, 0.16),
      darken(steel, 0.3),
    );
    context.fillRect(0, y - unit * 0.062, width, unit * 0.036);
  });
}
