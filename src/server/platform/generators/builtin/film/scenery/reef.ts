import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { addPlants, scatter } from "../plants/plants";
import { addMoving, createStamp, isSeen, type StageSet, shade, spanOf } from "../stage/stage-set";

const CORALS: readonly [Color, ...Color[]] = [
  [255, 112, 124],
  [255, 170, 84],
  [190, 112, 230],
  [86, 200, 176],
  [250, 142, 196],
  [250, 214, 110],
];

/** Corals, fans, tubes and weeds along a row; the soft ones sway. */
export function addReef(
  set: StageSet,
  { depth, y, size, every }: { depth: number; y: number; size: number; every: number },
): void {
  const high = set.unit * size;
  const kinds = [drawBranches, drawTubes, drawFan, drawBrain, drawWeed, drawBranches, drawWeed].map(
    (draw, index) =>
      createStamp(
        set,
        depth,
        { left: -high * 0.8, top: -high * 1.4, right: high * 0.8, bottom: high * 0.12 },
        (context) => {
          const hue = CORALS[(index * 2 + set.random.integer(0, 1)) % CORALS.length] ?? CORALS[0];
          draw(context, high, shade(set, hue, depth * 0.85), set.random.integer(1, 1e8));
        },
      ),
  );
  const plants = scatter(set, depth, set.unit * every, () => ({
    y: y + set.random.between(-0.01, 0.03) * set.unit,
    scale: set.random.between(0.55, 1.1),
  }));
  addPlants(set, { depth, limber: depth > 1 ? 0.8 : 0.4 }, kinds, plants);
}

function drawBranches(context: SKRSContext2D, size: number, color: Color, seed: number): void {
  const random = createRandom(seed);
  context.lineCap = "round";
  const grow = (x: number, y: number, angle: number, reach: number, level: number) => {
    const [toX, toY] = [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
    for (const [tone, scale, shift] of [
      [darken(color, 0.22), 1, 0],
      [lighten(color, 0.12), 0.5, -0.012],
    ] as const) {
      context.strokeStyle = css(tone);
      context.lineWidth = size * 0.11 * 0.72 ** level * scale;
      context.beginPath();
      context.moveTo(x + shift * size, y);
      context.lineTo(toX + shift * size, toY);
      context.stroke();
    }
    if (level >= 3) return;
    for (const turn of [-0.5, 0.45])
      grow(toX, toY, angle + turn + random.between(-0.2, 0.2), reach * 0.74, level + 1);
  };
  for (const angle of [-2.2, -1.57, -0.95]) grow(0, size * 0.06, angle, size * 0.4, 0);
}

function drawTubes(context: SKRSContext2D, size: number, color: Color, seed: number): void {
  const random = createRandom(seed);
  for (let tube = 0; tube < 6; tube++) {
    const x = (tube / 5 - 0.5) * size * 0.9;
    const high = size * random.between(0.4, 1) * (1 - Math.abs(tube / 5 - 0.5) * 0.6);
    const half = size * 0.085;
    context.fillStyle = css(darken(color, 0.16));
    context.beginPath();
    context.roundRect(x - half, -high, half * 2, high + size * 0.08, half);
    context.fill();
    context.fillStyle = css(lighten(color, 0.1));
    context.beginPath();
    context.roundRect(x - half, -high, half * 0.9, high + size * 0.08, half);
    context.fill();
    context.fillStyle = css(darken(color, 0.5));
    context.beginPath();
    context.ellipse(x, -high + half * 0.5, half * 0.72, half * 0.34, 0, 0, Math.PI * 2);
    context.fill();
  }
}

function drawFan(context: SKRSContext2D, size: number, color: Color): void {
  context.fillStyle = css(color, 0.9);
  context.beginPath();
  context.moveTo(0, size * 0.08);
  context.bezierCurveTo(-size * 0.9, -size * 0.3, -size * 0.6, -size * 1.2, 0, -size * 1.1);
  context.bezierCurveTo(size * 0.6, -size * 1.2, size * 0.9, -size * 0.3, 0, size * 0.08);
  context.fill();
  context.strokeStyle = css(darken(color, 0.28), 0.8);
  context.lineWidth = Math.max(1, size * 0.022);
  context.beginPath();
  for (let rib = -4; rib <= 4; rib++) {
    context.moveTo(0, size * 0.06);
    context.quadraticCurveTo(
      rib * size * 0.12,
      -size * 0.4,
      rib * size * 0.13,
      -size * (1.02 - Math.abs(rib) * 0.06),
    );
  }
  context.stroke();
}

function drawBrain(context: SKRSContext2D, size: number, color: Color): void {
  for (const [tone, scale, shift] of [
    [darken(color, 0.28), 1, 0],
    [color, 0.88, 0.04],
    [lighten(color, 0.2), 0.5, 0.14],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    context.ellipse(
      -shift * size * 0.6,
      size * 0.06 - shift * size,
      size * 0.62 * scale,
      size * 0.56 * scale,
      0,
      Math.PI,
      0,
    );
    context.fill();
  }
  context.strokeStyle = css(darken(color, 0.3), 0.7);
  context.lineWidth = Math.max(1, size * 0.03);
  for (let groove = 0; groove < 4; groove++) {
    context.beginPath();
    context.arc(
      (groove - 1.5) * size * 0.26,
      -size * 0.06,
      size * 0.14,
      Math.PI * 1.1,
      Math.PI * 1.9,
    );
    context.stroke();
  }
}

function drawWeed(context: SKRSContext2D, size: number, color: Color, seed: number): void {
  const random = createRandom(seed);
  const green: Color = [color[0] * 0.3, 120 + color[1] * 0.25, 90 + color[2] * 0.15];
  for (let blade = 0; blade < 6; blade++) {
    const x = (blade / 5 - 0.5) * size * 0.6;
    const high = size * random.between(0.8, 1.35);
    const bend = random.between(-0.2, 0.2) * size;
    context.fillStyle = css(blade % 2 ? green : darken(green, 0.2));
    context.beginPath();
    context.moveTo(x - size * 0.05, size * 0.08);
    context.bezierCurveTo(
      x - size * 0.16,
      -high * 0.4,
      x + bend + size * 0.1,
      -high * 0.6,
      x + bend,
      -high,
    );
    context.bezierCurveTo(
      x + bend + size * 0.2,
      -high * 0.6,
      x - size * 0.02,
      -high * 0.4,
      x + size * 0.06,
      size * 0.08,
    );
    context.fill();
  }
}

/** Shoals of small fish that keep together, and bubbles that rise from the sand. */
export function addShoals(set: StageSet, depth: number, count: number): void {
  const { random, unit, width } = set;
  const { groundY } = set.scenery;
  const shoals = Array.from({ length: count }, () => ({
    heading: random.next() < 0.5 ? -1 : 1,
    x: random.next(),
    y: groundY * random.between(0.14, 0.66),
    pace: random.between(0.04, 0.075),
    hue: shade(set, random.pick(CORALS), Math.min(0.85, depth + 0.25)),
    fish: Array.from({ length: random.integer(7, 13) }, () => ({
      dx: random.between(-0.13, 0.13) * unit,
      dy: random.between(-0.06, 0.06) * unit,
      phase: random.between(0, 6.28),
      size: unit * random.between(0.009, 0.015) * (0.7 + depth),
    })),
  }));
  const span = width * 1.5;
  addMoving(set, depth, (context, seconds, view) => {
    for (const { heading, x, y, pace, hue, fish } of shoals) {
      const flown = x * span + heading * seconds * pace * width - view.panX * depth * 0.2;
      const at = (((flown % span) + span) % span) - width * 0.25 + view.panX * depth;
      if (!isSeen(view, depth, at, unit * 0.2)) continue;
      context.fillStyle = css(hue);
      context.beginPath();
      for (const { dx, dy, phase, size } of fish) {
        const px = at + dx + Math.sin(seconds * 0.9 + phase) * unit * 0.012;
        const py = y + dy + Math.sin(seconds * 1.3 + phase * 2) * unit * 0.01;
        const tail = Math.sin(seconds * 9 + phase) * size * 0.3;
        const nose = heading * size;
        context.moveTo(px + nose, py);
        context.quadraticCurveTo(px, py - size * 0.7, px - nose * 0.8, py);
        context.lineTo(px - nose * 1.5, py - size * 0.5 + tail);
        context.lineTo(px - nose * 1.5, py + size * 0.5 + tail);
        context.lineTo(px - nose * 0.8, py);
        context.quadraticCurveTo(px, py + size * 0.7, px + nose, py);
      }
      context.fill();
    }
  });
}

export function addBubbles(set: StageSet): void {
  const { random, unit, height } = set;
  const depth = 1.1;
  const { left, right } = spanOf(set, depth);
  const bubbles = Array.from({ length: Math.round(((right - left) / unit) * 16) }, () => ({
    x: random.between(left, right),
    phase: random.next(),
    pace: random.between(0.1, 0.2),
    size: unit * random.between(0.002, 0.008),
  }));
  addMoving(set, depth, (context, seconds, view) => {
    context.strokeStyle = "rgba(255,255,255,0.6)";
    context.lineWidth = Math.max(1, unit * 0.0018);
    context.beginPath();
    for (const { x, phase, pace, size } of bubbles) {
      if (!isSeen(view, depth, x, unit * 0.05)) continue;
      const age = (seconds * pace + phase) % 1;
      const px = x + Math.sin(age * 14 + phase * 9) * unit * 0.012;
      const py = height * (1.02 - age * 1.06);
      context.moveTo(px + size, py);
      context.arc(px, py, size * (0.6 + age * 0.6), 0, Math.PI * 2);
    }
    context.stroke();
  });
}
