import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, mix } from "../drawing/color";
import { isSnowy } from "../plants/seasons";
import { type StageSet, shade } from "../stage/stage-set";

const PETALS: readonly Color[] = [
  [255, 196, 214],
  [255, 228, 236],
  [248, 170, 196],
];
const DRY: readonly Color[] = [
  [222, 128, 50],
  [196, 82, 54],
  [236, 178, 72],
];
const GREEN: readonly Color[] = [
  [120, 176, 84],
  [90, 150, 76],
  [170, 196, 100],
];
const DUST: readonly Color[] = [
  [236, 206, 150],
  [222, 186, 128],
];
const BARREN = new Set<StageSet["place"]>(["desert", "savanna", "volcano", "beach", "road"]);

/** Leaves, petals or sand that a strong wind drives by, with streaks of the wind itself. */
export function addGusts(set: StageSet): void {
  const { random, unit } = set;
  addDrifting(set, 44, { pace: 0.85, fall: 0.16, flutter: 0.06 });
  const streaks = Array.from({ length: 9 }, () => ({
    x: random.next(),
    y: random.between(0.12, 0.9),
    long: unit * random.between(0.2, 0.5),
    pace: random.between(0.9, 1.4),
    phase: random.between(0, 6.28),
  }));
  const tone = set.palette.isDark ? "255,255,255" : "250,252,255";
  set.scenery.animateBefore.push((context, seconds) => {
    context.save();
    context.lineCap = "round";
    for (const { x, y, long, pace, phase } of streaks) {
      const share = (x + seconds * pace * 0.55) % 1;
      const head = share * (set.width + long * 2) - long;
      const row = y * set.height + Math.sin(seconds * 2 + phase) * unit * 0.02;
      const stroke = context.createLinearGradient(head - long, 0, head, 0);
      stroke.addColorStop(0, `rgba(${tone},0)`);
      stroke.addColorStop(1, `rgba(${tone},0.4)`);
      context.strokeStyle = stroke;
      context.lineWidth = Math.max(1.2, unit * 0.0032);
      context.beginPath();
      context.moveTo(head - long, row + unit * 0.01);
      context.bezierCurveTo(
        head - long * 0.6,
        row - unit * 0.03,
        head - long * 0.3,
        row + unit * 0.03,
        head,
        row,
      );
      context.stroke();
    }
    context.restore();
  });
}

/** What the trees let go of in autumn and in spring. */
export function addFallingLeaves(set: StageSet): void {
  if (set.scenery.surface === "air" || BARREN.has(set.place)) return;
  addDrifting(set, 16, { pace: 0.07, fall: 0.2, flutter: 0.05 });
}

type Flight = { pace: number; fall: number; flutter: number };

function addDrifting(set: StageSet, count: number, { pace, fall, flutter }: Flight): void {
  const { random, unit } = set;
  const hues = huesOf(set).map((hue) => shade(set, hue, 1));
  const flakes = Array.from({ length: count }, () => ({
    x: random.next(),
    y: random.next(),
    near: random.between(0.5, 1.3),
    spin: random.between(1, 4) * (random.next() < 0.5 ? -1 : 1),
    phase: random.between(0, 6.28),
    hue: hues[random.integer(0, hues.length - 1)] ?? ([200, 160, 90] as const),
  }));
  const span = set.width * 1.25;
  set.scenery.animateBefore.push((context, seconds, view) => {
    for (const { x, y, near, spin, phase, hue } of flakes) {
      const flown = x * span + seconds * pace * set.width * near - view.panX * near;
      const px = (((flown % span) + span) % span) - set.width * 0.12;
      const sunk = (y + seconds * fall * near * 0.7) % 1.1;
      const py = sunk * set.height + Math.sin(seconds * 2.2 + phase) * unit * flutter;
      drawLeaf(context, px, py, unit * 0.012 * near, spin * seconds + phase, hue);
    }
  });
}

function huesOf(set: StageSet): readonly Color[] {
  if (isSnowy(set)) return [[244, 248, 255]];
  if (set.season === "spring") return PETALS;
  if (set.season === "autumn") return DRY;
  return BARREN.has(set.place) ? DUST : [...GREEN, ...DRY.slice(2)];
}

function drawLeaf(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  turn: number,
  hue: Color,
): void {
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  context.scale(1, 0.35 + 0.65 * Math.abs(Math.cos(turn * 1.3)));
  context.fillStyle = css(mix(hue, darken(hue, 0.2), 0.5 + 0.5 * Math.sin(turn)));
  context.beginPath();
  context.moveTo(-size, 0);
  context.quadraticCurveTo(0, -size * 0.8, size, 0);
  context.quadraticCurveTo(0, size * 0.8, -size, 0);
  context.fill();
  context.restore();
}
