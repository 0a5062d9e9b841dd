import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { addBanners } from "./banners";
import { addWall, lightRoom } from "./interior";
import { addFire } from "./sparks";

const STONE: Color = [150, 142, 150];
const CRIMSON: Color = [168, 38, 54];
const GOLD: Color = [232, 188, 84];

/** A hall of pillars with banners that move, torches that flicker and a throne. */
export function castle(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit, width: frame } = set;
  const floorY = groundY - unit * 0.1;
  addWall(set, STONE, [132, 124, 134], floorY, (context, width, lights) => {
    const mid = width / 2;
    drawStones(set, context, width, floorY);
    for (const x of [-0.42, 0.42])
      drawTracery(set, context, lights, mid + unit * x, floorY - unit * 0.16);
    drawDais(set, context, mid, floorY);
    for (const x of [-1.3, -0.7, 0.7, 1.3]) drawPillar(set, context, mid + unit * x, floorY);
  });
  addBanners(
    set,
    [-0.19, 0.19, -1, 1].map((x) => frame / 2 + unit * x),
    floorY - unit * 0.86,
  );
  const torches = [-0.7, 0.7, -1.3, 1.3].map((x) => ({
    x: frame / 2 + unit * x,
    y: floorY - unit * 0.42,
    size: unit * 0.09,
  }));
  addLayer(
    set,
    { depth: 0.55, top: floorY - unit * 0.5, bottom: floorY - unit * 0.2 },
    (context, width) => {
      const iron = css(shade(set, [54, 50, 56], 0.95));
      for (const { x, y } of torches) {
        const at = x + (width - frame) / 2;
        context.fillStyle = iron;
        context.beginPath();
        context.moveTo(at - unit * 0.026, y - unit * 0.005);
        context.lineTo(at + unit * 0.026, y - unit * 0.005);
        context.lineTo(at + unit * 0.01, y + unit * 0.1);
        context.lineTo(at - unit * 0.01, y + unit * 0.1);
        context.fill();
      }
    },
  );
  addFire(set, 0.55, torches);
  addCarpet(set, floorY);
}

function drawStones(set: StageSet, context: SKRSContext2D, width: number, floorY: number): void {
  const { unit, random } = set;
  const stone = shade(set, STONE, 0.9);
  const high = unit * 0.058;
  for (let row = 0; row * high < set.height * 1.1; row++) {
    for (let x = -unit * random.next() * 0.1; x < width; ) {
      const wide = unit * random.between(0.09, 0.16);
      const tone = random.between(-0.12, 0.1);
      context.fillStyle = css(tone > 0 ? lighten(stone, tone) : darken(stone, -tone), 0.75);
      context.beginPath();
      context.roundRect(x + 1.5, floorY - (row + 1) * high + 1.5, wide - 3, high - 3, unit * 0.008);
      context.fill();
      x += wide;
    }
  }
}

/** A pointed window of coloured panes. */
function drawTracery(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
): void {
  const { unit, random } = set;
  const [half, high] = [unit * 0.13, unit * 0.44];
  const arch = (pen: SKRSContext2D, scale: number) => {
    pen.beginPath();
    pen.moveTo(x - half * scale, y);
    pen.lineTo(x - half * scale, y - high * 0.62);
    pen.quadraticCurveTo(x - half * scale, y - high * 0.9, x, y - high * (0.96 + 0.04 * scale));
    pen.quadraticCurveTo(x + half * scale, y - high * 0.9, x + half * scale, y - high * 0.62);
    pen.lineTo(x + half * scale, y);
    pen.closePath();
  };
  context.fillStyle = css(darken(shade(set, STONE, 0.95), 0.3));
  arch(context, 1.24);
  context.fill();
  drawGlow(lights, x, y - high * 0.5, unit * 0.36, set.palette.glow, 0.3);
  lights.save();
  arch(lights, 1);
  lights.clip();
  const panes: readonly [Color, ...Color[]] = [
    [232, 92, 84],
    [250, 200, 90],
    [92, 150, 226],
    [110, 196, 140],
    [190, 120, 220],
  ];
  const light = set.palette.isDark ? 0.35 : 0;
  for (let row = 0; row < 9; row++) {
    for (let column = 0; column < 4; column++) {
      lights.fillStyle = css(
        darken(mix(random.pick(panes), [255, 250, 230], random.between(0, 0.45)), light),
      );
      lights.fillRect(
        x - half + column * half * 0.5,
        y - high + row * high * 0.115,
        half * 0.47,
        high * 0.105,
      );
    }
  }
  lights.restore();
  lights.strokeStyle = css(darken(shade(set, STONE, 0.95), 0.55));
  lights.lineWidth = unit * 0.01;
  arch(lights, 1);
  lights.moveTo(x, y);
  lights.lineTo(x, y - high);
  lights.stroke();
}

function drawPillar(set: StageSet, context: SKRSContext2D, x: number, floorY: number): void {
  const { unit } = set;
  const stone = lighten(shade(set, STONE, 0.95), 0.1);
  const body = context.createLinearGradient(x - unit * 0.06, 0, x + unit * 0.06, 0);
  for (const [at, tone] of [
    [0, darken(stone, 0.34)],
    [0.35, lighten(stone, 0.16)],
    [1, darken(stone, 0.42)],
  ] as const)
    body.addColorStop(at, css(tone));
  context.fillStyle = body;
  context.fillRect(x - unit * 0.055, -set.height * 0.1, unit * 0.11, floorY + set.height * 0.1);
  for (const [y, high, wide] of [
    [floorY - unit * 0.05, 0.05, 0.08],
    [floorY - unit * 0.09, 0.04, 0.068],
    [floorY - unit * 0.8, 0.05, 0.078],
  ] as const)
    context.fillRect(x - unit * wide, y, unit * wide * 2, unit * high);
}

/** Steps with a gilded throne. */
function drawDais(set: StageSet, context: SKRSContext2D, x: number, floorY: number): void {
  const { unit } = set;
  const red = shade(set, CRIMSON, 0.95);
  const gold = shade(set, GOLD, 0.98);
  for (let step = 0; step < 3; step++) {
    context.fillStyle = css(lighten(shade(set, STONE, 0.95), 0.06 + step * 0.08));
    context.fillRect(
      x - unit * (0.36 - step * 0.06),
      floorY - unit * 0.03 * (step + 1),
      unit * (0.72 - step * 0.12),
      unit * 0.032,
    );
    context.fillStyle = css(darken(red, 0.1 - step * 0.05));
    context.fillRect(x - unit * 0.1, floorY - unit * 0.03 * (step + 1), unit * 0.2, unit * 0.032);
  }
  const seat = floorY - unit * 0.09;
  for (const [tone, inset] of [
    [gold, 0],
    [red, 0.02],
  ] as const) {
    context.fillStyle = verticalGradient(
      context,
      seat - unit * 0.42,
      seat,
      lighten(tone, 0.12),
      darken(tone, 0.16),
    );
    context.beginPath();
    context.moveTo(x - unit * (0.11 - inset), seat);
    context.lineTo(x - unit * (0.11 - inset), seat - unit * 0.3);
    context.quadraticCurveTo(
      x,
      seat - unit * (0.46 - inset * 1.6),
      x + unit * (0.11 - inset),
      seat - unit * 0.3,
    );
    context.lineTo(x + unit * (0.11 - inset), seat);
    context.fill();
  }
  context.fillStyle = css(gold);
  for (const side of [-1, 1]) {
    context.fillRect(
      x + side * unit * 0.12 - unit * 0.014,
      seat - unit * 0.16,
      unit * 0.028,
      unit * 0.16,
    );
    context.beginPath();
    context.arc(x + side * unit * 0.11, seat - unit * 0.32, unit * 0.022, 0, Math.PI * 2);
    context.fill();
  }
  context.fillStyle = css(darken(gold, 0.2));
  context.fillRect(x - unit * 0.12, seat - unit * 0.09, unit * 0.24, unit * 0.03);
}

function addCarpet(set: StageSet, floorY: number): void {
  const { unit } = set;
  addLayer(set, { depth: 0.85, top: floorY }, (context, width) => {
    const red = shade(set, CRIMSON, 1);
    const x = width / 2;
    for (const [tone, half, spread] of [
      [shade(set, GOLD, 1), 0.12, 0.5],
      [red, 0.105, 0.46],
    ] as const) {
      context.fillStyle = verticalGradient(
        context,
        floorY,
        set.height,
        darken(tone, 0.12),
        tone,
        darken(tone, 0.2),
      );
      context.beginPath();
      context.moveTo(x - unit * half, floorY);
      context.lineTo(x + unit * half, floorY);
      context.lineTo(x + unit * spread, set.height * 1.1);
      context.lineTo(x - unit * spread, set.height * 1.1);
      context.fill();
    }
  });
}
