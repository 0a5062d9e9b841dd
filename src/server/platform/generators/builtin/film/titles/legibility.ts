import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import { type Color, contrastRatio, luminance } from "../drawing/color";
import type { Box } from "./title-layout";

/** Below this, text of any size is hard to read (WCAG 2.2, 1.4.3). */
export const MINIMUM_CONTRAST = 4.5;
/** What moves between the moments that are measured may be a little worse. */
const RESERVE = 1.15;
/** Pixels are looked at in steps of this. */
const STRIDE = 23;

/** Reads the pixels in a box at several moments of a scene, which `draw` draws. */
export function samplePixels(
  canvas: Canvas,
  box: Box,
  moments: readonly number[],
  draw: (context: SKRSContext2D, seconds: number) => void,
): Color[] {
  const context = canvas.getContext("2d");
  const x = Math.max(0, Math.floor(box.x));
  const y = Math.max(0, Math.floor(box.y));
  const width = Math.max(1, Math.min(canvas.width - x, Math.ceil(box.width)));
  const height = Math.max(1, Math.min(canvas.height - y, Math.ceil(box.height)));
  return moments.flatMap((seconds) => {
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    draw(context, seconds);
    context.restore();
    const { data } = context.getImageData(x, y, width, height);
    const pixels: Color[] = [];
    for (let index = 0; index < data.length; index += 4 * STRIDE)
      pixels.push([data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0]);
    return pixels;
  });
}

/** @returns the least share of veil, 0…1, that keeps the ink legible over the worst of the pixels. */
export function veilStrength(pixels: readonly Color[], veil: Color, ink: Color): number {
  const inkLight = luminance(ink);
  let worst: Color = [128, 128, 128];
  let lowest = Number.POSITIVE_INFINITY;
  for (const pixel of pixels) {
    const ratio = contrastRatio(inkLight, luminance(pixel));
    if (ratio < lowest) [worst, lowest] = [pixel, ratio];
  }
  for (let alpha = 0.2; alpha < 1; alpha += 0.05) {
    const mixed: Color = [
      worst[0] * (1 - alpha) + veil[0] * alpha,
      worst[1] * (1 - alpha) + veil[1] * alpha,
      worst[2] * (1 - alpha) + veil[2] * alpha,
    ];
    if (contrastRatio(inkLight, luminance(mixed)) >= MINIMUM_CONTRAST * RESERVE) return alpha;
  }
  return 1;
}
