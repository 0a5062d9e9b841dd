import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { grassOf, isSnowy } from "../plants/seasons";
import { addSky } from "../sky/sky";
import { addLayer, addMoving, type StageSet, shade, spanOf } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addMeadowGround, addTrees } from "./grassland";
import { addHills, GRASS, LEAF, PINE, SNOW } from "./ground";
import { addSkyline, lightsOn } from "./skyline";

/** Lawns under old trees with a playground, benches and lamps; the town looks over the crowns. */
export function park(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  const grass = grassOf(set, GRASS);
  const middle = (horizonY + groundY) / 2;
  addSky(set, { horizon: horizonY });
  addSkyline(set, horizonY + unit * 0.06, [[0.1, 0.24 * loft]]);
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.6, depth: 0.12 });
  addTrees(set, { depth: 0.24, y: horizonY + unit * 0.05, size: 0.24, every: 0.1 });
  addHills(set, horizonY + unit * 0.06, unit * 0.02, 0.32, mix(grass, PINE, 0.15), { wave: 2 });
  addTrees(set, { depth: 0.46, y: horizonY + unit * 0.075, size: 0.34, every: 0.4, spare: true });
  if (!set.shown.has("playground-slide")) addPlayground(set, 0.62, middle + unit * 0.03);
  addTrees(set, { depth: 0.74, y: middle + unit * 0.05, size: 0.52, every: 1.1, spare: true });
  addWalk(set, 0.84, groundY - unit * 0.1);
  addMeadowGround(set, 0.5);
}

/** A way with benches and lamps along it. */
function addWalk(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  addLayer(set, { depth, top: y - unit * 0.72 }, (context, width, lights) => {
    const gravel = shade(set, isSnowy(set) ? SNOW : [222, 204, 172], depth);
    context.fillStyle = verticalGradient(
      context,
      y - unit * 0.01,
      y + unit * 0.05,
      lighten(gravel, 0.1),
      darken(gravel, 0.12),
    );
    context.fillRect(0, y - unit * 0.012, width, set.height);
    for (let x = unit * 0.25; x < width; x += unit * 0.95) {
      drawLantern(set, context, lights, x, y, depth);
      drawBench(set, context, x + unit * 0.42, y + unit * 0.01, unit * 0.11, depth);
    }
  });
}

function drawBench(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  depth: number,
) {
  const wood = shade(set, [176, 116, 72], depth);
  const iron = css(shade(set, [60, 64, 72], depth));
  context.fillStyle = iron;
  for (const side of [-0.85, 0.78]) {
    context.fillRect(x + side * size, y - size * 0.5, size * 0.07, size * 0.5);
    context.fillRect(x + side * size, y - size * 0.95, size * 0.06, size * 0.5);
  }
  for (const [row, tone] of [
    [0.95, lighten(wood, 0.12)],
    [0.76, wood],
    [0.5, lighten(wood, 0.06)],
    [0.42, darken(wood, 0.2)],
  ] as const) {
    context.fillStyle = css(tone);
    context.fillRect(x - size, y - size * row, size * 2, size * (row > 0.6 ? 0.14 : 0.09));
  }
}

function drawLantern(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
  depth: number,
) {
  const { unit } = set;
  const iron = shade(set, [50, 58, 62], depth);
  const high = unit * 0.3 * Math.sqrt(set.loft);
  context.fillStyle = css(iron);
  context.fillRect(x - unit * 0.005, y - high, unit * 0.01, high);
  context.fillRect(x - unit * 0.014, y - unit * 0.03, unit * 0.028, unit * 0.03);
  context.fillRect(x - unit * 0.026, y - high, unit * 0.052, unit * 0.007);
  const isLit = lightsOn(set);
  const hue: Color = isLit ? lighten(set.palette.accents[0], 0.3) : lighten(iron, 0.65);
  if (isLit) drawGlow(lights, x, y - high - unit * 0.03, unit * 0.2, set.palette.accents[0], 0.65);
  const pen = isLit ? lights : context;
  pen.fillStyle = css(hue);
  pen.beginPath();
  pen.moveTo(x - unit * 0.014, y - high);
  pen.lineTo(x - unit * 0.022, y - high - unit * 0.05);
  pen.lineTo(x + unit * 0.022, y - high - unit * 0.05);
  pen.lineTo(x + unit * 0.014, y - high);
  pen.fill();
  context.fillStyle = css(iron);
  context.beginPath();
  context.moveTo(x - unit * 0.028, y - high - unit * 0.05);
  context.lineTo(x, y - high - unit * 0.08);
  context.lineTo(x + unit * 0.028, y - high - unit * 0.05);
  context.fill();
}

/** A slide, a climbing tower and swings that swing. */
function addPlayground(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  const high = unit * 0.2 * Math.sqrt(set.loft);
  const [red, yellow, blue] = (
    [
      [228, 80, 70],
      [250, 200, 70],
      [70, 142, 206],
    ] as const
  ).map((hue) => css(shade(set, hue, depth))) as [string, string, string];
  const { left, right } = spanOf(set, depth);
  const places: number[] = [];
  for (let x = left + (right - left) * 0.2; x < right; x += set.width * 1.1) places.push(x);
  addLayer(set, { depth, top: y - high * 1.7 }, (context, width) => {
    const lawn = shade(set, grassOf(set, mix(GRASS, LEAF, 0.3)), depth);
    context.fillStyle = verticalGradient(
      context,
      y - unit * 0.03,
      y + unit * 0.1,
      lighten(lawn, 0.08),
      darken(lawn, 0.06),
    );
    context.fillRect(0, y - unit * 0.02, width, set.height);
    for (const place of places) {
      const x = place - left;
      context.fillStyle = css(shade(set, isSnowy(set) ? SNOW : [236, 214, 160], depth));
      context.beginPath();
      context.ellipse(x + high * 0.7, y + high * 0.05, high * 2.6, high * 0.14, 0, 0, Math.PI * 2);
      context.fill();
      context.lineWidth = high * 0.05;
      context.strokeStyle = blue;
      context.beginPath();
      for (const [from, to] of [
        [1.2, 1.35],
        [2.55, 2.4],
      ] as const) {
        context.moveTo(x + high * (from - 0.1), y);
        context.lineTo(x + high * to, y - high * 1.1);
        context.lineTo(x + high * (to + 0.15), y);
      }
      context.moveTo(x + high * 1.3, y - high * 1.1);
      context.lineTo(x + high * 2.48, y - high * 1.1);
      context.stroke();
      context.fillStyle = yellow;
      context.fillRect(x - high * 0.3, y - high * 0.75, high * 0.62, high * 0.1);
      context.strokeStyle = yellow;
      context.beginPath();
      for (const post of [-0.28, 0.3]) {
        context.moveTo(x + high * post, y);
        context.lineTo(x + high * post, y - high * 1.2);
      }
      for (let rung = 1; rung < 6; rung++) {
        context.moveTo(x - high * 0.5, y - high * rung * 0.12);
        context.lineTo(x - high * 0.28, y - high * rung * 0.13);
      }
      context.stroke();
      context.fillStyle = red;
      context.beginPath();
      context.moveTo(x - high * 0.42, y - high * 1.18);
      context.lineTo(x, y - high * 1.56);
      context.lineTo(x + high * 0.42, y - high * 1.18);
      context.fill();
      context.strokeStyle = red;
      context.lineWidth = high * 0.09;
      context.beginPath();
      context.moveTo(x + high * 0.3, y - high * 0.72);
      context.quadraticCurveTo(x + high * 0.7, y - high * 0.2, x + high * 1.05, y - high * 0.05);
      context.stroke();
    }
  });
  addMoving(set, depth, (context, seconds) => {
    context.strokeStyle = css(shade(set, [80, 84, 92], depth));
    context.fillStyle = red;
    context.lineWidth = Math.max(1, high * 0.014);
    for (const x of places) {
      for (const [at, phase] of [
        [1.65, 0],
        [2.08, 1.7],
      ] as const) {
        const angle = Math.sin(seconds * 2 + phase) * 0.42;
        const [px, py] = [
          x + high * at + Math.sin(angle) * high * 0.85,
          y - high * 1.1 + Math.cos(angle) * high * 0.85,
        ];
        context.beginPath();
        context.moveTo(x + high * (at - 0.07), y - high * 1.1);
        context.lineTo(px - high * 0.07, py);
        context.moveTo(x + high * (at + 0.07), y - high * 1.1);
        context.lineTo(px + high * 0.07, py);
        context.stroke();
        context.fillRect(px - high * 0.1, py, high * 0.2, high * 0.04);
      }
    }
  });
}
