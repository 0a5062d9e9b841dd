import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, lighten } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addMoving, createStamp, type StageSet, type Stamp } from "../stage/stage-set";

const HUES: readonly [Color, ...Color[]] = [
  [255, 96, 110],
  [255, 206, 90],
  [110, 226, 255],
  [150, 255, 150],
  [226, 140, 255],
  [255, 150, 70],
];
const RISE_SECONDS = 0.8;
const BURN_SECONDS = 1.9;
const LAST_SECOND = 64;

type Burst = {
  at: number;
  x: number;
  y: number;
  size: number;
  hue: Color;
  inner: Color;
  sparks: readonly { turn: number; reach: number }[];
};

/** Rockets that burst over the horizon; their light falls on land and water. */
export function addFireworks(set: StageSet): void {
  const bursts: Burst[] = [];
  for (let at = -0.9; at < LAST_SECOND; at += set.random.between(0.38, 0.8))
    bursts.push(createBurst(set, at));
  const glows = new Map(HUES.map((hue) => [hue, createGlow(set, hue)]));
  const alive = (seconds: number) =>
    bursts.filter(({ at }) => at <= seconds && seconds < at + RISE_SECONDS + BURN_SECONDS);
  addMoving(set, 0.05, (context, seconds) => {
    context.globalCompositeOperation = "lighter";
    for (const burst of alive(seconds)) {
      const age = (seconds - burst.at - RISE_SECONDS) / BURN_SECONDS;
      if (age < 0) drawRocket(context, set, burst, (seconds - burst.at) / RISE_SECONDS);
      else drawBurst(context, set, burst, age, glows.get(burst.hue));
    }
  });
  addGroundLight(set, alive);
}

function createBurst({ random, width, unit, scenery, loft }: StageSet, at: number): Burst {
  const isRing = random.next() < 0.3;
  const count = random.integer(26, 40);
  return {
    at,
    x: width * random.between(0.1, 0.9),
    y: scenery.horizonY - unit * random.between(0.16, 0.46) * Math.min(1.5, loft),
    size: unit * random.between(0.1, 0.21),
    hue: random.pick(HUES),
    inner: random.pick(HUES),
    sparks: Array.from({ length: count }, (_, index) => ({
      turn: (index / count) * Math.PI * 2 + random.between(-0.08, 0.08),
      reach: isRing ? random.between(0.94, 1) : random.between(0.45, 1),
    })),
  };
}

function createGlow(set: StageSet, hue: Color): Stamp {
  const reach = 96;
  return createStamp(
    set,
    0,
    { left: -reach, top: -reach, right: reach, bottom: reach },
    (_sheet, lights) => drawGlow(lights, 0, 0, reach, hue, 0.6),
  );
}

function drawRocket(
  context: SKRSContext2D,
  set: StageSet,
  { x, y, hue }: Burst,
  share: number,
): void {
  const from = set.scenery.horizonY;
  const at = from + (y - from) * (1 - (1 - share) ** 2);
  const tail = context.createLinearGradient(0, at, 0, at + set.unit * 0.07);
  tail.addColorStop(0, css(lighten(hue, 0.6), 0.95));
  tail.addColorStop(1, css(hue, 0));
  context.strokeStyle = tail;
  context.lineWidth = Math.max(1.5, set.unit * 0.004);
  context.beginPath();
  context.moveTo(x, at);
  context.lineTo(x + Math.sin(share * 9) * 2, at + set.unit * 0.07);
  context.stroke();
}

function drawBurst(
  context: SKRSContext2D,
  set: StageSet,
  burst: Burst,
  age: number,
  glow: Stamp | undefined,
): void {
  const { x, y, size, hue, inner, sparks } = burst;
  const open = 1 - (1 - Math.min(1, age * 1.25)) ** 3;
  const sink = size * 0.55 * age * age;
  const fade = age < 0.45 ? 1 : 1 - (age - 0.45) / 0.55;
  if (glow) {
    const reach = size * 2;
    context.globalAlpha = (age < 0.08 ? 1 : 0.55) * fade;
    context.drawImage(glow.canvas, x - reach, y - reach, reach * 2, reach * 2);
    context.globalAlpha = 1;
  }
  for (const [tone, scale, weight] of [
    [hue, 1, 0.0044],
    [inner, 0.55, 0.0034],
  ] as const) {
    context.strokeStyle = css(lighten(tone, 0.25), fade);
    context.lineWidth = Math.max(1.2, set.unit * weight);
    context.lineCap = "round";
    context.beginPath();
    for (const { turn, reach } of sparks) {
      const far = size * reach * open * scale;
      const near = far * (0.55 + 0.42 * age);
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      context.moveTo(x + cos * near, y + sin * near + sink * 0.8);
      context.lineTo(x + cos * far, y + sin * far + sink);
    }
    context.stroke();
  }
  context.fillStyle = css([255, 255, 255], fade * (0.6 + 0.4 * Math.sin(age * 50)));
  context.beginPath();
  for (const { turn, reach } of sparks) {
    const far = size * reach * open;
    const radius = set.unit * 0.0026;
    const [px, py] = [x + Math.cos(turn) * far, y + Math.sin(turn) * far + sink];
    context.moveTo(px + radius, py);
    context.arc(px, py, radius, 0, Math.PI * 2);
  }
  context.fill();
}

/** Colour that flares up on the ground, and long streaks of it on water. */
function addGroundLight(set: StageSet, alive: (seconds: number) => readonly Burst[]): void {
  const { horizonY, surface } = set.scenery;
  const { unit, width, height } = set;
  set.scenery.animateGround.push((context, seconds) => {
    context.save();
    context.globalCompositeOperation = "screen";
    for (const { at, x, size, hue } of alive(seconds)) {
      const age = (seconds - at - RISE_SECONDS) / BURN_SECONDS;
      if (age < 0) continue;
      const power = Math.exp(-age * 3);
      if (power < 0.08) continue;
      const light = context.createRadialGradient(x, horizonY, 0, x, horizonY, unit * 0.8);
      light.addColorStop(0, css(hue, 0.3 * power));
      light.addColorStop(1, css(hue, 0));
      context.fillStyle = light;
      const top = surface === "water" ? horizonY : 0;
      context.fillRect(0, top, width, height - top);
      if (surface !== "water") continue;
      context.fillStyle = css(hue, 0.4 * power);
      context.beginPath();
      for (let streak = 0; streak < 12; streak++) {
        const y = horizonY + (streak / 12) ** 1.3 * unit * 0.34;
        const half = size * (0.2 + 0.5 * Math.abs(Math.sin(streak * 1.7 + seconds * 3)));
        context.moveTo(x + half, y);
        context.ellipse(x, y, half, unit * 0.0022 * (1 + streak * 0.2), 0, 0, Math.PI * 2);
      }
      context.fill();
    }
    context.restore();
  });
}
