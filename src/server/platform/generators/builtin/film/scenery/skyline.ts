import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, isSeen, type StageSet, shade, spanOf } from "../stage/stage-set";

export const WALLS: readonly [Color, ...Color[]] = [
  [196, 120, 104],
  [222, 176, 128],
  [122, 146, 178],
  [168, 156, 190],
  [214, 200, 178],
  [140, 170, 160],
];

/** Whether lamps burn and windows are lit. */
export const lightsOn = (set: StageSet) =>
  set.palette.isDark || set.time === "sunset" || set.weather === "storm";

type Tower = { x: number; wide: number; top: number; bottom: number; depth: number };
type Pane = { x: number; y: number; size: number; color: Color };

function drawTower(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  tower: Tower,
  later: Pane[],
): void {
  const { x, wide, top, bottom, depth } = tower;
  const { random } = set;
  const wall = shade(set, mix(random.pick(WALLS), [96, 110, 150], 0.35), depth);
  context.fillStyle = verticalGradient(
    context,
    top,
    bottom,
    lighten(wall, 0.1),
    darken(wall, 0.12),
  );
  context.fillRect(x, top, wide, bottom - top);
  context.fillStyle = css(darken(wall, 0.24), 0.7);
  context.fillRect(x + wide * 0.76, top, wide * 0.24, bottom - top);
  context.fillStyle = css(lighten(wall, 0.25), 0.6);
  context.fillRect(x, top, Math.max(1, wide * 0.02), bottom - top);
  drawCrown(set, context, lights, tower, wall);
  const size = Math.max(3, set.unit * 0.011 * (0.6 + depth));
  const isLit = lightsOn(set);
  const isGlassy = random.next() < 0.3;
  const glass = mix(wall, set.palette.sky[0], 0.5);
  for (let wy = top + size * 1.4; wy < bottom - size * 2; wy += size * 2.3) {
    if (isGlassy && !isLit) {
      context.fillStyle = css(mix(glass, set.palette.sky[2], 0.3), 0.7);
      context.fillRect(x + size * 0.6, wy, wide - size * 1.2, size * 1.4);
      continue;
    }
    for (let wx = x + size; wx < x + wide - size * 1.2; wx += size * 1.9) {
      const chance = random.next();
      const shines = isLit && chance < 0.42;
      const pen = shines ? lights : context;
      const color =
        set.palette.accents[random.next() < 0.8 ? 0 : random.integer(1, 2)] ??
        set.palette.accents[0];
      pen.fillStyle = shines
        ? css(color, random.between(0.5, 0.95) * (0.4 + 0.6 * Math.min(1, depth + 0.3)))
        : css(chance > 0.9 ? lighten(glass, 0.25) : darken(glass, 0.12), 0.75);
      pen.fillRect(wx, wy, size, size * 1.25);
      if (isLit && !shines && chance > 0.86 && wy < set.height)
        later.push({ x: wx, y: wy, size, color });
    }
  }
}

/** Spires, tanks, steps and aerials. */
function drawCrown(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  { x, wide, top }: Tower,
  wall: Color,
): void {
  const crown = set.random.integer(0, 5);
  context.fillStyle = css(wall);
  if (crown === 1) context.fillRect(x + wide * 0.25, top - wide * 0.22, wide * 0.5, wide * 0.24);
  if (crown === 2) {
    context.fillRect(x + wide * 0.47, top - wide * 0.6, wide * 0.06, wide * 0.6);
    lights.fillStyle = css([255, 90, 90], 0.9);
    lights.beginPath();
    lights.arc(x + wide * 0.5, top - wide * 0.6, Math.max(1.5, wide * 0.03), 0, Math.PI * 2);
    lights.fill();
  }
  if (crown === 3) {
    context.beginPath();
    context.moveTo(x, top + 1);
    context.lineTo(x + wide * 0.5, top - wide * 0.55);
    context.lineTo(x + wide, top + 1);
    context.fill();
  }
  if (crown === 4) {
    for (const [inset, rise] of [
      [0.1, 0.16],
      [0.22, 0.32],
      [0.34, 0.5],
    ] as const)
      context.fillRect(x + wide * inset, top - wide * rise, wide * (1 - inset * 2), wide * rise);
  }
  if (crown === 5) {
    context.fillStyle = css(darken(wall, 0.25));
    context.fillRect(x + wide * 0.16, top - wide * 0.28, wide * 0.3, wide * 0.2);
    context.fillRect(x + wide * 0.19, top - wide * 0.1, wide * 0.03, wide * 0.1);
    context.fillRect(x + wide * 0.4, top - wide * 0.1, wide * 0.03, wide * 0.1);
  }
}

/** Low houses without a gap, on whole pixels: what stands farther off is hidden by them. */
function fillGaps(
  set: StageSet,
  context: SKRSContext2D,
  { width, top, depth }: { width: number; top: number; depth: number },
): void {
  const { random, unit } = set;
  for (let x = 0; x < width; ) {
    const wide = Math.ceil(unit * random.between(0.05, 0.11) * (0.7 + depth * 0.7));
    const wall = shade(set, mix(random.pick(WALLS), [84, 98, 140], 0.5), depth);
    context.fillStyle = css(darken(wall, 0.08));
    const roof = Math.round(top - unit * random.between(0, 0.05));
    context.fillRect(x, roof, wide, set.height * 1.1 - roof);
    x += wide;
  }
}

/** Rows of towers; in the dark their windows are lit, and more of them from moment to moment. */
export function addSkyline(
  set: StageSet,
  baseY: number,
  rows: readonly (readonly [depth: number, height: number])[],
): void {
  const signs = set.style === "neon" ? 0.34 : set.time === "night" ? 0.16 : 0;
  for (const [depth, height] of rows) {
    const later: Pane[] = [];
    addLayer(set, { depth, top: baseY - set.unit * height * 1.5 }, (context, width, lights) => {
      fillGaps(set, context, { width, top: baseY - set.unit * height * 0.4, depth });
      let x = -set.unit * 0.05;
      while (x < width) {
        const wide = set.unit * set.random.between(0.08, 0.16) * (0.7 + depth * 0.7);
        const top = baseY - set.unit * height * set.random.between(0.45, 1.2);
        drawTower(set, context, lights, { x, wide, top, bottom: set.height * 1.1, depth }, later);
        if (lightsOn(set) && set.random.next() < signs && depth > 0.2)
          drawSign(set, lights, x + wide * 0.3, top + wide * 0.3, wide * 0.3);
        x += wide * set.random.between(0.95, 1.25);
      }
      const foot = baseY - set.unit * height * 0.35;
      const haze = context.createLinearGradient(0, foot, 0, baseY + set.unit * 0.1);
      haze.addColorStop(0, css(set.palette.haze, 0));
      haze.addColorStop(
        1,
        css(
          lightsOn(set) ? mix(set.palette.haze, set.palette.accents[0], 0.25) : set.palette.haze,
          0.5 * (1 - depth * 0.7),
        ),
      );
      context.globalCompositeOperation = "source-atop";
      context.fillStyle = haze;
      context.fillRect(0, foot, width, set.height);
      context.globalCompositeOperation = "source-over";
    });
    addLateWindows(set, depth, later);
  }
}

/** Windows that go on one after the other, and some that go out again. */
function addLateWindows(set: StageSet, depth: number, panes: readonly Pane[]): void {
  const { left } = spanOf(set, depth);
  const windows = panes
    .filter((_, index) => index % 3 === 0)
    .slice(0, 140)
    .map((pane) => ({
      ...pane,
      x: pane.x + left,
      from: set.random.between(0.2, 9),
      until: set.random.next() < 0.25 ? set.random.between(3, 14) : Number.POSITIVE_INFINITY,
      tone: css(pane.color, 0.85 * (0.4 + 0.6 * Math.min(1, depth + 0.3))),
    }));
  if (windows.length === 0) return;
  addMoving(set, depth, (context, seconds, view) => {
    for (const { x, y, size, from, until, tone } of windows) {
      if (seconds < from || seconds > until || !isSeen(view, depth, x, size)) continue;
      context.globalAlpha = Math.min(1, (seconds - from) * 4);
      context.fillStyle = tone;
      context.fillRect(x, y, size, size * 1.25);
    }
  });
}

function drawSign(set: StageSet, lights: SKRSContext2D, x: number, y: number, wide: number) {
  const hue = set.palette.accents[set.random.integer(0, 2)] ?? set.palette.accents[0];
  const high = wide * set.random.between(1.6, 3);
  drawGlow(lights, x + wide / 2, y + high / 2, high, hue, 0.35);
  lights.strokeStyle = css(lighten(hue, 0.4));
  lights.lineWidth = Math.max(2, set.unit * 0.004);
  lights.strokeRect(x, y, wide, high);
  for (let row = 1; row < 4; row++) {
    lights.beginPath();
    lights.moveTo(x + wide * 0.25, y + (high * row) / 4);
    lights.lineTo(x + wide * 0.75, y + (high * row) / 4);
    lights.stroke();
  }
}
