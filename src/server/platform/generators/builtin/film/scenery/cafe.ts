import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";
import { drawPendant, drawPottedPlant, drawTable } from "./furniture";
import { addWall, drawWindow, lightRoom } from "./interior";

const GLASS: readonly [Color, ...Color[]] = [
  [120, 160, 120],
  [200, 130, 70],
  [220, 210, 200],
  [150, 90, 80],
];
const COPPER: Color = [196, 118, 78];

/** A café: bar with its machine and a board, a shop window, lamps, set tables whose cups steam. */
export function cafe(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit, width: frame } = set;
  const floorY = groundY - unit * 0.09;
  addWall(set, [202, 168, 138], [126, 88, 66], floorY, (context, width, lights) => {
    const mid = width / 2;
    drawBricks(set, context, width, floorY);
    drawWindow(
      set,
      context,
      lights,
      mid - unit * 0.98,
      floorY - unit * 0.62,
      unit * 0.62,
      unit * 0.46,
    );
    drawBoard(set, context, mid + unit * 0.02, floorY - unit * 0.66);
    drawBar(set, context, lights, mid + unit * 0.3, width, floorY);
    for (const x of [-0.68, -0.2, 0.3, 0.74])
      drawPendant(set, context, lights, mid + unit * x, floorY - unit * 0.6, COPPER);
  });
  const tables = [-0.86, 0.56].map((at) => frame / 2 + unit * at);
  const top = floorY + unit * 0.05 - unit * 0.17;
  addLayer(set, { depth: 0.9, top: floorY - unit * 0.4 }, (context, width) => {
    const shift = (width - frame) / 2;
    for (const table of tables) {
      const x = table + shift;
      drawStool(set, context, x - unit * 0.08, floorY + unit * 0.04);
      drawStool(set, context, x + unit * 0.36, floorY + unit * 0.04);
      drawTable(set, context, x, floorY + unit * 0.05, unit * 0.3, unit * 0.17, [164, 108, 72]);
      drawCup(set, context, x + unit * 0.1, top);
      drawCup(set, context, x + unit * 0.21, top);
    }
    drawPottedPlant(set, context, width / 2 - unit * 0.4, floorY + unit * 0.02, unit * 0.2);
  });
  addSteam(
    set,
    tables.flatMap((x) => [x + unit * 0.1, x + unit * 0.21]),
    top - unit * 0.035,
  );
}

function drawBricks(set: StageSet, context: SKRSContext2D, width: number, floorY: number): void {
  const { unit, random } = set;
  const brick = shade(set, [186, 112, 88], 0.9);
  const [wide, high] = [unit * 0.062, unit * 0.024];
  for (let row = 0; row * high < unit * 1.02; row++) {
    for (let x = -(row % 2) * wide * 0.5; x < width; x += wide) {
      const tone = random.between(-0.12, 0.12);
      context.fillStyle = css(tone > 0 ? lighten(brick, tone) : darken(brick, -tone), 0.6);
      context.fillRect(x + 1, floorY - (row + 1) * high + 1, wide - 2, high - 2);
    }
  }
  const panel = shade(set, [84, 62, 56], 0.9);
  context.fillStyle = css(panel);
  context.fillRect(0, floorY - unit * 0.14, width, unit * 0.14);
  context.fillStyle = css(lighten(panel, 0.14));
  context.fillRect(0, floorY - unit * 0.15, width, unit * 0.014);
}

/** A slate with the day's dishes in chalk. */
function drawBoard(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, random } = set;
  context.fillStyle = css(shade(set, [150, 100, 66], 0.95));
  context.fillRect(x - unit * 0.12, y - unit * 0.01, unit * 0.24, unit * 0.32);
  context.fillStyle = css(shade(set, [48, 52, 56], 0.95));
  context.fillRect(x - unit * 0.108, y, unit * 0.216, unit * 0.3);
  context.fillStyle = "rgba(250,246,236,0.9)";
  for (let row = 0; row < 8; row++) {
    const py = y + unit * (0.03 + row * 0.032);
    if (row === 0) context.fillRect(x - unit * 0.06, py, unit * 0.12, unit * 0.012);
    else {
      context.fillRect(x - unit * 0.09, py, unit * random.between(0.06, 0.11), unit * 0.006);
      context.fillRect(x + unit * 0.06, py, unit * 0.03, unit * 0.006);
    }
  }
}

function drawBar(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  width: number,
  floorY: number,
): void {
  const { unit, random } = set;
  const wood = shade(set, [112, 76, 58], 0.95);
  const y = floorY - unit * 0.22;
  for (const row of [0.16, 0.3]) {
    context.fillStyle = css(lighten(wood, 0.1));
    context.fillRect(x, y - unit * row, width, unit * 0.012);
    for (let px = x + unit * 0.03; px < width; px += unit * 0.05) {
      const high = unit * random.between(0.05, 0.1);
      const glass = random.pick(GLASS);
      context.fillStyle = css(shade(set, glass, 0.95), 0.9);
      context.fillRect(px - unit * 0.012, y - unit * row - high * 0.7, unit * 0.024, high * 0.7);
      context.fillRect(px - unit * 0.005, y - unit * row - high, unit * 0.01, high * 0.32);
    }
  }
  context.fillStyle = verticalGradient(context, y, floorY, lighten(wood, 0.08), darken(wood, 0.3));
  context.fillRect(x, y, width, floorY - y + 4);
  for (let px = x + unit * 0.03; px < width; px += unit * 0.18) {
    context.strokeStyle = css(darken(wood, 0.35));
    context.lineWidth = unit * 0.004;
    context.strokeRect(px, y + unit * 0.04, unit * 0.15, unit * 0.16);
  }
  context.fillStyle = css(lighten(shade(set, [214, 180, 140], 0.95), 0.1));
  context.fillRect(x - unit * 0.02, y - unit * 0.02, width, unit * 0.026);
  const steel = shade(set, [206, 206, 212], 0.95);
  context.fillStyle = verticalGradient(
    context,
    y - unit * 0.16,
    y - unit * 0.02,
    lighten(steel, 0.3),
    darken(steel, 0.2),
  );
  context.beginPath();
  context.roundRect(x + unit * 0.1, y - unit * 0.15, unit * 0.2, unit * 0.13, unit * 0.012);
  context.fill();
  context.fillStyle = css(darken(steel, 0.6));
  context.fillRect(x + unit * 0.12, y - unit * 0.085, unit * 0.16, unit * 0.05);
  context.fillStyle = css(shade(set, COPPER, 0.95));
  context.fillRect(x + unit * 0.1, y - unit * 0.165, unit * 0.2, unit * 0.02);
  lights.fillStyle = css([255, 120, 90]);
  lights.beginPath();
  lights.arc(x + unit * 0.28, y - unit * 0.115, unit * 0.006, 0, Math.PI * 2);
  lights.fill();
}

function drawStool(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  const seat = shade(set, mix(COPPER, [120, 60, 50], 0.4), 0.95);
  context.strokeStyle = css(darken(seat, 0.5));
  context.lineWidth = unit * 0.008;
  context.beginPath();
  context.moveTo(x - unit * 0.03, y - unit * 0.12);
  context.lineTo(x - unit * 0.045, y);
  context.moveTo(x + unit * 0.03, y - unit * 0.12);
  context.lineTo(x + unit * 0.045, y);
  context.moveTo(x - unit * 0.036, y - unit * 0.05);
  context.lineTo(x + unit * 0.036, y - unit * 0.05);
  context.stroke();
  context.fillStyle = css(seat);
  context.beginPath();
  context.roundRect(x - unit * 0.05, y - unit * 0.135, unit * 0.1, unit * 0.024, unit * 0.01);
  context.fill();
}

function drawCup(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  context.fillStyle = context.strokeStyle = css(shade(set, [252, 250, 246], 1));
  context.beginPath();
  context.ellipse(x, y - unit * 0.003, unit * 0.032, unit * 0.006, 0, 0, Math.PI * 2);
  context.fill();
  context.beginPath();
  context.roundRect(x - unit * 0.018, y - unit * 0.034, unit * 0.036, unit * 0.032, [
    0,
    0,
    unit * 0.014,
    unit * 0.014,
  ]);
  context.fill();
  context.lineWidth = unit * 0.005;
  context.beginPath();
  context.arc(x + unit * 0.019, y - unit * 0.02, unit * 0.009, -1.4, 1.4);
  context.stroke();
}

/** Threads of steam above the cups. */
function addSteam(set: StageSet, cups: readonly number[], y: number): void {
  const { unit } = set;
  addMoving(set, 0.9, (context, seconds) => {
    context.lineCap = "round";
    context.lineWidth = unit * 0.006;
    for (const [index, x] of cups.entries()) {
      const chance = createRandom(index + 5);
      for (let thread = 0; thread < 2; thread++) {
        const phase = chance.next() * 6;
        const age = (seconds * 0.45 + chance.next()) % 1;
        context.strokeStyle = `rgba(255,255,255,${(0.4 * Math.sin(age * Math.PI)).toFixed(2)})`;
        context.beginPath();
        for (let step = 0; step <= 8; step++) {
          const t = step / 8;
          const rise = (age * 0.5 + t * 0.7) * unit * 0.09;
          context.lineTo(
            x +
              (thread - 0.5) * unit * 0.014 +
              Math.sin(t * 5 + seconds * 2 + phase) * unit * 0.006,
            y - rise,
          );
        }
        context.stroke();
      }
    }
  });
}
