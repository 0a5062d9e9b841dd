import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { type StageSet, shade } from "../stage/stage-set";
import { glows } from "./interior";

const SPINES: readonly [Color, ...Color[]] = [
  [176, 66, 60],
  [64, 104, 140],
  [222, 172, 84],
  [84, 126, 92],
  [126, 84, 140],
  [226, 212, 190],
  [58, 70, 96],
  [196, 120, 74],
];

/** A row of books that stand on the row `y`. */
export function drawBooks(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
): void {
  const { random } = set;
  for (let at = x; at < x + wide - high * 0.2; ) {
    const thick = high * random.between(0.12, 0.26);
    const tall = high * random.between(0.66, 0.98);
    const spine = shade(set, random.pick(SPINES), 0.9);
    context.fillStyle = css(spine);
    context.fillRect(at, y - tall, thick, tall);
    context.fillStyle = css(lighten(spine, 0.22), 0.7);
    context.fillRect(at, y - tall, thick * 0.24, tall);
    context.fillStyle = css(lighten(spine, 0.5), 0.8);
    context.fillRect(at + thick * 0.16, y - tall * 0.82, thick * 0.68, Math.max(1, tall * 0.05));
    context.fillRect(at + thick * 0.16, y - tall * 0.26, thick * 0.68, Math.max(1, tall * 0.03));
    at += thick + (random.next() < 0.06 ? high * 0.4 : high * 0.012);
  }
}

/** A lamp on a cord with its cone of light; `y` is the shade's lower edge. */
export function drawPendant(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
  hue: Color = set.palette.accents[2],
): void {
  const { unit } = set;
  context.fillStyle = css(shade(set, [70, 62, 66], 0.9));
  context.fillRect(
    x - unit * 0.003,
    -set.height * 0.1,
    unit * 0.006,
    y + set.height * 0.1 - unit * 0.06,
  );
  drawGlow(
    lights,
    x,
    y + unit * 0.02,
    unit * 0.34,
    set.palette.accents[0],
    glows(set) ? 0.55 : 0.22,
  );
  lights.fillStyle = css(lighten(hue, 0.05));
  lights.beginPath();
  lights.moveTo(x - unit * 0.02, y - unit * 0.075);
  lights.quadraticCurveTo(x - unit * 0.03, y - unit * 0.03, x - unit * 0.08, y);
  lights.lineTo(x + unit * 0.08, y);
  lights.quadraticCurveTo(x + unit * 0.03, y - unit * 0.03, x + unit * 0.02, y - unit * 0.075);
  lights.fill();
  lights.fillStyle = css(lighten(set.palette.accents[0], 0.5));
  lights.beginPath();
  lights.ellipse(x, y, unit * 0.062, unit * 0.014, 0, 0, Math.PI * 2);
  lights.fill();
}

/** A plant in a pot that stands on the row `y`. */
export function drawPottedPlant(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
): void {
  const pot = shade(set, [206, 122, 88], 0.9);
  const leaf = shade(set, [74, 142, 88], 0.9);
  for (let blade = 0; blade < 11; blade++) {
    const lean = (blade / 10 - 0.5) * 2;
    const high = size * (1 - Math.abs(lean) * 0.35);
    context.fillStyle = css(blade % 2 ? leaf : darken(leaf, 0.18));
    context.beginPath();
    context.moveTo(x, y - size * 0.3);
    context.quadraticCurveTo(
      x + lean * size * 0.5 - size * 0.08,
      y - size * 0.3 - high * 0.6,
      x + lean * size * 0.62,
      y - size * 0.26 - high * 0.66,
    );
    context.quadraticCurveTo(
      x + lean * size * 0.44 + size * 0.1,
      y - size * 0.3 - high * 0.4,
      x,
      y - size * 0.3,
    );
    context.fill();
  }
  context.fillStyle = css(pot);
  context.beginPath();
  context.moveTo(x - size * 0.22, y - size * 0.36);
  context.lineTo(x + size * 0.22, y - size * 0.36);
  context.lineTo(x + size * 0.16, y);
  context.lineTo(x - size * 0.16, y);
  context.fill();
  context.fillStyle = css(lighten(pot, 0.14));
  context.fillRect(x - size * 0.25, y - size * 0.4, size * 0.5, size * 0.09);
}

/** A table seen from its long side; its feet stand on the row `y`. */
export function drawTable(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
  wood: Color,
): void {
  const tone = shade(set, wood, 0.95);
  context.fillStyle = css(darken(tone, 0.3));
  for (const leg of [0.06, 0.9])
    context.fillRect(x + wide * leg, y - high * 0.92, wide * 0.04, high * 0.92);
  context.fillStyle = css(darken(tone, 0.14));
  context.fillRect(x + wide * 0.04, y - high * 0.9, wide * 0.92, high * 0.12);
  context.fillStyle = css(lighten(tone, 0.14));
  context.fillRect(x, y - high, wide, high * 0.1);
}

/** A round clock whose hands are set by the hour. */
export function drawClock(
  set: StageSet,
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
): void {
  const face = shade(set, [250, 248, 240], 0.95);
  for (const [tone, scale] of [
    [darken(face, 0.65), 1],
    [face, 0.86],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    context.arc(x, y, radius * scale, 0, Math.PI * 2);
    context.fill();
  }
  context.strokeStyle = css(darken(face, 0.75));
  context.lineCap = "round";
  for (const [turn, reach, weight] of [
    [-1.2, 0.44, 0.1],
    [0.5, 0.64, 0.07],
  ] as const) {
    context.lineWidth = radius * weight;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + Math.cos(turn) * radius * reach, y + Math.sin(turn) * radius * reach);
    context.stroke();
  }
  for (let hour = 0; hour < 12; hour++) {
    const turn = (hour / 12) * Math.PI * 2;
    context.fillStyle = css(darken(face, 0.6));
    context.beginPath();
    context.arc(
      x + Math.cos(turn) * radius * 0.74,
      y + Math.sin(turn) * radius * 0.74,
      radius * 0.045,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}
