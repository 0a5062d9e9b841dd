import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { shiftAt } from "../camera/view";
import { css, darken, lighten, mix, WHITE } from "../drawing/color";
import { settle } from "../stage/pieces";
import { addAnimation, type StageSet } from "../stage/stage-set";

/** The sun, or the moon in the phase that the scene's chance gives it. */
export function drawSunOrMoon(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  strength: number,
) {
  const { palette, unit } = set;
  const isMoon = set.time === "night";
  const radius = unit * (isMoon ? 0.07 : set.time === "day" ? 0.058 : 0.085);
  const reach = radius * (isMoon ? 7 : 10);
  const halo = context.createRadialGradient(x, y, radius * 0.6, x, y, reach);
  const glow = isMoon ? mix(palette.glow, WHITE, 0.3) : mix(palette.glow, palette.sun, 0.35);
  for (const [at, alpha] of [
    [0, 0.8],
    [0.12, 0.42],
    [0.3, 0.2],
    [0.6, 0.07],
    [1, 0],
  ] as const)
    halo.addColorStop(at, css(glow, alpha * strength));
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
  if (isMoon) drawMoon(context, set, x, y, radius);
  else if (set.style === "neon") drawStripedSun(context, set, x, y, radius * 1.7);
  else {
    const disc = context.createRadialGradient(x, y, 0, x, y, radius);
    disc.addColorStop(0, css(lighten(palette.sun, 0.6)));
    disc.addColorStop(0.8, css(lighten(palette.sun, 0.2)));
    disc.addColorStop(1, css(palette.sun));
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fillStyle = disc;
    context.fill();
  }
  context.restore();
}

const SEAS = [
  [-0.35, -0.2, 0.24],
  [0.3, 0.3, 0.3],
  [0.25, -0.45, 0.14],
  [-0.25, 0.5, 0.16],
  [-0.7, 0.25, 0.12],
  [0.62, -0.1, 0.1],
] as const;

/** The moon, of which the night takes a part away. */
function drawMoon(
  context: SKRSContext2D,
  { palette, random }: StageSet,
  x: number,
  y: number,
  radius: number,
): void {
  const size = Math.ceil(radius * 2) + 4;
  const disc = createCanvas(size, size);
  const pen = disc.getContext("2d");
  pen.translate(size / 2, size / 2);
  pen.beginPath();
  pen.arc(0, 0, radius, 0, Math.PI * 2);
  pen.fillStyle = css(palette.sun);
  pen.fill();
  pen.globalCompositeOperation = "source-atop";
  pen.fillStyle = css(darken(palette.sun, 0.14), 0.5);
  for (const [dx, dy, share] of SEAS) {
    pen.beginPath();
    pen.arc(dx * radius, dy * radius, share * radius, 0, Math.PI * 2);
    pen.fill();
  }
  const phase = random.pick([0, 0, 0.45, 0.8, 1.2] as const);
  if (phase > 0) {
    const night = mix(palette.sky[0], palette.sky[1], 0.5);
    const at = [radius * phase, -radius * phase * 0.3] as const;
    const shadow = pen.createRadialGradient(...at, radius * 0.9, ...at, radius * 1.04);
    shadow.addColorStop(0, css(night, 0.93));
    shadow.addColorStop(1, css(night, 0));
    pen.fillStyle = shadow;
    pen.fillRect(-size, -size, size * 2, size * 2);
  }
  context.drawImage(disc, x - size / 2, y - size / 2);
}

function drawStripedSun(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  radius: number,
) {
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

/** Beams that fan out from a low sun and shimmer: two fans that stand still, one bright while the other is faint. */
export function addSunRays(set: StageSet, x: number, y: number, horizon: number): void {
  const reach = Math.ceil(set.unit * 0.55);
  const [left, top] = [Math.round(x) - reach, Math.round(y) - reach];
  // Land and water hide the rest.
  const rows = Math.min(reach * 2, Math.ceil(horizon + set.unit * 0.04) - top);
  const fans = [drawFan(set, reach, rows), drawFan(set, reach, rows)];
  set.scenery.stamps.push(...fans);
  addAnimation(set, 0, (context, seconds, view) => {
    context.save();
    for (const [index, fan] of fans.entries()) {
      context.globalAlpha = 0.5 + 0.4 * Math.sin(seconds * 0.9 + index * Math.PI);
      context.drawImage(fan, left - Math.round(shiftAt(view, 0)), top);
    }
    context.restore();
  });
}

function drawFan(set: StageSet, reach: number, rows: number): Canvas {
  const sheet = createCanvas(reach * 2, rows);
  const pen = sheet.getContext("2d");
  const fade = pen.createRadialGradient(reach, reach, reach * 0.1, reach, reach, reach);
  fade.addColorStop(0, css(mix(set.palette.glow, set.palette.sun, 0.5), 0.5));
  fade.addColorStop(0.4, css(set.palette.glow, 0.22));
  fade.addColorStop(1, css(set.palette.glow, 0));
  pen.fillStyle = fade;
  pen.filter = `blur(${(reach / 64).toFixed(1)}px)`;
  pen.beginPath();
  for (let ray = 0; ray < 16; ray++) {
    const angle = (ray / 16) * Math.PI * 2 + set.random.between(-0.14, 0.14);
    const wide = set.random.between(0.02, 0.1);
    pen.moveTo(reach, reach);
    pen.arc(reach, reach, reach, angle - wide, angle + wide);
  }
  pen.fill();
  return settle(sheet);
}
