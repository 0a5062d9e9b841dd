import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { StyleLook } from "./styles/look";

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
  const width = Math.round(frameWidth * look.resolution);
  const height = Math.round(frameHeight * look.resolution);
  const develop = look.develop?.({ width, height, seed });
  const isCoarse = look.resolution < 1;
  const sheet = isCoarse ? createCanvas(width, height) : undefined;
  return {
    width,
    height,
    frameWidth,
    frameHeight,
    show(frame, seconds, draw) {
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
      frame.drawImage(sheet, 0, 0, frameWidth, frameHeight);
      frame.imageSmoothingEnabled = true;
    },
  };
}
