import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { discard } from "../pieces";

/** Rewrites the pixels of a canvas in place: red, green, blue, alpha, a byte each. */
export function editPixels(
  canvas: Canvas,
  edit: (data: Uint8ClampedArray, width: number, height: number) => void,
): Canvas {
  const { width, height } = canvas;
  const context = canvas.getContext("2d");
  const image = context.getImageData(0, 0, width, height);
  edit(image.data, width, height);
  context.putImageData(image, 0, 0);
  return canvas;
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

/** @returns how much is painted around every pixel, 0…255: an inner edge has about half. */
export function softAlpha(canvas: Canvas, radius: number): Uint8Array {
  const { width, height } = canvas;
  const copy = createCanvas(width, height);
  const context = copy.getContext("2d");
  context.filter = `blur(${radius.toFixed(1)}px)`;
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const alpha = new Uint8Array(width * height);
  for (let at = 0; at < alpha.length; at++) alpha[at] = data[at * 4 + 3] ?? 0;
  discard(copy);
  return alpha;
}
