import { type Canvas, createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import type { Color } from "../drawing/color";

/** A picture as it was loaded, or changed. */
export type Drawing = Image | Canvas;

/** A drawn figure before the style's finish: frames of one stride, and its box in picture units. */
export type Figure = {
  width: number;
  height: number;
  paint(context: SKRSContext2D, stride: number): void;
  isAnimated: boolean;
};

export function sampleColor(image: Drawing, x: number, y: number): Color {
  const canvas = createCanvas(32, 32);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 32, 32);
  const [red = 120, green = 120, blue = 140, alpha = 0] = context.getImageData(x, y, 1, 1).data;
  return alpha > 128 ? [red, green, blue] : [96, 104, 140];
}
