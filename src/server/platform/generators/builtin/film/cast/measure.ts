import type { Canvas } from "@napi-rs/canvas";

/** What of a figure's box is drawn, and the line of its back. */
export type Outline = {
  /** Empty pixels under the feet, which a drawing in a square box usually has. */
  sole: number;
  /** Shares of the box that the drawing takes up. */
  girth: number;
  stature: number;
  /** The highest drawn row of each sixteenth of the width, in pixels from the box's top. */
  tops: readonly number[];
};

const COLUMNS = 16;
const DRAWN = 128;

/** Measures a figure drawn on a canvas `margin` pixels wider than its box on each side. */
export function measure(canvas: Canvas, margin: number): Outline {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const boxWidth = width - margin * 2;
  const boxHeight = height - margin * 2;
  const tops: number[] = Array.from({ length: COLUMNS }, () => boxHeight);
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) <= DRAWN) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
      const column = Math.floor(((x - margin) / boxWidth) * COLUMNS);
      const before = tops[column];
      if (before !== undefined && y - margin < before) tops[column] = y - margin;
    }
  }
  if (bottom === 0) return { sole: 0, girth: 1, stature: 1, tops };
  return {
    sole: Math.max(0, height - margin - bottom),
    girth: Math.min(1, (right - left) / boxWidth),
    stature: Math.min(1, (bottom - top) / boxHeight),
    tops,
  };
}
