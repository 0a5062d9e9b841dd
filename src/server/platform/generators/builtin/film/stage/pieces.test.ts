import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { findExtents } from "./pieces";

const STEP = 96;

function sheetOf(paint: (context: SKRSContext2D) => void, width = 500, height = 200) {
  const canvas = createCanvas(width, height);
  paint(canvas.getContext("2d"));
  return canvas;
}

describe("what a sheet shows", () => {
  it("is nothing where nothing was painted", () => {
    expect(findExtents([sheetOf(() => {})], STEP)).toEqual({ extents: [], solidFrom: 200 });
  });

  it("is found to the single pixel, however faint", () => {
    const sheet = sheetOf((context) => {
      context.fillStyle = "rgba(0,0,0,0.008)";
      context.fillRect(211, 37, 1, 1);
      context.fillRect(499, 150, 1, 1);
    });
    expect(findExtents([sheet], STEP).extents).toEqual([
      { left: 192, top: 37, right: 288, bottom: 38 },
      { left: 480, top: 150, right: 500, bottom: 151 },
    ]);
  });

  it("is one run where strips with something follow each other", () => {
    const sheet = sheetOf((context) => context.fillRect(90, 20, 250, 30));
    expect(findExtents([sheet], STEP).extents).toEqual([
      { left: 0, top: 20, right: 384, bottom: 50 },
    ]);
  });

  it("lies on all sheets together", () => {
    const low = sheetOf((context) => context.fillRect(10, 150, 20, 10));
    const high = sheetOf((context) => context.fillRect(40, 5, 20, 10));
    expect(findExtents([low, high], STEP).extents).toEqual([
      { left: 0, top: 5, right: 96, bottom: 160 },
    ]);
  });

  it("hides what is behind from the row on below which every pixel is opaque", () => {
    const hill = (hole: boolean) =>
      sheetOf((context) => {
        context.fillRect(0, 120, 500, 80);
        context.fillRect(250, 60, 10, 60);
        if (hole) context.clearRect(431, 170, 1, 1);
      });
    expect(findExtents([hill(false)], STEP).solidFrom).toBe(120);
    expect(findExtents([hill(true)], STEP).solidFrom).toBe(171);
  });

  it("hides nothing where it is not painted down to its lowest row", () => {
    const sheet = sheetOf((context) => context.fillRect(0, 0, 499, 200));
    expect(findExtents([sheet], STEP).solidFrom).toBe(200);
  });
});
