import { type Canvas, createCanvas, ImageData, type SKRSContext2D } from "@napi-rs/canvas";
import { discard } from "../stage/pieces";

const ROWS = 32;

/** Rewrites the pixels of a canvas in place: red, green, blue, alpha, a byte each. */
export function editPixels(
  canvas: Canvas,
  edit: (data: Uint8ClampedArray, width: number, height: number) => void,
): Canvas {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  const image = context.getImageData(0, 0, width, height);
  edit(image.data, width, height);
  putRows(context, image.data, width, height);
  release(image.data);
  return canvas;
}

/** A canvas keeps a copy of what it was last given: of a few rows that is little. */
function putRows(
  context: SKRSContext2D,
  data: Uint8ClampedArray,
  width: number,
  height: number,
): void {
  for (let top = 0; top < height; top += ROWS) {
    const rows = Math.min(ROWS, height - top);
    const part = data.slice(top * width * 4, (top + rows) * width * 4);
    context.putImageData(new ImageData(part, width, rows), 0, top);
    release(part);
  }
}

/** Draws a new canvas pixel by pixel. `paint` gets the place and where to write four bytes. */
export function paintPixels(
  width: number,
  height: number,
  paint: (x: number, y: number, data: Uint8ClampedArray, at: number) => void,
): Canvas {
  return editPixels(createCanvas(width, height), (data) => {
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) paint(x, y, data, (y * width + x) * 4);
  });
}

/** How much is painted around every second pixel of every second row, 0…255. */
export type SoftAlpha = { alpha: Uint8Array; width: number; height: number };

/** Blurs what a canvas covers by `radius` pixels, at half the size: an inner edge has about half. */
export function softAlpha(canvas: Canvas, radius: number): SoftAlpha {
  const width = Math.ceil(canvas.width / 2);
  const height = Math.ceil(canvas.height / 2);
  const copy = createCanvas(width, height);
  const context = copy.getContext("2d");
  context.filter = `blur(${(radius / 2).toFixed(2)}px)`;
  context.drawImage(canvas, 0, 0, canvas.width / 2, canvas.height / 2);
  const { data } = context.getImageData(0, 0, width, height);
  const alpha = new Uint8Array(width * height);
  for (let at = 0; at < alpha.length; at++) alpha[at] = data[at * 4 + 3] ?? 0;
  discard(copy);
  release(data);
  return { alpha, width, height };
}

/** Left to the collector, megabytes of pixels pile up faster than it comes by. */
export function release({ buffer }: ArrayBufferView): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
