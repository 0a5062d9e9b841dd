import { type Canvas, createCanvas } from "@napi-rs/canvas";

/** A part of a layer that shows something; `left` and `top` are its place in the layer, in pixels. */
export type Piece = { canvas: Canvas; left: number; top: number };

type Extent = { left: number; top: number; right: number; bottom: number };

/**
 * Finds where sheets of one size, laid on each other, show anything: runs of columns in steps of
 * `step` pixels, each with its rows. From row `solidFrom` on, every pixel is opaque.
 */
export function findExtents(
  sheets: readonly Canvas[],
  step: number,
): { extents: Extent[]; solidFrom: number } {
  const [{ width, height }] = sheets as [Canvas];
  const strip = createCanvas(step, height);
  const context = strip.getContext("2d");
  const extents: Extent[] = [];
  let solidFrom = 0;
  let before: Extent | undefined;
  for (let left = 0; left < width; left += step) {
    const right = Math.min(width, left + step);
    context.clearRect(0, 0, step, height);
    for (const sheet of sheets) context.drawImage(sheet, -left, 0);
    const found = findRows(strip, right - left);
    solidFrom = Math.max(solidFrom, found.solidFrom);
    if (!found.rows) {
      before = undefined;
      continue;
    }
    const [top, bottom] = found.rows;
    if (before) {
      before.right = right;
      before.top = Math.min(before.top, top);
      before.bottom = Math.max(before.bottom, bottom);
    } else {
      before = { left, top, right, bottom };
      extents.push(before);
    }
  }
  discard(strip);
  return { extents, solidFrom };
}

function findRows(strip: Canvas, columns: number) {
  const { width, height } = strip;
  const bytes = strip.data();
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  const isEmpty = (row: number) => {
    const start = row * width;
    for (let at = start; at < start + columns; at++) if (pixels[at] !== 0) return false;
    return true;
  };
  const isSolid = (row: number) => {
    for (let at = row * width; at < row * width + columns; at++)
      if ((bytes[at * 4 + 3] ?? 0) < 255) return false;
    return true;
  };
  let top = 0;
  while (top < height && isEmpty(top)) top++;
  let bottom = height;
  while (bottom > top && isEmpty(bottom - 1)) bottom--;
  let solidFrom = height;
  while (solidFrom > top && isSolid(solidFrom - 1)) solidFrom--;
  // Left to the collector these pile up, and fresh memory costs more than reading the strip.
  if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0);
  return { rows: bottom > top ? ([top, bottom] as const) : undefined, solidFrom };
}

/** Copies a part of a sheet; what lies outside of the sheet is empty. */
export function cutOut(sheet: Canvas, { left, top, right, bottom }: Extent): Canvas {
  const canvas = createCanvas(right - left, bottom - top);
  canvas.getContext("2d").drawImage(sheet, -left, -top);
  return canvas;
}

/**
 * Draws what was only recorded until now, and lets go of the record, which keeps a copy of every canvas
 * that it draws from: the library drops it where a saved state ends.
 */
export function settle(canvas: Canvas): Canvas {
  const context = canvas.getContext("2d");
  context.save();
  context.getImageData(0, 0, 1, 1);
  context.restore();
  context.getImageData(0, 0, 1, 1);
  return canvas;
}

/** Gives a canvas's memory back at once: the collector does not see how much it is. */
export function discard(...canvases: readonly Canvas[]): void {
  for (const canvas of canvases) canvas.width = canvas.height = 0;
}
