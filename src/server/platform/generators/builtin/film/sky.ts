import type { SKRSContext2D } from "@napi-rs/canvas";
import { addAurora } from "./aurora";
import { drawPaperRings, drawStars, drawSunOrMoon } from "./celestial";
import { css, lighten, mix } from "./color";
import { drawCloud } from "./shapes";
import { addLayer, type StageSet } from "./stage-set";

export type SkyOptions = { horizon: number; sunX?: number; clouds?: number; bodies?: boolean };

/** The sky with its sun or moon, stars, clouds and northern lights. */
export function addSky(set: StageSet, options: SkyOptions): void {
  const { palette, random } = set;
  const horizon = options.horizon;
  const sunX = options.sunX ?? random.between(0.2, 0.8);
  const rise = { dawn: 0.2, day: 0.66, sunset: 0.14, night: 0.62 }[set.time];
  const sunY = horizon - (horizon + set.height * 0.02) * rise;
  const hidden =
    set.weather === "rain" ||
    set.weather === "storm" ||
    set.weather === "fog" ||
    set.weather === "snow";
  addLayer(set, { depth: 0.02, plain: true }, (context, width) => {
    const gradient = context.createLinearGradient(0, -set.height * 0.05, 0, horizon);
    for (const [index, color] of palette.sky.entries())
      gradient.addColorStop(index * 0.5 + (index === 1 ? 0.05 : 0), css(color));
    context.fillStyle = gradient;
    context.fillRect(0, -set.height, width, set.height * 3);
    if (set.style === "paper") drawPaperRings(context, set, width * sunX, sunY);
    if (palette.isDark && set.time !== "dawn") drawStars(context, set, width, horizon, 170);
    if (options.bodies !== false && !(hidden && set.time === "night")) {
      drawSunOrMoon(context, set, width * sunX, sunY, hidden ? 0.35 : 1);
    }
  });
  if (set.weather === "aurora") addAurora(set, horizon);
  else if (palette.isDark) addTwinkle(set, horizon);
  const clouds = options.clouds ?? (set.weather === "clear" ? 4 : set.weather === "aurora" ? 0 : 8);
  if (clouds > 0) addClouds(set, horizon, clouds);
}

function addTwinkle(set: StageSet, horizon: number) {
  const stars = Array.from({ length: 26 }, () => ({
    x: set.random.next() * set.width,
    y: set.random.next() * horizon * 0.75,
    size: set.unit * set.random.between(0.002, 0.0045),
    speed: set.random.between(1.2, 3.4),
    phase: set.random.between(0, 6.28),
  }));
  set.scenery.animateBehind.push((context, seconds) => {
    for (const star of stars) {
      const power = 0.5 + 0.5 * Math.sin(star.phase + seconds * star.speed);
      drawSparkle(context, star.x, star.y, star.size * (0.6 + power), 0.25 + 0.7 * power);
    }
  });
}

export function drawSparkle(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  alpha: number,
) {
  context.fillStyle = `rgba(255,255,255,${alpha.toFixed(3)})`;
  context.beginPath();
  for (let tip = 0; tip < 8; tip++) {
    const reach = tip % 2 === 0 ? size * 1.7 : size * 0.4;
    const angle = (tip * Math.PI) / 4;
    context.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
  }
  context.fill();
}

function addClouds(set: StageSet, horizon: number, count: number) {
  const wet = set.weather === "rain" || set.weather === "storm" || set.weather === "snow";
  for (const [depth, share, drift] of [
    [0.06, 0.5, 4],
    [0.12, 0.5, 9],
  ] as const) {
    addLayer(
      set,
      { depth, bottom: Math.max(40, horizon), drift: (drift * set.unit) / 720 },
      (context, width) => {
        const amount = Math.max(1, Math.round(count * share * (width / set.width)));
        for (let cloud = 0; cloud < amount; cloud++) {
          const size = set.unit * set.random.between(0.09, 0.17) * (depth > 0.1 ? 1.25 : 0.8);
          const x = ((cloud + set.random.between(0.15, 0.85)) / amount) * width;
          const y = horizon * set.random.between(wet ? 0.02 : 0.1, wet ? 0.4 : 0.62);
          const base = mix(
            lighten(set.palette.sky[2], set.palette.isDark ? 0.06 : 0.55),
            set.palette.sky[1],
            wet ? 0.55 : set.palette.isDark ? 0.5 : 0.05,
          );
          drawCloud(context, set, x, y, size, base);
        }
      },
    );
  }
}
