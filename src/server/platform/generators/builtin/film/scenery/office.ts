import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addMoving, type StageSet, shade } from "../stage/stage-set";
import { addCounter } from "./counter";
import { drawBooks, drawClock, drawPottedPlant } from "./furniture";
import { addWall, drawWindow, lightRoom } from "./interior";
import { drawWallScreen } from "./wall-screen";

/** An office over the town: a screen whose bars rise, a planning board, binders and a long desk. */
export function office(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit, width: frame } = set;
  const floorY = groundY + unit * 0.06;
  addWall(set, [182, 196, 212], [120, 128, 146], floorY, (context, width, lights) => {
    const mid = width / 2;
    for (const x of [-1.3, -0.74, 0.42, 0.98]) drawTownWindow(set, context, lights, mid + unit * x);
    drawWallScreen(set, context, lights, {
      x: mid,
      y: groundY - unit * 0.52,
      wide: unit * 0.37,
      high: unit * 0.24,
      pane: [24, 36, 66],
      shine: [90, 160, 240],
      columns: 1,
      rows: 5,
    });
    drawBoard(set, context, mid - unit * 0.36, groundY - unit * 0.48);
    drawClock(set, context, mid + unit * 0.32, groundY - unit * 0.5, unit * 0.045);
    context.fillStyle = css(shade(set, [222, 200, 170], 0.95));
    context.fillRect(mid - unit * 0.28, groundY - unit * 0.13, unit * 0.56, unit * 0.016);
    drawBooks(set, context, mid - unit * 0.26, groundY - unit * 0.13, unit * 0.24, unit * 0.09);
    drawPottedPlant(set, context, mid + unit * 0.2, groundY - unit * 0.13, unit * 0.12);
    lights.fillStyle = "rgba(250,252,255,0.95)";
    for (const x of [-0.8, 0, 0.8]) {
      drawGlow(lights, mid + unit * x, groundY - unit * 0.66, unit * 0.4, [244, 250, 255], 0.28);
      lights.fillRect(mid + unit * (x - 0.2), groundY - unit * 0.67, unit * 0.4, unit * 0.018);
    }
  });
  addChart(set, frame / 2, groundY - unit * 0.52);
  addCounter(set, [222, 200, 170], [110, 116, 136]);
}

function drawTownWindow(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  const y = groundY - unit * 0.56;
  const [, , horizon] = set.palette.sky;
  const townHue: Color = set.palette.isDark ? [24, 28, 66] : [60, 70, 110];
  drawWindow(set, context, lights, x, y, unit * 0.46, unit * 0.4);
  for (let tower = 0; tower < 6; tower++) {
    const high = unit * random.between(0.06, 0.24);
    const left = x + unit * (0.01 + tower * 0.074);
    lights.fillStyle = css(mix(horizon, townHue, random.between(0.45, 0.7)));
    lights.fillRect(left, y + unit * 0.4 - high, unit * 0.066, high);
    lights.fillStyle = css(set.palette.accents[0], set.palette.isDark ? 0.8 : 0.25);
    for (let pane = 0; pane < high / (unit * 0.03) - 1; pane++)
      lights.fillRect(
        left + unit * (0.01 + (pane % 2) * 0.03),
        y + unit * 0.41 - high + pane * unit * 0.03,
        unit * 0.012,
        unit * 0.012,
      );
  }
  lights.fillStyle = css(shade(set, [250, 244, 236], 0.95));
  lights.fillRect(x + unit * 0.22, y, unit * 0.016, unit * 0.4);
}

const BARS = [0.3, 0.46, 0.4, 0.62, 0.56, 0.8, 0.95];

/** Bars grow one after the other, a line runs over them; then it begins anew. */
function addChart(set: StageSet, x: number, y: number): void {
  const { unit } = set;
  const hues = set.palette.accents.map((hue) => css(lighten(hue, 0.1)));
  addMoving(set, 0.55, (context, seconds) => {
    const turn = (seconds % 9) / 2.4;
    const heights = BARS.map(
      (bar, index) => bar * Math.min(1, Math.max(0, turn - index * 0.12)) ** 0.5 * unit * 0.19,
    );
    for (const [index, high] of heights.entries()) {
      context.fillStyle = hues[index % 3] ?? "#fff";
      context.fillRect(
        x + unit * (-0.165 + index * 0.047),
        y + unit * 0.225 - high,
        unit * 0.032,
        high,
      );
    }
    context.strokeStyle = "rgba(255,255,255,0.9)";
    context.lineWidth = Math.max(1.4, unit * 0.004);
    context.beginPath();
    for (const [index, high] of heights.entries())
      context.lineTo(
        x + unit * (-0.149 + index * 0.047),
        y + unit * 0.205 - high * 0.86 - Math.sin(index * 2 + seconds) * unit * 0.004,
      );
    context.stroke();
  });
}

/** A board with notes in columns. */
function drawBoard(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit, random } = set;
  const notes: readonly [Color, ...Color[]] = [
    [255, 226, 120],
    [255, 170, 150],
    [150, 220, 190],
    [160, 200, 250],
  ];
  context.fillStyle = css(shade(set, [140, 148, 160], 0.95));
  context.fillRect(x - unit * 0.13, y - unit * 0.01, unit * 0.26, unit * 0.24);
  context.fillStyle = css(shade(set, [250, 250, 252], 0.98));
  context.fillRect(x - unit * 0.12, y, unit * 0.24, unit * 0.22);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4 - (column % 2); row++) {
      const tone = shade(set, random.pick(notes), 0.98);
      context.fillStyle = css(tone);
      context.fillRect(
        x - unit * (0.11 - column * 0.057),
        y + unit * (0.016 + row * 0.05),
        unit * 0.044,
        unit * 0.04,
      );
      context.fillStyle = css(darken(tone, 0.35), 0.6);
      context.fillRect(
        x - unit * (0.104 - column * 0.057),
        y + unit * (0.026 + row * 0.05),
        unit * 0.03,
        unit * 0.004,
      );
      context.fillRect(
        x - unit * (0.104 - column * 0.057),
        y + unit * (0.036 + row * 0.05),
        unit * 0.022,
        unit * 0.004,
      );
    }
  }
}
