import { css, lighten, mix, WHITE } from "../drawing/color";
import { drawGlow } from "../drawing/shapes";
import { addMoving, createStamp, type StageSet } from "../stage/stage-set";

const SNOW = [240, 246, 255] as const;

/** Flakes that sway as they sink; those at the lens are large and soft. */
export function addSnowfall(set: StageSet): void {
  const { unit } = set;
  const flakes = Array.from({ length: 170 }, () => ({
    x: set.random.next(),
    y: set.random.next(),
    near: set.random.next() ** 2,
    phase: set.random.between(0, 6.28),
  }));
  const reach = unit * 0.02;
  const soft = createStamp(
    set,
    0,
    { left: -reach, top: -reach, right: reach, bottom: reach },
    (_sheet, lights) => drawGlow(lights, 0, 0, reach, WHITE, 0.95),
  );
  const hue = set.palette.isDark ? mix(WHITE, set.palette.glow, 0.2) : WHITE;
  set.scenery.animateBefore.push((context, seconds, view) => {
    const place = ({ x, y, near, phase }: (typeof flakes)[number]): readonly [number, number] => {
      const fall = (y + seconds * (0.07 + near * 0.13)) % 1;
      const span = set.width * 1.2;
      const drift = Math.sin(seconds * 1.2 + phase) * unit * 0.024 + seconds * unit * 0.02 * near;
      const raw = x * span + drift - view.panX * (0.3 + near);
      return [(((raw % span) + span) % span) - set.width * 0.1, (fall * 1.08 - 0.04) * set.height];
    };
    context.save();
    for (const [low, high, alpha] of [
      [0, 0.25, 0.62],
      [0.25, 0.75, 0.86],
    ] as const) {
      context.fillStyle = css(hue, alpha);
      context.beginPath();
      for (const flake of flakes) {
        if (flake.near < low || flake.near >= high) continue;
        const [x, y] = place(flake);
        const size = unit * (0.0016 + flake.near * 0.0052);
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, Math.PI * 2);
      }
      context.fill();
    }
    for (const flake of flakes) {
      if (flake.near < 0.75) continue;
      const [x, y] = place(flake);
      context.drawImage(soft.canvas, x + soft.x, y + soft.y);
    }
    context.restore();
  });
}

/** Snow that heaps up at the lower edge while the scene lasts. */
export function addSnowdrift(set: StageSet): void {
  const { unit, height } = set;
  const phase = set.random.between(0, 6.28);
  const white = lighten(mix([...SNOW], set.palette.haze, 0.25), set.palette.isDark ? 0 : 0.3);
  const depth = 1.4;
  addMoving(
    set,
    depth,
    (context, seconds, view) => {
      const from = view.panX * depth - set.width * 0.1;
      const rise = unit * 0.075 * (1 - Math.exp(-(seconds + 0.6) / 5));
      for (const [shift, tone, scale] of [
        [0, css(white, 0.5), 1],
        [2.3, css(white), 0.72],
      ] as const) {
        context.fillStyle = tone;
        context.beginPath();
        context.moveTo(from, height * 1.15);
        for (let x = from; x <= from + set.width * 1.25; x += 24) {
          const wave =
            Math.sin(x / (unit * 0.31) + phase + shift) + 0.5 * Math.sin(x / (unit * 0.13) + shift);
          context.lineTo(x, height * 1.012 - rise * scale * (1 + 0.35 * wave));
        }
        context.lineTo(from + set.width * 1.25, height * 1.15);
        context.fill();
      }
    },
    true,
  );
}
