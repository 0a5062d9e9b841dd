import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix, WHITE } from "../drawing/color";
import { drawGlow, drawRidge, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";

export const glows = (set: StageSet) => set.palette.isDark || set.time === "sunset";

/** Indoors the light comes from lamps, so night is warm instead of blue. */
export function lightRoom(set: StageSet): void {
  if (set.style === "neon") return;
  const warm: Color = glows(set) ? [244, 214, 184] : [255, 250, 242];
  Object.assign(set, {
    palette: { ...set.palette, light: warm, haze: mix([240, 220, 200], warm, 0.5) },
  });
}

export function drawWindow(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
) {
  const [zenith, middle, horizon] = set.palette.sky;
  const frame = shade(set, [250, 244, 236], 0.95);
  context.fillStyle = css(frame);
  context.fillRect(x - wide * 0.06, y - wide * 0.06, wide * 1.12, high + wide * 0.12);
  lights.save();
  lights.beginPath();
  lights.rect(x, y, wide, high);
  lights.clip();
  lights.fillStyle = verticalGradient(lights, y, y + high, zenith, middle, horizon);
  lights.fillRect(x, y, wide, high);
  drawGlow(lights, x + wide * 0.72, y + high * 0.32, wide * 0.5, set.palette.glow, 0.7);
  lights.fillStyle = css(set.palette.sun);
  lights.beginPath();
  lights.arc(x + wide * 0.72, y + high * 0.32, wide * 0.09, 0, Math.PI * 2);
  lights.fill();
  lights.translate(x, 0);
  drawRidge(
    lights,
    wide,
    { y: y + high * 0.86, bottom: y + high, height: high * 0.16, wave: wide * 0.3, seed: 5 },
    mix(horizon, set.palette.isDark ? [22, 44, 62] : [60, 110, 90], 0.55),
  );
  lights.translate(-x, 0);
  lights.fillStyle = css(frame);
  lights.fillRect(x + wide * 0.48, y, wide * 0.04, high);
  lights.fillRect(x, y + high * 0.48, wide, wide * 0.04);
  lights.restore();
  context.fillStyle = css(darken(frame, 0.14));
  context.fillRect(x - wide * 0.1, y + high + wide * 0.05, wide * 1.2, wide * 0.06);
}

/** How high above the floor a ceiling is, in units: only a tall frame gets to see it. */
const CEILING = 1.02;

/** A papered wall with its skirting, the ceiling above it and boards that run to the middle. */
export function addWall(
  set: StageSet,
  wall: Color,
  floor: Color,
  floorY: number,
  decorate: (context: SKRSContext2D, width: number, lights: SKRSContext2D) => void,
) {
  const ceilingY = floorY - set.unit * CEILING;
  addLayer(set, { depth: 0.55 }, (context, width, lights) => {
    const color = shade(set, wall, 0.9);
    context.fillStyle = verticalGradient(
      context,
      Math.max(0, ceilingY),
      floorY,
      darken(color, 0.06),
      lighten(color, 0.1),
      darken(color, 0.1),
    );
    context.fillRect(0, -set.height * 0.1, width, set.height * 1.4);
    const lamp = glows(set) ? set.palette.accents[0] : WHITE;
    drawGlow(context, width / 2, floorY - set.unit * 0.5, set.unit * 0.8, lamp, 0.2);
    if (ceilingY > 0) drawCeiling(set, context, width, lighten(color, 0.5), ceilingY);
    decorate(context, width, lights);
    context.fillStyle = css(lighten(color, 0.45));
    context.fillRect(0, floorY - set.unit * 0.03, width, set.unit * 0.03);
    context.fillStyle = css(darken(color, 0.3), 0.5);
    context.fillRect(0, floorY - set.unit * 0.004, width, set.unit * 0.004);
  });
  addFloor(set, floor, floorY);
  if (set.height > set.width && set.scenery.surface === "ground" && set.place !== "castle")
    addNearLeaves(set);
  addMotes(set, floorY);
}

function drawCeiling(
  set: StageSet,
  context: SKRSContext2D,
  width: number,
  color: Color,
  ceilingY: number,
): void {
  context.fillStyle = verticalGradient(context, 0, ceilingY, darken(color, 0.2), color);
  context.fillRect(0, -set.height * 0.1, width, ceilingY + set.height * 0.1);
  context.strokeStyle = css(darken(color, 0.2), 0.6);
  context.lineWidth = set.unit * 0.004;
  for (let beam = -4; beam <= 4; beam++) {
    context.beginPath();
    context.moveTo(width / 2 + beam * set.unit * 0.2, ceilingY);
    context.lineTo(width / 2 + beam * set.unit * 0.5, -set.height * 0.1);
    context.stroke();
  }
  context.fillStyle = css(lighten(color, 0.5));
  context.fillRect(0, ceilingY - set.unit * 0.012, width, set.unit * 0.04);
  context.fillStyle = css(darken(color, 0.25), 0.6);
  context.fillRect(0, ceilingY + set.unit * 0.028, width, set.unit * 0.008);
}

function addFloor(set: StageSet, floor: Color, floorY: number): void {
  addLayer(set, { depth: 0.85, top: floorY }, (context, width) => {
    const color = shade(set, floor, 1);
    const bottom = set.height * 1.1;
    context.fillStyle = verticalGradient(
      context,
      floorY,
      set.height,
      darken(color, 0.1),
      lighten(color, 0.08),
      darken(color, 0.16),
    );
    context.fillRect(0, floorY, width, set.height);
    const boards = 36;
    const at = (board: number, y: number) => {
      const x = (board / boards) * width;
      return x + (x - width / 2) * 0.9 * ((y - floorY) / (bottom - floorY));
    };
    for (let board = -14; board < boards + 14; board++) {
      for (let y = floorY; y < bottom; ) {
        const next = Math.min(bottom, y + set.unit * set.random.between(0.05, 0.3));
        const tone = set.random.between(-0.08, 0.08);
        context.fillStyle = css(tone > 0 ? lighten(color, tone) : darken(color, -tone), 0.7);
        context.beginPath();
        context.moveTo(at(board, y), y);
        context.lineTo(at(board + 1, y), y);
        context.lineTo(at(board + 1, next), next);
        context.lineTo(at(board, next), next);
        context.fill();
        y = next;
      }
    }
    drawGlow(context, width / 2, floorY + set.unit * 0.1, set.unit * 0.7, lighten(color, 0.4), 0.3);
  });
}

/** A house plant before the lens, out of focus, where a tall frame would end in bare floor. */
function addNearLeaves(set: StageSet): void {
  const { unit, height, width: frame, random } = set;
  const depth = 1.45;
  const side = random.next() < 0.5 ? -1 : 1;
  addLayer(set, { depth, top: height - unit * 0.62, front: true }, (context, width) => {
    const leaf = darken(shade(set, [62, 128, 84], 1), 0.34);
    const at = (aside: number) => width / 2 + side * (frame * 0.48 - unit * aside);
    for (let blade = 0; blade < 9; blade++) {
      const lean = blade / 4 - 1;
      const high = unit * (0.5 - 0.16 * Math.abs(lean)) * (blade % 2 ? 0.84 : 1);
      const tip = height * 1.04 - high;
      const foot = height * 1.1;
      context.fillStyle = css(blade % 2 ? leaf : lighten(leaf, 0.07));
      context.beginPath();
      context.moveTo(at(-0.03), foot);
      context.quadraticCurveTo(at(lean * 0.06 - 0.07), tip + high * 0.3, at(lean * 0.34), tip);
      context.quadraticCurveTo(at(lean * 0.2 + 0.06), tip + high * 0.5, at(0.03), foot);
      context.fill();
    }
  });
}

/** Dust that floats where the light is. */
function addMotes(set: StageSet, floorY: number): void {
  const { random, unit, width } = set;
  const motes = Array.from({ length: 26 }, () => ({
    x: width * random.between(0.1, 0.9),
    y: floorY - unit * random.between(0.05, 0.8),
    phase: random.next() * 6,
    size: unit * random.between(0.001, 0.0028),
  }));
  const tone = css(lighten(glows(set) ? set.palette.accents[0] : set.palette.sun, 0.4));
  addMoving(set, 0.8, (context, seconds) => {
    context.fillStyle = tone;
    for (const { x, y, phase, size } of motes) {
      context.globalAlpha = 0.28 + 0.28 * Math.sin(seconds * 1.1 + phase);
      context.beginPath();
      context.arc(
        x + Math.sin(seconds * 0.35 + phase) * unit * 0.06,
        y + Math.cos(seconds * 0.27 + phase * 2) * unit * 0.04,
        size,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
}
