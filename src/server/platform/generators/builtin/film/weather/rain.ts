import { type Color, css, lighten, WHITE } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addLayer, type StageSet } from "../stage/stage-set";

/** The colour of what falls: light in the dark, grey where all is bright. */
export const fallingColor = ({ palette }: StageSet): Color =>
  palette.isDark || (palette.sky[1][0] + palette.sky[1][1]) / 2 < 190 ? WHITE : [104, 124, 168];

const BANDS = [
  { low: 0, high: 0.2, alpha: 0.24, weight: 0.0014 },
  { low: 0.2, high: 0.6, alpha: 0.34, weight: 0.002 },
  { low: 0.6, high: 1.01, alpha: 0.46, weight: 0.003 },
] as const;

/** Slanting drops, nearer ones longer and faster, with rings where they hit ground or water. */
export function addRain(set: StageSet): void {
  const heavy = set.weather === "storm";
  const drops = Array.from({ length: heavy ? 210 : 150 }, () => ({
    x: set.random.next(),
    y: set.random.next(),
    near: set.random.next() ** 2,
  }));
  const hue = fallingColor(set);
  const slant = heavy ? 0.34 : 0.14;
  set.scenery.animateBefore.push((context, seconds, view) => {
    context.save();
    context.lineCap = "round";
    for (const { low, high, alpha, weight } of BANDS) {
      context.strokeStyle = css(hue, alpha);
      context.lineWidth = Math.max(1, set.unit * weight);
      context.beginPath();
      for (const drop of drops) {
        if (drop.near < low || drop.near >= high) continue;
        const fall = (drop.y + seconds * (1.1 + drop.near * 0.9)) % 1;
        const length = set.unit * (0.03 + drop.near * 0.06);
        const y = fall * (set.height + length * 2) - length;
        const span = set.width * 1.3;
        const raw = drop.x * span - fall * set.height * slant - view.panX * (0.4 + drop.near);
        const x = (((raw % span) + span) % span) - set.width * 0.1;
        context.moveTo(x, y);
        context.lineTo(x - length * slant, y + length);
      }
      context.stroke();
    }
    context.restore();
  });
  if (set.scenery.surface !== "air") addSplashes(set, heavy ? 46 : 34, hue);
}

function addSplashes(set: StageSet, count: number, hue: Color): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  const top = groundY - unit * 0.05;
  const splashes = Array.from({ length: count }, () => ({
    x: random.next(),
    down: random.next(),
    phase: random.next(),
    pace: random.between(1.4, 2.2),
  }));
  set.scenery.animateGround.push((context, seconds, view) => {
    context.save();
    context.lineWidth = Math.max(1, unit * 0.0018);
    for (const { x, down, phase, pace } of splashes) {
      const life = seconds * pace + phase;
      const age = life % 1;
      const round = Math.floor(life);
      const span = set.width * 1.2;
      const at = (x + round * 0.377) % 1;
      const px = ((((at * span - view.panX) % span) + span) % span) - set.width * 0.1;
      const y = top + down * (set.height * 1.02 - top);
      const size = unit * (0.012 + 0.024 * down) * (0.3 + age);
      context.strokeStyle = css(hue, 0.55 * (1 - age));
      context.beginPath();
      context.ellipse(px, y, size, size * 0.26, 0, 0, Math.PI * 2);
      if (age < 0.45) {
        const leap = Math.sin((age / 0.45) * Math.PI) * unit * 0.016 * (0.6 + down);
        for (const side of [-1, 0.2, 1]) {
          context.moveTo(px + side * size * 0.7, y - leap);
          context.lineTo(px + side * size * 0.8, y - leap - unit * 0.004);
        }
      }
      context.stroke();
    }
    context.restore();
  });
}

/** Spray that hangs over the ground. */
export function addMist(set: StageSet): void {
  const { groundY } = set.scenery;
  const high = set.unit * 0.2;
  const options = { depth: 0.8, plain: true, top: groundY - high, bottom: groundY + high * 0.7 };
  addLayer(set, options, (context, width) => {
    context.save();
    context.translate(0, groundY - high * 0.1);
    context.scale(1, 0.3);
    for (let x = 0; x < width; x += set.unit * 0.22)
      drawGlow(context, x, 0, set.unit * 0.4, lighten(set.palette.haze, 0.2), 0.26);
    context.restore();
  });
}
