import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { css, darken, lighten, mix, WHITE } from "./color";
import type { StageSet } from "./stage-set";

export function drawSunOrMoon(
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

export function drawPaperRings(context: SKRSContext2D, set: StageSet, x: number, y: number) {
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

export function drawStars(
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
