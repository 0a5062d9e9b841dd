import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { loadPictures } from "../artwork/pictures";
import { createFigure } from "./bodies";
import type { Gesture } from "./gesture";

const PIXELS = 8;

async function paint(picture: string, gesture: Gesture) {
  const image = (await loadPictures([picture])).get(picture);
  if (!image) throw new Error(`${picture} was not loaded`);
  const figure = createFigure({ picture, image, variant: 0, gesture });
  const [width, height] = [figure.width * PIXELS, figure.height * PIXELS];
  const context = createCanvas(width, height).getContext("2d");
  context.scale(PIXELS, PIXELS);
  figure.paint(context, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const rows = Array.from({ length: height }, (_, row) => {
    let drawn = 0;
    for (let x = 0; x < width; x++) if ((data[(row * width + x) * 4 + 3] ?? 0) > 128) drawn++;
    return drawn / PIXELS;
  });
  const top = rows.findIndex((drawn) => drawn > 0);
  const floor = rows.findLastIndex((drawn) => drawn > 0);
  return {
    tall: (floor - top) / PIXELS,
    /** How broadly it rests on the ground, in picture units. */
    base: rows[floor - PIXELS] ?? 0,
  };
}

describe("an animal that sleeps", () => {
  it.each(["dog", "cat", "fox", "bear", "horse", "elephant", "cow"])(
    "lies on its belly and stands on no legs: a %s",
    async (picture) => {
      const [awake, asleep] = [await paint(picture, "stride"), await paint(picture, "lie")];
      expect(asleep.tall).toBeLessThan(awake.tall * 0.95);
      expect(asleep.base).toBeGreaterThan(awake.base * 1.2);
    },
  );
});
