import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { StyleLook } from "../styles/look";

/** Where scenes are drawn, and how what is drawn becomes a picture of the film. */
export type Screen = {
  /** The size that scenes are drawn at, in pixels. */
  width: number;
  height: number;
  frameWidth: number;
  frameHeight: number;
  /** Lets `draw` paint a drawing of width × height and shows it in the style on the whole frame. */
  show(frame: SKRSContext2D, seconds: number, draw: (context: SKRSContext2D) => void): void;
};

export function createScreen(
  frameWidth: number,
  frameHeight: number,
  look: StyleLook,
  seed: number,
): Screen {
  const pixel = look.coarseness
    ? Math.max(1, Math.round(Math.min(frameWidth, frameHeight) / look.coarseness))
    : 1;
  const width = Math.ceil(frameWidth / pixel);
  const height = Math.ceil(frameHeight / pixel);
  const develop = look.develop?.({ width, height, seed });
  const sheet = pixel > 1 ? createCanvas(width, height) : undefined;
  return {
    width,
    height,
    frameWidth,
    frameHeight,
    show(frame, seconds, draw) {
      // Where a ragged edge lets anything through, it must not be the picture before.
      (sheet?.getContext("2d") ?? frame).clearRect(0, 0, width, height);
      if (!sheet) {
        draw(frame);
        develop?.(frame, seconds);
        return;
      }
      const context = sheet.getContext("2d");
      context.imageSmoothingEnabled = false;
      draw(context);
      develop?.(context, seconds);
      frame.imageSmoothingEnabled = false;
      frame.drawImage(sheet, 0, 0, width * pixel, height * pixel);
      frame.imageSmoothingEnabled = true;
    },
  };
}
