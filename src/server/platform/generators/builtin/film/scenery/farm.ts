import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { grassOf, isSnowy } from "../plants/seasons";
import { addSky } from "../sky/sky";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addMeadowGround, addTrees } from "./grassland";
import { addHills, GRASS, LEAF, PINE, SNOW } from "./ground";
import { drawFence } from "./house";
import { addWindmill } from "./windmill";

const WHEAT: Color = [232, 196, 104];

/** A red barn and silo among fields, a windmill that turns, bales and a fence. */
export function farm(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  const grass = grassOf(set, GRASS);
  addSky(set, { horizon: horizonY });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.7, depth: 0.07 });
  addHills(set, horizonY + unit * 0.02, unit * 0.1 * loft, 0.12, mix(grass, PINE, 0.4), {
    trees: LEAF,
  });
  addHills(set, horizonY + unit * 0.05, unit * 0.09, 0.24, mix(grass, [220, 200, 110], 0.3), {
    fields: true,
    trees: LEAF,
  });
  if (!set.shown.has("windmill")) addWindmill(set, 0.34, horizonY + unit * 0.05);
  const field = isSnowy(set) ? SNOW : mix(WHEAT, grass, 0.25);
  addHills(set, (horizonY + groundY) / 2 - unit * 0.005, unit * 0.03, 0.44, field, {
    wave: 1.6,
    fields: true,
  });
  addTrees(set, {
    depth: 0.5,
    y: (horizonY + groundY) / 2 + unit * 0.01,
    size: 0.22,
    every: 0.8,
    spare: true,
  });
  addBarns(set, 0.66, (horizonY + groundY) / 2 + unit * 0.04);
  addFurrows(set, 0.76, groundY - unit * 0.1, isSnowy(set) ? SNOW : grass);
  addLayer(set, { depth: 0.9, top: groundY - unit * 0.2 }, (context, width) => {
    drawFence(context, width, groundY - unit * 0.065, unit * 0.07, shade(set, [176, 132, 96], 0.9));
  });
  addMeadowGround(set, 0.5);
}

function addFurrows(set: StageSet, depth: number, y: number, material: Color): void {
  const { unit } = set;
  addLayer(set, { depth, top: y - unit * 0.04 }, (context, width) => {
    const soil = shade(set, mix(material, [120, 84, 56], 0.45), depth);
    context.fillStyle = verticalGradient(
      context,
      y,
      y + unit * 0.1,
      lighten(soil, 0.08),
      darken(soil, 0.1),
    );
    context.fillRect(0, y, width, set.height);
    const crop = shade(set, material, depth);
    for (let row = 0; row < 5; row++) {
      const rowY = y + unit * (0.006 + row * 0.012);
      for (let x = (row % 2) * unit * 0.014; x < width; x += unit * 0.028) {
        context.fillStyle = css(row % 2 ? crop : lighten(crop, 0.12));
        context.beginPath();
        context.ellipse(x, rowY, unit * 0.011, unit * 0.009, 0, 0, Math.PI * 2);
        context.fill();
      }
    }
  });
}

function addBarns(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  const high = unit * 0.3 * Math.sqrt(set.loft);
  addLayer(set, { depth, top: y - high * 1.3 }, (context, width) => {
    for (let x = width * 0.16; x < width; x += set.width * 0.95) {
      drawSilo(set, context, x + high * 1.16, y, high, depth);
      drawBarn(set, context, x, y, high, depth);
      for (const [dx, size] of [
        [-0.5, 0.2],
        [-0.28, 0.17],
        [1.75, 0.22],
      ] as const)
        drawBale(set, context, x + dx * high, y + high * 0.08, high * size, depth);
    }
  });
}

function drawBarn(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  high: number,
  depth: number,
) {
  const red = shade(set, [184, 58, 50], depth);
  const white = shade(set, [250, 244, 232], depth);
  const roof = shade(set, isSnowy(set) ? SNOW : [92, 84, 92], depth);
  const at = (px: number, py: number): [number, number] => [x + px * high, y - py * high];
  const shape = (tone: Color, points: readonly (readonly [number, number])[]) => {
    context.fillStyle = css(tone);
    context.beginPath();
    for (const [px, py] of points) context.lineTo(...at(px, py));
    context.fill();
  };
  shape(red, [
    [0, 0],
    [0, 0.55],
    [0.12, 0.86],
    [0.45, 1],
    [0.78, 0.86],
    [0.9, 0.55],
    [0.9, 0],
  ]);
  context.strokeStyle = css(darken(red, 0.2), 0.6);
  context.lineWidth = Math.max(1, high * 0.008);
  for (let plank = 1; plank < 12; plank++) {
    context.beginPath();
    context.moveTo(...at(plank * 0.075, 0));
    context.lineTo(...at(plank * 0.075, 0.56 + 0.4 * (1 - Math.abs(plank - 6) / 6)));
    context.stroke();
  }
  context.strokeStyle = css(roof);
  context.lineWidth = high * 0.06;
  context.lineJoin = "round";
  context.beginPath();
  for (const [px, py] of [
    [-0.05, 0.52],
    [0.11, 0.88],
    [0.45, 1.02],
    [0.79, 0.88],
    [0.95, 0.52],
  ] as const)
    context.lineTo(...at(px, py));
  context.stroke();
  shape(darken(red, 0.35), [
    [0.26, 0],
    [0.26, 0.44],
    [0.64, 0.44],
    [0.64, 0],
  ]);
  context.strokeStyle = css(white);
  context.lineWidth = high * 0.022;
  context.strokeRect(x + high * 0.26, y - high * 0.44, high * 0.38, high * 0.44);
  context.beginPath();
  context.moveTo(...at(0.26, 0));
  context.lineTo(...at(0.45, 0.44));
  context.lineTo(...at(0.45, 0));
  context.moveTo(...at(0.64, 0));
  context.lineTo(...at(0.45, 0.44));
  context.stroke();
  context.strokeRect(x + high * 0.37, y - high * 0.78, high * 0.16, high * 0.16);
}

function drawSilo(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  high: number,
  depth: number,
) {
  const steel = shade(set, [206, 212, 220], depth);
  const body = context.createLinearGradient(x - high * 0.15, 0, x + high * 0.15, 0);
  for (const [at, tone] of [
    [0, darken(steel, 0.16)],
    [0.35, lighten(steel, 0.2)],
    [1, darken(steel, 0.3)],
  ] as const)
    body.addColorStop(at, css(tone));
  context.fillStyle = body;
  context.fillRect(x - high * 0.15, y - high, high * 0.3, high);
  context.beginPath();
  context.ellipse(x, y - high, high * 0.15, high * 0.14, 0, Math.PI, 0);
  context.fill();
  context.strokeStyle = css(darken(steel, 0.3), 0.5);
  context.lineWidth = Math.max(1, high * 0.006);
  for (let ring = 1; ring < 7; ring++) {
    context.beginPath();
    context.moveTo(x - high * 0.15, y - (high * ring) / 7);
    context.lineTo(x + high * 0.15, y - (high * ring) / 7);
    context.stroke();
  }
}

function drawBale(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  depth: number,
) {
  const straw = shade(set, WHEAT, depth);
  for (const [tone, scale] of [
    [darken(straw, 0.22), 1],
    [straw, 0.88],
    [darken(straw, 0.14), 0.5],
    [straw, 0.4],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    context.arc(x, y - size * 0.5, size * 0.5 * scale, 0, Math.PI * 2);
    context.fill();
  }
}
