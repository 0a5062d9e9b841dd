import { css, lighten } from "../drawing/color";
import { addSky } from "../sky/sky";
import { addMoving, type StageSet, spanOf } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addSkyline, lightsOn } from "./skyline";

/** Towers row behind row: birds over them by day, at night beams of light and a passing plane. */
export function city(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  const base = groundY + unit * 0.08;
  addSky(set, { horizon: horizonY });
  if (lightsOn(set)) addPlane(set);
  if (set.time === "night") addSearchlights(set, base);
  addBirds(set, { high: horizonY * 0.1, low: horizonY * 0.35, depth: 0.08 });
  addSkyline(set, base, [
    [0.14, 0.62 * loft],
    [0.3, 0.5 * loft],
    [0.55, 0.34 * loft],
    [0.85, 0.16 * loft],
  ]);
}

function addPlane(set: StageSet): void {
  const { horizonY } = set.scenery;
  const { unit, width, random } = set;
  const y = horizonY * random.between(0.12, 0.3);
  const heading = random.next() < 0.5 ? -1 : 1;
  const from = random.next();
  addMoving(set, 0.03, (context, seconds) => {
    const share = (from + seconds * 0.035) % 1;
    const x = (heading > 0 ? share : 1 - share) * width * 1.2 - width * 0.1;
    const blink = Math.sin(seconds * 5) > 0.6 ? 1 : 0.25;
    for (const [dx, tone, size] of [
      [0, "255,255,255", 0.0022],
      [-0.014, "255,80,80", 0.003],
    ] as const) {
      context.fillStyle = `rgba(${tone},${dx === 0 ? 0.9 : blink})`;
      context.beginPath();
      context.arc(x + dx * unit * heading, y - share * unit * 0.06, unit * size, 0, Math.PI * 2);
      context.fill();
    }
  });
}

/** Two beams that feel their way over the sky. */
function addSearchlights(set: StageSet, base: number): void {
  const { unit, random } = set;
  const depth = 0.1;
  const { left, right } = spanOf(set, depth);
  const lamps = [0.3, 0.7].map((at) => ({
    x: left + (right - left) * at,
    phase: random.next() * 6,
  }));
  const long = base * 0.95;
  addMoving(set, depth, (context, seconds) => {
    context.globalCompositeOperation = "screen";
    for (const { x, phase } of lamps) {
      const lean = Math.sin(seconds * 0.5 + phase) * 0.5;
      const beam = context.createLinearGradient(x, base, x + lean * long, base - long);
      beam.addColorStop(0, css(lighten(set.palette.glow, 0.4), 0.4));
      beam.addColorStop(1, css(set.palette.glow, 0));
      context.fillStyle = beam;
      context.beginPath();
      context.moveTo(x - unit * 0.01, base);
      context.lineTo(x + lean * long - unit * 0.07, base - long);
      context.lineTo(x + lean * long + unit * 0.07, base - long);
      context.lineTo(x + unit * 0.01, base);
      context.fill();
    }
  });
}
