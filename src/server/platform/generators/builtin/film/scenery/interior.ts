import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../color";
import { drawGlow, drawRidge, verticalGradient } from "../shapes";
import { addLayer, type StageSet, shade } from "../stage-set";

export const glows = (set: StageSet) => set.palette.isDark || set.time === "sunset";

/** Indoors the light comes from lamps, so night is warm instead of blue. */
export function lightRoom(set: StageSet): void {
  if (set.style === "neon") return;
  const warm: Color = glows(set) ? [226, 188, 158] : [255, 250, 242];
  Object.assign(set, {
    palette: { ...set.palette, light: warm, haze: mix([240, 220, 200], warm, 0.5) },
  });
}

export function drawWindow(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
) {
  const [zenith, middle, horizon] = set.palette.sky;
  const frame = shade(set, [250, 244, 236], 0.95);
  context.fillStyle = css(frame);
  context.fillRect(x - wide * 0.06, y - wide * 0.06, wide * 1.12, high + wide * 0.12);
  lights.save();
  lights.beginPath();
  lights.rect(x, y, wide, high);
  lights.clip();
  lights.fillStyle = verticalGradient(lights, y, y + high, zenith, middle, horizon);
  lights.fillRect(x, y, wide, high);
  drawGlow(lights, x + wide * 0.72, y + high * 0.32, wide * 0.5, set.palette.glow, 0.7);
  lights.fillStyle = css(set.palette.sun);
  lights.beginPath();
  lights.arc(x + wide * 0.72, y + high * 0.32, wide * 0.09, 0, Math.PI * 2);
  lights.fill();
  lights.translate(x, 0);
  drawRidge(
    lights,
    wide,
    { y: y + high * 0.86, bottom: y + high, height: high * 0.16, wave: wide * 0.3, seed: 5 },
    mix(set.palette.haze, [60, 110, 90], 0.5),
  );
  lights.translate(-x, 0);
  lights.fillStyle = css(frame);
  lights.fillRect(x + wide * 0.48, y, wide * 0.04, high);
  lights.fillRect(x, y + high * 0.48, wide, wide * 0.04);
  lights.restore();
  context.fillStyle = css(darken(frame, 0.14));
  context.fillRect(x - wide * 0.1, y + high + wide * 0.05, wide * 1.2, wide * 0.06);
}

export function addWall(
  set: StageSet,
  wall: Color,
  floor: Color,
  floorY: number,
  decorate: (context: SKRSContext2D, width: number, lights: SKRSContext2D) => void,
) {
  addLayer(set, { depth: 0.55 }, (context, width, lights) => {
    const color = shade(set, wall, 0.9);
    context.fillStyle = verticalGradient(
      context,
      0,
      floorY,
      lighten(color, 0.08),
      darken(color, 0.08),
    );
    context.fillRect(0, -set.height * 0.1, width, set.height * 1.4);
    decorate(context, width, lights);
    context.fillStyle = css(lighten(color, 0.45));
    context.fillRect(0, floorY - set.unit * 0.03, width, set.unit * 0.03);
  });
  addLayer(set, { depth: 0.85, top: floorY }, (context, width) => {
    const color = shade(set, floor, 1);
    context.fillStyle = verticalGradient(
      context,
      floorY,
      set.height,
      darken(color, 0.06),
      lighten(color, 0.06),
      darken(color, 0.16),
    );
    context.fillRect(0, floorY, width, set.height);
    context.strokeStyle = css(darken(color, 0.22), 0.5);
    context.lineWidth = Math.max(1, set.unit * 0.0022);
    for (let line = 0; line < 40; line++) {
      const x = (line / 40) * width;
      context.beginPath();
      context.moveTo(x, floorY);
      context.lineTo(x + (x - width / 2) * 0.7, set.height * 1.1);
      context.stroke();
    }
  });
}

/** A table or counter before the cast; things that are served stand on it. */
export function addCounter(set: StageSet, top: Color, body: Color): void {
  const { groundY } = set.scenery;
  const y = groundY - set.unit * 0.01;
  addLayer(set, { depth: 1.05, top: y - set.unit * 0.02, front: true }, (context, width) => {
    const plank = shade(set, top, 1);
    const wood = shade(set, body, 1);
    context.fillStyle = verticalGradient(
      context,
      y + set.unit * 0.05,
      set.height,
      lighten(wood, 0.08),
      darken(wood, 0.25),
    );
    context.fillRect(0, y + set.unit * 0.05, width, set.height);
    context.strokeStyle = css(darken(wood, 0.3), 0.6);
    context.lineWidth = set.unit * 0.004;
    for (let x = set.unit * 0.1; x < width; x += set.unit * 0.34)
      context.strokeRect(x, y + set.unit * 0.1, set.unit * 0.28, set.unit * 0.6);
    context.fillStyle = verticalGradient(
      context,
      y,
      y + set.unit * 0.06,
      lighten(plank, 0.22),
      plank,
    );
    context.fillRect(0, y, width, set.unit * 0.06);
    context.fillStyle = css(darken(plank, 0.35));
    context.fillRect(0, y + set.unit * 0.06, width, set.unit * 0.014);
  });
}
