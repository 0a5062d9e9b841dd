import { type Canvas, createCanvas } from "@napi-rs/canvas";

/** A part of a layer that shows something; `left` and `top` are its place in the layer, in pixels. */
export type Piece = { canvas: Canvas; left: number; top: number };

type Extent = { left: number; top: number; right: number; bottom: number };

/** Columns that stay of a strip when its others have been laid over them. */
const FOLDED = 12;

/**
 * Finds where sheets of one size, laid on each other, show anything: runs of columns in steps of
 * `step` pixels, each with its rows. From row `solidFrom` on, every pixel is opaque.
 */
export function findExtents(
  sheets: readonly Canvas[],
  step: number,
): { extents: Extent[]; solidFrom: number } {
  const [first] = sheets as [Canvas];
  const { width, height } = first;
  const wide = Math.min(step, width);
  const columns = Math.min(FOLDED, wide);
  const folded = createCanvas(columns, height);
  const fold = folded.getContext("2d");
  const extents: Extent[] = [];
  let solidFrom = 0;
  let before: Extent | undefined;

  /** Lays all columns of a strip over each other: "source-over" asks for any, "destination-in" for all. */
  function foldStrip(
    left: number,
    drawn: readonly Canvas[],
    operation: "source-over" | "destination-in",
  ) {
    fold.globalCompositeOperation = "copy";
    for (const sheet of drawn) {
      for (let at = 0; at < wide; at += columns) {
        fold.drawImage(sheet, -left - Math.min(at, wide - columns), 0);
        fold.globalCompositeOperation = operation;
      }
    }
    return readRows(folded);
  }

  for (let left = 0; left < width; left += step) {
    const right = Math.min(width, left + step);
    // The last strip looks at some columns again.
    const from = Math.min(left, width - wide);
    const { rows } = foldStrip(from, sheets, "source-over");
    // Where the lowest row is open nothing is solid.
    if (rows?.[1] !== height) solidFrom = height;
    if (solidFrom < height)
      solidFrom = Math.max(solidFrom, foldStrip(from, [first], "destination-in").solidFrom);
    if (!rows) {
      before = undefined;
      continue;
    }
    const [top, bottom] = rows;
    if (before) {
      before.right = right;
      before.top = Math.min(before.top, top);
      before.bottom = Math.max(before.bottom, bottom);
    } else {
      before = { left, top, right, bottom };
      extents.push(before);
    }
  }
  discard(folded);
  return { extents, solidFrom };
}

function readRows(canvas: Canvas) {
  const { width, height } = canvas;
  const bytes = canvas.data();
  // Red is the lowest byte, alpha the highest.
  const pixels = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  const isShown = (row: number) => {
    for (let at = row * width; at < (row + 1) * width; at++) if (pixels[at] !== 0) return true;
    return false;
  };
  const isSolid = (row: number) => {
    for (let at = row * width; at < (row + 1) * width; at++)
      if ((pixels[at] ?? 0) >>> 24 < 255) return false;
    return true;
  };
  let top = 0;
  while (top < height && !isShown(top)) top++;
  let bottom = height;
  while (bottom > top && !isShown(bottom - 1)) bottom--;
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
