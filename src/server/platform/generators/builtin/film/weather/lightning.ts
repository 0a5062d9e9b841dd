import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Random } from "../drawing/random";
import { addMoving, type StageSet } from "../stage/stage-set";

type Point = readonly [x: number, y: number];
type Strike = { at: number; paths: readonly (readonly Point[])[] };

const FADE_SECONDS = 0.55;
/** Far below the three flashes a second that are held to be safe (WCAG 2.2, 2.3.1). */
const MIN_GAP_SECONDS = 1.1;
const LAST_SECOND = 64;

/** Bolts over the horizon that light up the whole scene. */
export function addLightning(set: StageSet): void {
  const strikes: Strike[] = [];
  for (
    let at = set.random.between(0.5, 1);
    at < LAST_SECOND;
    at += set.random.between(MIN_GAP_SECONDS, 2.6)
  )
    strikes.push({ at, paths: createBolt(set) });
  const powerAt = (seconds: number) => {
    const strike = strikes.findLast(({ at }) => at <= seconds);
    const since = strike ? seconds - strike.at : FADE_SECONDS;
    return { strike, power: Math.max(0, 1 - since / FADE_SECONDS) ** 2 };
  };
  addMoving(set, 0.06, (context, seconds) => {
    const { strike, power } = powerAt(seconds);
    if (strike && power > 0.02) drawBolt(context, set, strike, power);
  });
  set.scenery.animateBefore.push((context, seconds) => {
    const { power } = powerAt(seconds);
    if (power < 0.02) return;
    context.save();
    context.globalCompositeOperation = "soft-light";
    context.fillStyle = `rgba(226,234,255,${(power * 0.75).toFixed(3)})`;
    context.fillRect(0, 0, set.width, set.height);
    context.globalCompositeOperation = "screen";
    context.fillStyle = `rgba(170,190,255,${(power * 0.16).toFixed(3)})`;
    context.fillRect(0, 0, set.width, set.height);
    context.restore();
  });
}

function createBolt({ random, width, unit, scenery }: StageSet): Point[][] {
  const main = walk(
    random,
    [width * random.between(0.15, 0.85), -unit * 0.02],
    scenery.horizonY,
    unit,
  );
  const branches = [3, 5, 7].map((from) => {
    const start = main[from] ?? main[0] ?? [0, 0];
    return walk(random, start, start[1] + unit * random.between(0.08, 0.18), unit * 0.7);
  });
  return [main, ...branches];
}

function walk(random: Random, [x, y]: Point, bottom: number, unit: number): Point[] {
  const steps = 11;
  const lean = random.between(-0.02, 0.02) * unit;
  let at = x;
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    if (step > 0) at += lean + random.between(-0.035, 0.035) * unit;
    return [at, y + ((bottom - y) * step) / steps];
  });
}

function drawBolt(
  context: SKRSContext2D,
  { unit }: StageSet,
  { paths }: Strike,
  power: number,
): void {
  context.lineJoin = "round";
  for (const [weight, tone] of [
    [0.022, `rgba(150,170,255,${(power * 0.22).toFixed(3)})`],
    [0.011, `rgba(190,205,255,${(power * 0.5).toFixed(3)})`],
    [0.0042, `rgba(255,255,255,${power.toFixed(3)})`],
  ] as const) {
    context.strokeStyle = tone;
    for (const [index, path] of paths.entries()) {
      context.lineWidth = unit * weight * (index === 0 ? 1 : 0.5);
      context.beginPath();
      for (const point of path) context.lineTo(...point);
      context.stroke();
    }
  }
}
