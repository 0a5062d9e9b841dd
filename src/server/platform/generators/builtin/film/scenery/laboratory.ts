import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";
import { addBubbles, drawVessel, type Vessel } from "./flasks";
import { drawClock } from "./furniture";
import { addWall, lightRoom } from "./interior";
import { drawWallScreen } from "./wall-screen";

const LIQUIDS: readonly [Color, ...Color[]] = [
  [92, 232, 170],
  [96, 190, 255],
  [255, 120, 190],
  [255, 200, 80],
];

/** Benches of glass that bubbles, screens whose curves run, shelves of bottles. */
export function laboratory(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit, width: frame } = set;
  const floorY = groundY - unit * 0.08;
  const benchY = floorY - unit * 0.16;
  addWall(set, [198, 214, 222], [150, 162, 174], floorY, (context, width, lights) => {
    const mid = width / 2;
    drawPanels(set, context, width, floorY);
    drawWallScreen(set, context, lights, {
      x: mid,
      y: floorY - unit * 0.6,
      wide: unit * 0.6,
      high: unit * 0.32,
      pane: [12, 38, 62],
      shine: [60, 190, 230],
      columns: 10,
      rows: 6,
    });
    drawElements(set, context, mid - unit * 0.8, floorY - unit * 0.6);
    drawShelves(set, context, lights, mid + unit * 0.42, floorY - unit * 0.44);
    drawShelves(set, context, lights, mid - unit * 1.36, floorY - unit * 0.44);
    drawClock(set, context, mid + unit * 1.05, floorY - unit * 0.62, unit * 0.05);
    lights.fillStyle = "rgba(240,252,255,0.95)";
    for (const x of [-0.7, 0, 0.7]) {
      drawGlow(lights, mid + unit * x, floorY - unit * 0.68, unit * 0.4, [220, 244, 255], 0.3);
      lights.fillRect(mid + unit * (x - 0.2), floorY - unit * 0.68, unit * 0.4, unit * 0.02);
    }
  });
  addCurves(set, frame / 2, floorY - unit * 0.6);
  const vessels: Vessel[] = [-0.98, -0.74, -0.46, -0.26, 0.3, 0.5, 0.74, 0.96].map((at, index) => ({
    x: frame / 2 + unit * at,
    size: unit * (index % 2 ? 0.075 : 0.095),
    hue: LIQUIDS[index % LIQUIDS.length] ?? LIQUIDS[0],
    phase: set.random.next() * 6,
  }));
  addLayer(set, { depth: 0.55, top: benchY - unit * 0.2 }, (context, width, lights) => {
    const shift = (width - frame) / 2;
    drawBench(set, context, width, benchY, floorY);
    for (const vessel of vessels)
      drawVessel(context, lights, { ...vessel, x: vessel.x + shift }, benchY);
  });
  addBubbles(set, vessels, benchY);
}

function drawPanels(set: StageSet, context: SKRSContext2D, width: number, floorY: number): void {
  const { unit } = set;
  context.strokeStyle = css(shade(set, [150, 172, 186], 0.9), 0.5);
  context.lineWidth = Math.max(1, unit * 0.0024);
  context.beginPath();
  for (let x = unit * 0.1; x < width; x += unit * 0.28) {
    context.moveTo(x, -set.height * 0.1);
    context.lineTo(x, floorY);
  }
  for (let y = floorY; y > floorY - unit; y -= unit * 0.2) {
    context.moveTo(0, y);
    context.lineTo(width, y);
  }
  context.stroke();
}

/** Two curves and a turning double helix on the big screen. */
function addCurves(set: StageSet, x: number, y: number): void {
  const { unit } = set;
  addMoving(set, 0.55, (context, seconds) => {
    context.lineWidth = Math.max(1.4, unit * 0.004);
    for (const [hue, row, pace] of [
      ["rgba(110,255,190,0.95)", 0.09, 2.1],
      ["rgba(255,190,110,0.95)", 0.23, 1.4],
    ] as const) {
      context.strokeStyle = hue;
      context.beginPath();
      for (let step = 0; step <= 40; step++) {
        const t = step / 40;
        const value =
          Math.sin(t * 14 - seconds * pace * 2) * 0.6 + Math.sin(t * 31 - seconds * pace) * 0.3;
        context.lineTo(x - unit * 0.28 + t * unit * 0.34, y + unit * (row - value * 0.04));
      }
      context.stroke();
    }
    for (let rung = 0; rung < 14; rung++) {
      const turn = rung * 0.55 + seconds * 1.6;
      const py = y + unit * (0.03 + rung * 0.02);
      const reach = Math.sin(turn) * unit * 0.07;
      context.strokeStyle = "rgba(150,220,255,0.5)";
      context.beginPath();
      context.moveTo(x + unit * 0.19 - reach, py);
      context.lineTo(x + unit * 0.19 + reach, py);
      context.stroke();
      for (const [side, fill] of [
        [-1, "rgb(110,220,255)"],
        [1, "rgb(255,130,200)"],
      ] as const) {
        context.fillStyle = fill;
        context.beginPath();
        context.arc(x + unit * 0.19 + side * reach, py, unit * 0.007, 0, Math.PI * 2);
        context.fill();
      }
    }
  });
}

/** A table of elements as a poster. */
function drawElements(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, random } = set;
  context.fillStyle = css(shade(set, [250, 250, 246], 0.95));
  context.fillRect(x, y, unit * 0.4, unit * 0.22);
  const cell = unit * 0.0205;
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 18; column++) {
      if (
        (row === 0 && column > 0 && column < 17) ||
        (row < 3 && row > 0 && column > 1 && column < 12)
      )
        continue;
      context.fillStyle = css(
        shade(
          set,
          mix(LIQUIDS[(column >> 2) % 4] ?? LIQUIDS[0], [255, 255, 255], random.between(0.2, 0.5)),
          0.95,
        ),
      );
      context.fillRect(
        x + unit * 0.015 + column * cell,
        y + unit * 0.03 + row * cell * 1.15,
        cell * 0.86,
        cell,
      );
    }
  }
}

function drawShelves(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
): void {
  const { unit, random } = set;
  for (let row = 0; row < 2; row++) {
    const base = y - row * unit * 0.15;
    for (let bottle = 0; bottle < 8; bottle++) {
      const px = x + unit * (0.03 + bottle * 0.06);
      const high = unit * random.between(0.05, 0.09);
      const hue = random.pick(LIQUIDS);
      lights.fillStyle = css(darken(hue, 0.1), 0.85);
      lights.fillRect(px - unit * 0.018, base - high * 0.62, unit * 0.036, high * 0.62);
      context.fillStyle = "rgba(255,255,255,0.5)";
      context.fillRect(px - unit * 0.018, base - high, unit * 0.036, high);
      context.fillRect(px - unit * 0.008, base - high - unit * 0.014, unit * 0.016, unit * 0.014);
    }
    context.fillStyle = css(shade(set, [236, 242, 246], 0.95));
    context.fillRect(x, base, unit * 0.5, unit * 0.014);
    context.fillStyle = css(shade(set, [140, 156, 170], 0.95));
    context.fillRect(x, base + unit * 0.014, unit * 0.5, unit * 0.006);
  }
}

function drawBench(
  set: StageSet,
  context: SKRSContext2D,
  width: number,
  y: number,
  floorY: number,
): void {
  const { unit } = set;
  const body = shade(set, [228, 236, 240], 0.95);
  context.fillStyle = verticalGradient(context, y, floorY, body, darken(body, 0.22));
  context.fillRect(0, y, width, floorY - y + unit * 0.02);
  for (let x = unit * 0.05; x < width; x += unit * 0.24) {
    context.strokeStyle = css(darken(body, 0.26));
    context.lineWidth = unit * 0.003;
    context.strokeRect(x, y + unit * 0.04, unit * 0.22, floorY - y - unit * 0.05);
    context.fillStyle = css(darken(body, 0.4));
    context.fillRect(x + unit * 0.08, y + unit * 0.055, unit * 0.06, unit * 0.008);
  }
  context.fillStyle = css(shade(set, [62, 78, 96], 0.95));
  context.fillRect(0, y, width, unit * 0.02);
}
