import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { type StageSet, shade } from "../stage/stage-set";
import { addCounter } from "./counter";
import { drawPendant, drawPottedPlant } from "./furniture";
import { addWall, drawWindow, lightRoom } from "./interior";
import { addSmoke } from "./sparks";

const TEAL: Color = [84, 140, 136];

/** Cupboards, tiles, a stove with a steaming pot, a fridge, pans on a rail and the counter in front. */
export function kitchen(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit, width: frame } = set;
  const floorY = groundY + unit * 0.06;
  const stoveX = frame / 2 - unit * 0.42;
  addWall(set, [240, 222, 190], [166, 122, 92], floorY, (context, width, lights) => {
    const mid = width / 2;
    drawTiles(set, context, width);
    drawCupboards(set, context, width);
    drawWindow(
      set,
      context,
      lights,
      mid - unit * 0.18,
      groundY - unit * 0.62,
      unit * 0.36,
      unit * 0.32,
    );
    drawPottedPlant(set, context, mid - unit * 0.1, groundY - unit * 0.285, unit * 0.09);
    drawRail(set, context, mid + unit * 0.24);
    drawFridge(set, context, mid + unit * 0.62);
    drawStove(set, context, lights, mid - unit * 0.42);
    for (const x of [-0.66, 0, 0.66])
      drawPendant(set, context, lights, mid + unit * x, groundY - unit * 0.52);
  });
  addSmoke(set, 0.56, [{ x: stoveX - unit * 0.05, y: groundY - unit * 0.3 }], {
    size: unit * 0.04,
  });
  addCounter(set, [198, 150, 104], [92, 66, 60]);
}

function drawTiles(set: StageSet, context: SKRSContext2D, width: number): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  const tile = shade(set, [246, 240, 226], 0.95);
  const size = unit * 0.06;
  for (let row = 0; row < 5; row++) {
    for (let x = 0; x < width; x += size) {
      const tone = darken(tile, random.between(0, 0.08));
      context.fillStyle = css(tone);
      context.fillRect(x + 1, groundY - size * (row + 1) + 1, size - 2, size - 2);
      context.fillStyle = css(lighten(tone, 0.5), 0.6);
      context.fillRect(x + 2, groundY - size * (row + 1) + 2, size * 0.5, Math.max(1, size * 0.06));
    }
  }
}

function drawCupboards(set: StageSet, context: SKRSContext2D, width: number): void {
  const { groundY } = set.scenery;
  const { unit } = set;
  const paint = shade(set, TEAL, 0.9);
  const brass = css(shade(set, [236, 190, 96], 1));
  const [top, high] = [groundY - unit * 0.68, unit * 0.26];
  for (let x = width / 2 - unit * 1.42; x < width; x += unit * 0.24) {
    if (Math.abs(x + unit * 0.12 - width / 2) < unit * 0.3) continue;
    context.fillStyle = verticalGradient(
      context,
      top,
      top + high,
      lighten(paint, 0.1),
      darken(paint, 0.08),
    );
    context.beginPath();
    context.roundRect(x + unit * 0.004, top, unit * 0.232, high, unit * 0.008);
    context.fill();
    context.strokeStyle = css(darken(paint, 0.24));
    context.lineWidth = unit * 0.004;
    context.strokeRect(x + unit * 0.03, top + unit * 0.028, unit * 0.18, high - unit * 0.056);
    context.strokeStyle = css(lighten(paint, 0.25), 0.6);
    context.strokeRect(x + unit * 0.034, top + unit * 0.032, unit * 0.18, high - unit * 0.056);
    context.fillStyle = brass;
    context.fillRect(x + unit * 0.19, top + high - unit * 0.08, unit * 0.01, unit * 0.05);
  }
  context.fillStyle = css(darken(paint, 0.3));
  context.fillRect(0, top + high, width, unit * 0.01);
}

/** Pans, ladles and a cloth on hooks. */
function drawRail(set: StageSet, context: SKRSContext2D, x: number): void {
  const { groundY } = set.scenery;
  const { unit } = set;
  const copper = shade(set, [206, 124, 82], 0.95);
  const y = groundY - unit * 0.36;
  context.fillStyle = css(shade(set, [150, 150, 156], 0.95));
  context.fillRect(x, y, unit * 0.36, unit * 0.008);
  for (const [dx, size] of [
    [0.04, 0.034],
    [0.13, 0.044],
    [0.22, 0.03],
  ] as const) {
    context.fillStyle = css(darken(copper, 0.3));
    context.fillRect(x + unit * dx - unit * 0.004, y, unit * 0.008, unit * 0.07);
    for (const [tone, scale] of [
      [copper, 1],
      [lighten(copper, 0.25), 0.7],
    ] as const) {
      context.fillStyle = css(tone);
      context.beginPath();
      context.arc(x + unit * dx, y + unit * (0.07 + size), unit * size * scale, 0, Math.PI * 2);
      context.fill();
    }
  }
  context.fillStyle = css(shade(set, [226, 92, 84], 0.95));
  context.fillRect(x + unit * 0.28, y, unit * 0.06, unit * 0.12);
  context.fillStyle = "rgba(255,255,255,0.8)";
  for (let stripe = 0; stripe < 3; stripe++)
    context.fillRect(x + unit * 0.28, y + unit * (0.03 + stripe * 0.03), unit * 0.06, unit * 0.008);
}

function drawFridge(set: StageSet, context: SKRSContext2D, x: number): void {
  const { groundY } = set.scenery;
  const { unit } = set;
  const body = shade(set, [238, 240, 236], 0.95);
  const top = groundY - unit * 0.6;
  const sheen = context.createLinearGradient(x, 0, x + unit * 0.28, 0);
  for (const [at, tone] of [
    [0, darken(body, 0.08)],
    [0.3, lighten(body, 0.4)],
    [1, darken(body, 0.16)],
  ] as const)
    sheen.addColorStop(at, css(tone));
  context.fillStyle = sheen;
  context.beginPath();
  context.roundRect(x, top, unit * 0.28, unit * 0.7, unit * 0.02);
  context.fill();
  context.fillStyle = css(darken(body, 0.3));
  context.fillRect(x, top + unit * 0.2, unit * 0.28, unit * 0.006);
  context.fillRect(x + unit * 0.02, top + unit * 0.09, unit * 0.012, unit * 0.08);
  context.fillRect(x + unit * 0.02, top + unit * 0.24, unit * 0.012, unit * 0.12);
  for (const [dx, dy, hue] of [
    [0.12, 0.06, [232, 96, 90]],
    [0.18, 0.1, [250, 210, 90]],
    [0.16, 0.28, [110, 190, 160]],
  ] as const) {
    context.fillStyle = css(shade(set, hue, 0.98));
    context.fillRect(x + unit * dx, top + unit * dy, unit * 0.036, unit * 0.036);
  }
}

function drawStove(set: StageSet, context: SKRSContext2D, lights: SKRSContext2D, x: number): void {
  const { groundY } = set.scenery;
  const { unit } = set;
  const steel = shade(set, [196, 202, 206], 0.95);
  context.fillStyle = verticalGradient(
    context,
    groundY - unit * 0.4,
    groundY - unit * 0.34,
    lighten(steel, 0.2),
    darken(steel, 0.2),
  );
  context.beginPath();
  context.moveTo(x - unit * 0.08, groundY - unit * 0.42);
  context.lineTo(x + unit * 0.08, groundY - unit * 0.42);
  context.lineTo(x + unit * 0.15, groundY - unit * 0.35);
  context.lineTo(x - unit * 0.15, groundY - unit * 0.35);
  context.fill();
  context.fillStyle = verticalGradient(
    context,
    groundY - unit * 0.17,
    groundY,
    lighten(steel, 0.06),
    darken(steel, 0.24),
  );
  context.fillRect(x - unit * 0.16, groundY - unit * 0.17, unit * 0.32, unit * 0.24);
  context.fillStyle = css(darken(steel, 0.62));
  context.fillRect(x - unit * 0.16, groundY - unit * 0.18, unit * 0.32, unit * 0.016);
  lights.fillStyle = css([255, 150, 70], 0.95);
  for (const burner of [-0.07, 0.07])
    lights.fillRect(x + unit * (burner - 0.03), groundY - unit * 0.186, unit * 0.06, unit * 0.006);
  const pot = shade(set, [214, 84, 74], 0.98);
  context.fillStyle = verticalGradient(
    context,
    groundY - unit * 0.28,
    groundY - unit * 0.19,
    lighten(pot, 0.16),
    darken(pot, 0.16),
  );
  context.beginPath();
  context.roundRect(x - unit * 0.115, groundY - unit * 0.28, unit * 0.13, unit * 0.094, [
    0,
    0,
    unit * 0.016,
    unit * 0.016,
  ]);
  context.fill();
  context.fillStyle = css(darken(pot, 0.25));
  context.fillRect(x - unit * 0.13, groundY - unit * 0.265, unit * 0.16, unit * 0.012);
  context.fillStyle = css(shade(set, [70, 76, 88], 0.95));
  context.beginPath();
  context.roundRect(x + unit * 0.03, groundY - unit * 0.215, unit * 0.1, unit * 0.028, unit * 0.01);
  context.fill();
  context.fillRect(x + unit * 0.12, groundY - unit * 0.212, unit * 0.08, unit * 0.01);
}
