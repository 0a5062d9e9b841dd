import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css } from "./color";
import { smoothNoise } from "./random";

/** Fills from a rolling ridge down. `roughness` adds the finer octaves that rock has. */
export function drawRidge(
  context: SKRSContext2D,
  width: number,
  ridge: {
    y: number;
    bottom: number;
    height: number;
    wave: number;
    seed: number;
    roughness?: number;
  },
  fill: Color | Gradient,
): (x: number) => number {
  const heightAt = (x: number) => {
    const rough = ridge.roughness ?? 0;
    const broad = smoothNoise(ridge.seed, x / ridge.wave);
    const fine = rough
      ? smoothNoise(ridge.seed + 77, (x / ridge.wave) * 2.7) * rough +
        smoothNoise(ridge.seed + 177, (x / ridge.wave) * 7.1) * rough * 0.35
      : 0;
    return ridge.y - (broad * 0.5 + 0.5 + fine) * ridge.height;
  };
  context.fillStyle = isColor(fill) ? css(fill) : fill;
  context.beginPath();
  context.moveTo(0, ridge.bottom);
  for (let x = 0; x <= width + 8; x += 8) context.lineTo(x, heightAt(x));
  context.lineTo(width + 8, ridge.bottom);
  context.fill();
  return heightAt;
}

type Gradient = ReturnType<SKRSContext2D["createLinearGradient"]>;

const isColor = (fill: Color | Gradient): fill is Color => Array.isArray(fill);

export function verticalGradient(
  context: SKRSContext2D,
  top: number,
  bottom: number,
  ...colors: Color[]
) {
  const gradient = context.createLinearGradient(0, top, 0, bottom);
  for (const [index, color] of colors.entries()) {
    gradient.addColorStop(index / Math.max(1, colors.length - 1), css(color));
  }
  return gradient;
}

export function drawGlow(
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  color: Color,
  alpha: number,
) {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, css(color, alpha));
  gradient.addColorStop(0.4, css(color, alpha * 0.35));
  gradient.addColorStop(1, css(color, 0));
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}
