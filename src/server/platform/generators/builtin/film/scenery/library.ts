import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { drawBooks, drawPendant, drawTable } from "./furniture";
import { addWall, drawWindow, lightRoom } from "./interior";

const WALNUT: Color = [116, 76, 52];

/** Shelves up to the ceiling around a tall window, a ladder, reading lamps and a globe. */
export function library(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit } = set;
  const floorY = groundY - unit * 0.1;
  addWall(set, [150, 112, 84], [134, 88, 60], floorY, (context, width, lights) => {
    const mid = width / 2;
    const top = floorY - unit * 0.98;
    drawWindow(
      set,
      context,
      lights,
      mid - unit * 0.17,
      floorY - unit * 0.78,
      unit * 0.34,
      unit * 0.56,
    );
    for (let x = mid + unit * 0.27; x < width; x += unit * 0.42)
      drawCase(set, context, x, top, floorY);
    for (let x = mid - unit * 0.67; x > -unit * 0.42; x -= unit * 0.42)
      drawCase(set, context, x, top, floorY);
    drawLadder(set, context, mid + unit * 0.56, floorY);
    for (const x of [-0.46, 0.46, 0])
      drawPendant(
        set,
        context,
        lights,
        mid + unit * x,
        floorY - unit * (x === 0 ? 0.7 : 0.56),
        [60, 120, 96],
      );
  });
  addLayer(set, { depth: 0.9, top: floorY - unit * 0.5 }, (context, width, lights) => {
    const mid = width / 2;
    const y = floorY + unit * 0.055;
    for (const side of [-1, 1]) {
      const x = mid + side * unit * 0.62 - unit * 0.2;
      drawTable(set, context, x, y, unit * 0.4, unit * 0.17, WALNUT);
      drawReadingLamp(set, context, lights, x + unit * 0.2, y - unit * 0.17);
      drawBooks(set, context, x + unit * 0.27, y - unit * 0.17, unit * 0.1, unit * 0.07);
    }
    drawGlobe(set, context, mid - unit * 0.36, y);
  });
}

function drawCase(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  top: number,
  floorY: number,
): void {
  const { unit } = set;
  const wood = shade(set, WALNUT, 0.9);
  const wide = unit * 0.4;
  context.fillStyle = css(darken(wood, 0.5));
  context.fillRect(x, top, wide, floorY - top);
  const rows = 7;
  const step = (floorY - top - unit * 0.06) / rows;
  for (let row = 1; row <= rows; row++) {
    const y = top + unit * 0.04 + row * step;
    drawBooks(set, context, x + unit * 0.016, y - unit * 0.008, wide - unit * 0.03, step * 0.86);
    context.fillStyle = verticalGradient(
      context,
      y - unit * 0.01,
      y + unit * 0.006,
      lighten(wood, 0.22),
      darken(wood, 0.1),
    );
    context.fillRect(x, y - unit * 0.01, wide, unit * 0.014);
  }
  context.fillStyle = css(wood);
  context.fillRect(x - unit * 0.012, top, unit * 0.024, floorY - top);
  context.fillRect(x + wide - unit * 0.012, top, unit * 0.024, floorY - top);
  context.fillStyle = css(lighten(wood, 0.12));
  context.fillRect(x - unit * 0.02, top - unit * 0.01, wide + unit * 0.04, unit * 0.045);
  context.fillStyle = css(lighten(wood, 0.06));
  context.fillRect(x - unit * 0.012, floorY - unit * 0.06, wide + unit * 0.024, unit * 0.06);
}

function drawLadder(set: StageSet, context: SKRSContext2D, x: number, floorY: number): void {
  const { unit } = set;
  context.strokeStyle = css(shade(set, [196, 146, 98], 0.95));
  context.lineWidth = unit * 0.012;
  context.beginPath();
  for (const side of [0, 0.11]) {
    context.moveTo(x + side * unit, floorY);
    context.lineTo(x + (side + 0.1) * unit, floorY - unit * 0.84);
  }
  for (let rung = 1; rung < 10; rung++) {
    const t = rung / 10;
    context.moveTo(x + t * 0.1 * unit, floorY - unit * 0.84 * t);
    context.lineTo(x + (t * 0.1 + 0.11) * unit, floorY - unit * 0.84 * t);
  }
  context.stroke();
}

function drawReadingLamp(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
): void {
  const { unit } = set;
  const brass = shade(set, [206, 164, 84], 0.95);
  context.fillStyle = css(brass);
  context.fillRect(x - unit * 0.004, y - unit * 0.09, unit * 0.008, unit * 0.09);
  context.fillRect(x - unit * 0.03, y - unit * 0.01, unit * 0.06, unit * 0.01);
  const glow = lights.createRadialGradient(x, y - unit * 0.08, 0, x, y - unit * 0.08, unit * 0.22);
  glow.addColorStop(0, css(set.palette.accents[0], 0.6));
  glow.addColorStop(1, css(set.palette.accents[0], 0));
  lights.fillStyle = glow;
  lights.fillRect(x - unit * 0.22, y - unit * 0.3, unit * 0.44, unit * 0.44);
  lights.fillStyle = css([58, 132, 100]);
  lights.beginPath();
  lights.roundRect(x - unit * 0.055, y - unit * 0.115, unit * 0.11, unit * 0.036, unit * 0.018);
  lights.fill();
  lights.fillStyle = css([255, 244, 210]);
  lights.fillRect(x - unit * 0.045, y - unit * 0.08, unit * 0.09, unit * 0.006);
}

function drawGlobe(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  const wood = css(shade(set, WALNUT, 1));
  const radius = unit * 0.07;
  const cy = y - unit * 0.22;
  context.fillStyle = wood;
  context.fillRect(x - unit * 0.008, cy + radius, unit * 0.016, unit * 0.14);
  context.fillRect(x - unit * 0.05, y - unit * 0.016, unit * 0.1, unit * 0.016);
  context.fillStyle = css(shade(set, [96, 164, 196], 1));
  context.beginPath();
  context.arc(x, cy, radius, 0, Math.PI * 2);
  context.fill();
  context.save();
  context.clip();
  context.fillStyle = css(shade(set, [156, 176, 96], 1));
  for (const [dx, dy, rx, ry] of [
    [-0.4, -0.3, 0.4, 0.3],
    [-0.2, 0.4, 0.24, 0.4],
    [0.5, 0, 0.3, 0.5],
  ] as const) {
    context.beginPath();
    context.ellipse(
      x + dx * radius,
      cy + dy * radius,
      rx * radius,
      ry * radius,
      0.4,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
  context.restore();
  context.strokeStyle = css(shade(set, [206, 164, 84], 1));
  context.lineWidth = unit * 0.006;
  context.beginPath();
  context.arc(x, cy, radius * 1.14, -0.9, Math.PI - 0.5);
  context.stroke();
}
