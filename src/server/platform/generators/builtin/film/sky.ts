import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { css, darken, lighten, mix, WHITE } from "./color";
import { drawCloud } from "./shapes";
import { addLayer, type StageSet } from "./stage-set";
import { enterPlane } from "./view";

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

function drawSunOrMoon(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  strength: number,
) {
  const { palette, unit } = set;
  const isMoon = set.time === "night";
  const radius = unit * (isMoon ? 0.075 : set.time === "day" ? 0.07 : 0.1);
  const reach = radius * (isMoon ? 6 : 8);
  const halo = context.createRadialGradient(x, y, radius * 0.6, x, y, reach);
  const glow = isMoon ? mix(palette.glow, WHITE, 0.3) : palette.glow;
  halo.addColorStop(0, css(glow, 0.75 * strength));
  halo.addColorStop(0.25, css(glow, 0.28 * strength));
  halo.addColorStop(0.6, css(glow, 0.08 * strength));
  halo.addColorStop(1, css(glow, 0));
  if (set.style !== "paper") {
    context.fillStyle = halo;
    context.fillRect(x - reach, y - reach, reach * 2, reach * 2);
  }
  if (strength < 0.5) return;
  context.save();
  if (set.style === "paper") {
    context.shadowColor = "rgba(40,20,40,0.4)";
    context.shadowBlur = unit * 0.025;
  }
  context.beginPath();
  context.arc(x, y, radius, 0, Math.PI * 2);
  if (set.style === "neon" && !isMoon) return drawStripedSun(context, set, x, y, radius * 1.7);
  context.fillStyle = css(lighten(palette.sun, isMoon ? 0 : 0.15));
  context.fill();
  context.restore();
  if (!isMoon) return;
  context.save();
  context.clip();
  context.fillStyle = css(darken(palette.sun, 0.12), 0.55);
  for (const [dx, dy, size] of [
    [-0.35, -0.2, 0.24],
    [0.3, 0.3, 0.3],
    [0.25, -0.45, 0.14],
    [-0.25, 0.5, 0.16],
    [-0.7, 0.25, 0.12],
  ] as const) {
    context.beginPath();
    context.arc(x + dx * radius, y + dy * radius, size * radius, 0, Math.PI * 2);
    context.fill();
  }
  context.restore();
}

function drawStripedSun(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  radius: number,
) {
  context.restore();
  const disc = createCanvas(Math.ceil(radius * 2), Math.ceil(radius * 2));
  const pen = disc.getContext("2d");
  const gradient = pen.createLinearGradient(0, 0, 0, radius * 2);
  gradient.addColorStop(0, css(set.palette.sun));
  gradient.addColorStop(1, css(set.palette.accents[0]));
  pen.fillStyle = gradient;
  pen.beginPath();
  pen.arc(radius, radius, radius, 0, Math.PI * 2);
  pen.fill();
  pen.globalCompositeOperation = "destination-out";
  for (let stripe = 0; stripe < 7; stripe++) {
    pen.fillRect(0, radius * (0.95 + stripe * 0.16), radius * 2, radius * (0.022 + stripe * 0.012));
  }
  context.drawImage(disc, x - radius, y - radius);
}

function drawPaperRings(context: SKRSContext2D, set: StageSet, x: number, y: number) {
  const [zenith, , horizon] = set.palette.sky;
  const far = Math.hypot(set.width, set.height);
  context.save();
  for (let ring = 7; ring >= 1; ring--) {
    context.shadowColor = "rgba(30,18,44,0.30)";
    context.shadowBlur = set.unit * 0.03;
    context.fillStyle = css(mix(lighten(horizon, 0.22), zenith, (ring - 1) / 7));
    context.beginPath();
    context.arc(x, y, far * (0.12 + ring * ring * 0.018), 0, Math.PI * 2);
    context.fill();
  }
  context.restore();
}

function drawStars(
  context: SKRSContext2D,
  set: StageSet,
  width: number,
  horizon: number,
  count: number,
) {
  for (let star = 0; star < count; star++) {
    const size = set.random.between(0.0006, 0.0022) * set.unit;
    context.fillStyle = css(
      mix(WHITE, set.palette.glow, set.random.next() * 0.6),
      set.random.between(0.25, 0.95),
    );
    context.beginPath();
    context.arc(
      set.random.next() * width,
      set.random.next() ** 1.3 * horizon * 0.95,
      size + 0.5,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
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

function addAurora(set: StageSet, horizon: number) {
  const columns = 64;
  const hues = [
    [90, 255, 170],
    [70, 220, 255],
    [190, 110, 255],
  ] as const;
  const sheet = createCanvas(32, 128);
  const pen = sheet.getContext("2d");
  const fade = pen.createLinearGradient(0, 0, 0, 128);
  fade.addColorStop(0, "rgba(255,255,255,0)");
  fade.addColorStop(0.7, "rgba(255,255,255,0.7)");
  fade.addColorStop(0.92, "rgba(255,255,255,1)");
  fade.addColorStop(1, "rgba(255,255,255,0)");
  pen.fillStyle = fade;
  pen.fillRect(0, 0, 32, 128);
  pen.globalCompositeOperation = "destination-in";
  const soft = pen.createLinearGradient(0, 0, 32, 0);
  for (const [at, alpha] of [
    [0, 0],
    [0.25, 0.5],
    [0.5, 1],
    [0.75, 0.5],
    [1, 0],
  ] as const) {
    soft.addColorStop(at, `rgba(255,255,255,${alpha})`);
  }
  pen.fillStyle = soft;
  pen.fillRect(0, 0, 32, 128);
  const tinted = hues.map((hue) => {
    const copy = createCanvas(32, 128);
    const ink = copy.getContext("2d");
    ink.drawImage(sheet, 0, 0);
    ink.globalCompositeOperation = "source-in";
    const rise = ink.createLinearGradient(0, 0, 0, 128);
    rise.addColorStop(0, "rgb(170,90,255)");
    rise.addColorStop(0.6, css(hue));
    rise.addColorStop(1, css(hue));
    ink.fillStyle = rise;
    ink.fillRect(0, 0, 32, 128);
    return copy;
  });
  const phase = set.random.between(0, 6);
  set.scenery.animateBehind.push((context, seconds, view) => {
    context.save();
    enterPlane(context, view, 0.05);
    context.globalCompositeOperation = "screen";
    const step = (set.width * 1.16) / columns;
    tinted.forEach((image, band) => {
      for (let column = 0; column < columns; column++) {
        const x = -set.width * 0.08 + column * step;
        const wave =
          Math.sin(column * 0.16 + seconds * 0.5 + band * 1.9 + phase) +
          0.5 * Math.sin(column * 0.37 - seconds * 0.7 + band);
        const power = 0.5 + 0.5 * Math.sin(column * 0.23 + seconds * 0.9 + band * 2.1 + phase);
        const height = horizon * (0.42 + 0.2 * power);
        context.globalAlpha = (0.16 + 0.42 * power) * (band === 2 ? 0.6 : 1);
        context.drawImage(
          image,
          x,
          horizon * (0.62 - band * 0.13) - height + wave * horizon * 0.08,
          step * 2.4,
          height,
        );
      }
    });
    context.restore();
  });
}
