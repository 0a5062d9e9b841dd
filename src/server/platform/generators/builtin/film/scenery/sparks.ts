import { lighten } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { drawGlow } from "../drawing/shapes";
import { addMoving, createStamp, isSeen, type StageSet, spanOf } from "../stage/stage-set";

/** Fireflies on warm dark evenings. */
export function addFireflies(set: StageSet): void {
  const isEvening = set.palette.isDark || set.time === "sunset";
  if (!isEvening || set.weather !== "clear" || set.season === "winter" || set.season === "autumn")
    return;
  const { random, unit } = set;
  const { groundY } = set.scenery;
  const depth = 0.9;
  const { left, right } = spanOf(set, depth);
  const flies = Array.from({ length: Math.round(((right - left) / unit) * 12) }, () => ({
    x: random.between(left, right),
    y: groundY - random.between(-0.1, 0.34) * unit,
    phase: random.between(0, 6.28),
    speed: random.between(0.5, 1.2),
  }));
  const reach = unit * 0.022;
  const light = createStamp(
    set,
    0,
    { left: -reach, top: -reach, right: reach, bottom: reach },
    (_sheet, lights) => {
      drawGlow(lights, 0, 0, reach, [214, 255, 120], 0.9);
      lights.fillStyle = "rgba(255,255,220,0.95)";
      lights.beginPath();
      lights.arc(0, 0, reach * 0.12, 0, Math.PI * 2);
      lights.fill();
    },
  );
  addMoving(set, depth, (context, seconds, view) => {
    for (const { x, y, phase, speed } of flies) {
      const power = Math.sin(seconds * speed * 2 + phase);
      if (power < -0.3 || !isSeen(view, depth, x, reach)) continue;
      context.globalAlpha = Math.min(1, 0.4 + power * 0.6);
      context.drawImage(
        light.canvas,
        x + Math.sin(seconds * speed + phase) * unit * 0.04 + light.x,
        y + Math.cos(seconds * speed * 1.4 + phase) * unit * 0.024 + light.y,
      );
    }
  });
}

export type Chimney = { x: number; y: number };

/** Puffs that rise, widen and lean with the wind; `x` and `y` in the plane's coordinates. */
export function addSmoke(
  set: StageSet,
  depth: number,
  chimneys: readonly Chimney[],
  options: { size: number; dark?: boolean },
): void {
  const { unit } = set;
  const tone = options.dark ? ([92, 84, 92] as const) : lighten(set.palette.haze, 0.35);
  const reach = 24;
  const puff = createStamp(
    set,
    0,
    { left: -reach, top: -reach, right: reach, bottom: reach },
    (_sheet, lights) => drawGlow(lights, 0, 0, reach, tone, 0.85),
  );
  const rate = 2.6;
  const life = 3.4;
  const lean = unit * (set.weather === "wind" || set.weather === "storm" ? 0.3 : 0.07);
  addMoving(set, depth, (context, seconds, view) => {
    for (const [index, { x, y }] of chimneys.entries()) {
      if (!isSeen(view, depth, x, unit * 0.3)) continue;
      const newest = Math.floor(seconds * rate);
      for (let number = newest; number > newest - rate * life; number--) {
        const age = (seconds - number / rate) / life;
        if (age < 0 || age > 1) continue;
        const chance = createRandom(Math.imul(number + 37 * index + 11, 0x9e3779b1));
        const size = options.size * (0.35 + age * 1.5) * chance.between(0.8, 1.2);
        context.globalAlpha = 0.6 * Math.sin(Math.min(1, age * 1.15) * Math.PI);
        context.drawImage(
          puff.canvas,
          x + lean * age ** 1.5 + chance.between(-0.3, 0.3) * options.size - size,
          y - options.size * 5 * age - size,
          size * 2,
          size * 2,
        );
      }
    }
  });
}

/** Tongues of flame with their light; `size` is their height in pixels. */
export function addFire(
  set: StageSet,
  depth: number,
  fires: readonly (Chimney & { size: number })[],
): void {
  const reach = 64;
  const halo = createStamp(
    set,
    0,
    { left: -reach, top: -reach, right: reach, bottom: reach },
    (_sheet, lights) => drawGlow(lights, 0, 0, reach, [255, 150, 60], 0.7),
  );
  addMoving(set, depth, (context, seconds, view) => {
    for (const { x, y, size } of fires) {
      if (!isSeen(view, depth, x, size * 3)) continue;
      const flicker = 0.85 + 0.1 * Math.sin(seconds * 11 + x) + 0.05 * Math.sin(seconds * 23 + x);
      const glow = size * 2.6 * flicker;
      context.globalCompositeOperation = "screen";
      context.drawImage(halo.canvas, x - glow, y - size * 0.5 - glow, glow * 2, glow * 2);
      context.globalCompositeOperation = "source-over";
      for (const [tone, scale] of [
        ["rgba(255,106,40,0.95)", 1],
        ["rgba(255,180,60,0.95)", 0.7],
        ["rgba(255,244,190,0.95)", 0.36],
      ] as const) {
        const high = size * scale * (0.9 + 0.16 * Math.sin(seconds * (9 + scale * 5) + x));
        const wide = size * 0.34 * scale;
        const bend = Math.sin(seconds * 7 + scale * 4 + x) * wide * 0.5;
        context.fillStyle = tone;
        context.beginPath();
        context.moveTo(x - wide, y);
        context.bezierCurveTo(
          x - wide * 1.2,
          y - high * 0.5,
          x + bend,
          y - high * 0.5,
          x + bend,
          y - high,
        );
        context.bezierCurveTo(
          x + wide * 0.4 + bend,
          y - high * 0.5,
          x + wide * 1.2,
          y - high * 0.4,
          x + wide,
          y,
        );
        context.fill();
      }
    }
  });
}
