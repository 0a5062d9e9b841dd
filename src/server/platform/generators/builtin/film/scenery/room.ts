import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { drawBooks, drawPottedPlant } from "./furniture";
import { drawHearth } from "./hearth";
import { addWall, drawWindow, glows, lightRoom } from "./interior";
import { drawSofa } from "./sofa";
import { addFire } from "./sparks";

const WALLS: readonly [Color, ...Color[]] = [
  [132, 170, 168],
  [214, 168, 142],
  [140, 152, 194],
  [198, 186, 152],
];
const SOFAS: readonly [Color, ...Color[]] = [
  [196, 96, 84],
  [72, 120, 132],
  [222, 164, 84],
  [118, 104, 158],
];
const OAK: Color = [166, 118, 82];

/** A living room: curtained window, sofa, fireplace in the evening, shelves, lamps and a rug. */
export function room(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit, width: frame } = set;
  const floorY = groundY - unit * 0.1;
  const hearth = frame / 2 + unit * 0.42;
  addWall(set, set.random.pick(WALLS), [176, 126, 88], floorY, (context, width, lights) => {
    const mid = width / 2;
    drawStripes(set, context, width, floorY);
    drawWindow(
      set,
      context,
      lights,
      mid - unit * 0.4,
      floorY - unit * 0.6,
      unit * 0.34,
      unit * 0.38,
    );
    drawCurtains(set, context, mid - unit * 0.23, floorY);
    drawPictures(set, context, mid + unit * 0.06, floorY - unit * 0.54);
    drawHearth(set, context, lights, mid + unit * 0.42, floorY);
    drawShelf(set, context, mid - unit * 0.88, floorY);
    drawShelf(set, context, mid + unit * 0.72, floorY);
    drawShelf(set, context, mid - unit * 1.3, floorY);
  });
  if (glows(set))
    addFire(
      set,
      0.55,
      [-0.05, 0, 0.05].map((dx) => ({
        x: hearth + unit * dx,
        y: floorY - unit * 0.035,
        size: unit * (dx === 0 ? 0.1 : 0.07),
      })),
    );
  addRug(set);
  addLayer(set, { depth: 0.9, top: floorY - unit * 0.6 }, (context, width, lights) => {
    const mid = width / 2;
    if (!set.shown.has("couch-and-lamp")) {
      drawSofa(set, context, mid - unit * 0.52, floorY + unit * 0.04, set.random.pick(SOFAS));
      drawFloorLamp(set, context, lights, mid - unit * 0.74, floorY + unit * 0.02);
    }
    drawPottedPlant(set, context, mid + unit * 0.68, floorY + unit * 0.03, unit * 0.24);
  });
}

function drawStripes(set: StageSet, context: SKRSContext2D, width: number, floorY: number): void {
  const { unit } = set;
  context.fillStyle = "rgba(255,255,255,0.07)";
  for (let x = 0; x < width; x += unit * 0.08)
    context.fillRect(x, -set.height * 0.1, unit * 0.04, floorY + set.height * 0.1);
}

function drawCurtains(set: StageSet, context: SKRSContext2D, x: number, floorY: number): void {
  const { unit } = set;
  const cloth = shade(set, [240, 214, 176], 0.95);
  context.fillStyle = css(shade(set, OAK, 0.9));
  context.fillRect(x - unit * 0.27, floorY - unit * 0.645, unit * 0.54, unit * 0.012);
  for (const side of [-1, 1]) {
    for (let fold = 0; fold < 4; fold++) {
      const at = x + side * unit * (0.165 + fold * 0.024);
      context.fillStyle = css(fold % 2 ? cloth : darken(cloth, 0.12));
      context.beginPath();
      context.moveTo(at - unit * 0.013, floorY - unit * 0.64);
      context.lineTo(at + unit * 0.013, floorY - unit * 0.64);
      context.quadraticCurveTo(
        at + side * unit * 0.004,
        floorY - unit * 0.36,
        at + unit * 0.016 + side * unit * 0.02,
        floorY - unit * 0.12,
      );
      context.lineTo(at - unit * 0.014 + side * unit * 0.02, floorY - unit * 0.12);
      context.fill();
    }
  }
}

function drawPictures(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  for (const [dx, dy, size, hue] of [
    [0, 0, 0.11, 0],
    [0.13, 0.03, 0.08, 1],
    [0.02, 0.16, 0.09, 2],
  ] as const) {
    const [left, top, side] = [x + unit * dx, y + unit * dy, unit * size];
    context.fillStyle = css(shade(set, [112, 80, 58], 0.9));
    context.fillRect(left, top, side, side * 1.2);
    context.fillStyle = css(shade(set, [250, 244, 232], 0.95));
    context.fillRect(left + side * 0.08, top + side * 0.08, side * 0.84, side * 1.04);
    const accent = set.palette.accents[hue] ?? set.palette.accents[0];
    context.fillStyle = verticalGradient(
      context,
      top,
      top + side * 1.2,
      lighten(accent, 0.35),
      darken(accent, 0.1),
    );
    context.fillRect(left + side * 0.2, top + side * 0.2, side * 0.6, side * 0.8);
    context.fillStyle = css(darken(accent, 0.35), 0.7);
    context.beginPath();
    context.moveTo(left + side * 0.2, top + side);
    context.quadraticCurveTo(
      left + side * 0.45,
      top + side * (0.5 + hue * 0.1),
      left + side * 0.8,
      top + side * 0.86,
    );
    context.lineTo(left + side * 0.8, top + side);
    context.fill();
  }
}

function drawShelf(set: StageSet, context: SKRSContext2D, x: number, floorY: number): void {
  const { unit } = set;
  const wood = shade(set, OAK, 0.9);
  const [wide, high] = [unit * 0.3, unit * 0.6];
  context.fillStyle = css(darken(wood, 0.35));
  context.fillRect(x, floorY - high, wide, high);
  for (let row = 1; row <= 4; row++) {
    const y = floorY - high + (high * row) / 4;
    if (row === 3)
      drawBooks(set, context, x + unit * 0.16, y - unit * 0.01, wide * 0.42, unit * 0.11);
    else drawBooks(set, context, x + unit * 0.014, y - unit * 0.01, wide * 0.92, unit * 0.12);
    if (row === 3) drawPottedPlant(set, context, x + unit * 0.08, y - unit * 0.01, unit * 0.1);
    context.fillStyle = css(lighten(wood, 0.1));
    context.fillRect(x, y - unit * 0.012, wide, unit * 0.014);
  }
  context.fillStyle = css(wood);
  context.fillRect(x - unit * 0.01, floorY - high - unit * 0.01, unit * 0.02, high + unit * 0.01);
  context.fillRect(
    x + wide - unit * 0.01,
    floorY - high - unit * 0.01,
    unit * 0.02,
    high + unit * 0.01,
  );
  context.fillRect(x - unit * 0.01, floorY - high - unit * 0.016, wide + unit * 0.02, unit * 0.022);
}

function addRug(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit } = set;
  addLayer(set, { depth: 0.85, top: groundY - unit * 0.1 }, (context, width) => {
    const rug = shade(set, [206, 96, 96], 1);
    for (const [size, tone] of [
      [1, darken(rug, 0.1)],
      [0.9, lighten(rug, 0.6)],
      [0.82, rug],
      [0.56, lighten(rug, 0.5)],
      [0.5, darken(rug, 0.06)],
    ] as const) {
      context.fillStyle = css(tone);
      context.beginPath();
      context.ellipse(
        width / 2,
        groundY + unit * 0.045,
        unit * 0.56 * size,
        unit * 0.085 * size,
        0,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
}

function drawFloorLamp(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
): void {
  const { unit } = set;
  const top = y - unit * 0.5;
  context.fillStyle = css(shade(set, [84, 66, 60], 0.9));
  context.fillRect(x - unit * 0.005, top, unit * 0.01, unit * 0.5);
  context.fillRect(x - unit * 0.05, y - unit * 0.012, unit * 0.1, unit * 0.012);
  const hue = set.palette.accents[0];
  drawGlow(lights, x, top + unit * 0.02, unit * 0.42, hue, glows(set) ? 0.55 : 0.18);
  lights.fillStyle = css(lighten(hue, 0.35));
  lights.beginPath();
  lights.moveTo(x - unit * 0.045, top - unit * 0.05);
  lights.lineTo(x + unit * 0.045, top - unit * 0.05);
  lights.lineTo(x + unit * 0.085, top + unit * 0.07);
  lights.lineTo(x - unit * 0.085, top + unit * 0.07);
  lights.fill();
}
