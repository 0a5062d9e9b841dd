import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { AspectRatio, frameSize, type Recipe, Style } from "~/server/platform/generators/schema";
import { createFilm } from "./film";

const recipe = (extra: Partial<Recipe>): Recipe => ({
  model: "builtin",
  prompt: "A paper boat sails across a calm lake at sunset",
  duration: 5,
  quality: "480p",
  aspectRatio: "16:9",
  style: "cinematic",
  seed: 7,
  ...extra,
});

async function drawFrames(of: Recipe, indexes: readonly number[]) {
  const film = await createFilm(of);
  const context = createCanvas(film.width, film.height).getContext("2d");
  return indexes.map((index) => {
    film.drawFrame(context, index);
    return context.getImageData(0, 0, film.width, film.height).data;
  });
}
const sha256 = (pixels: Uint8ClampedArray) => createHash("sha256").update(pixels).digest("hex");

/** Standard deviation of the brightness, 0…128, over every 97th pixel. */
function spread(pixels: Uint8ClampedArray) {
  const values: number[] = [];
  for (let index = 0; index < pixels.length; index += 4 * 97) {
    values.push(((pixels[index] ?? 0) + (pixels[index + 1] ?? 0) + (pixels[index + 2] ?? 0)) / 3);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function meanBrightness(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4)
    sum += (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
  return (sum * 4) / (pixels.length * 3);
}

describe("a film", () => {
  it("draws the same pixels for the same recipe, in any order of frames", async () => {
    const forwards = await drawFrames(recipe({}), [0, 40, 76, 149]);
    const backwards = await drawFrames(recipe({}), [149, 76, 40, 0]);
    expect(backwards.reverse().map(sha256)).toEqual(forwards.map(sha256));
  });

  it("draws other pixels for another prompt, seed or style", async () => {
    const all = await Promise.all(
      [
        {},
        { prompt: "Three cats dance on the moon" },
        { seed: 8 },
        { style: "paper" as const },
      ].map(async (extra) => (await drawFrames(recipe(extra), [60])).map(sha256).join("")),
    );
    expect(new Set(all).size).toBe(4);
  });

  it.each(
    // Every style, every shape, and shapes in turns.
    Style.options.flatMap((style, index) =>
      AspectRatio.options
        .filter((_, at) => style === "cinematic" || at === index % AspectRatio.options.length)
        .map((ratio) => [style, ratio] as const),
    ),
  )(
    "in %s and %s fills the frame from the first to the last and never stands still",
    async (style, aspectRatio) => {
      const film = await createFilm(recipe({ style, aspectRatio }));
      expect([film.width, film.height]).toEqual(Object.values(frameSize("480p", aspectRatio)));
      const frames = await drawFrames(recipe({ style, aspectRatio }), [0, 30, 60, 90, 120, 149]);
      for (const pixels of frames) expect(spread(pixels)).toBeGreaterThan(8);
      expect(new Set(frames.map(sha256)).size).toBe(frames.length);
    },
  );

  it.each(["🐶🍕", "السلام عليكم", "平和な海に浮かぶ船", "dreams of a better tomorrow", "glorp"])(
    "makes a picture of %s",
    async (prompt) => {
      const [pixels] = await drawFrames(recipe({ prompt }), [60]);
      expect(pixels && spread(pixels)).toBeGreaterThan(8);
    },
  );

  it.each(Style.options)("in %s shows pictures of one's own, scene by scene", async (style) => {
    const folder = await mkdtemp(join(tmpdir(), "t2m-photo-"));
    const paths = await Promise.all(
      ["#f4e6c8", "#14202c"].map(async (background, index) => {
        const path = join(folder, `${index}`);
        await sharp({ create: { width: 400, height: 300, channels: 3, background } })
          .jpeg()
          .toFile(path);
        return path;
      }),
    );
    const film = await createFilm(recipe({ style, duration: 7 }), paths);
    const context = createCanvas(film.width, film.height).getContext("2d");
    const [first, second, again] = [30, 180, 30].map((index) => {
      film.drawFrame(context, index);
      return meanBrightness(
        context.getImageData(film.width / 2 - 20, film.height / 2 - 20, 40, 40).data,
      );
    });
    // A style may take their colours, not their light.
    expect(first).toBeGreaterThan((second ?? 255) + 60);
    expect(again).toEqual(first);
    await rm(folder, { recursive: true });
  });

  it("is as long as ordered, with a poster from inside", async () => {
    const film = await createFilm(recipe({ duration: 10 }));
    expect(film.frameCount).toBe(300);
    expect(film.posterFrame).toBeGreaterThan(0);
    expect(film.posterFrame).toBeLessThan(300);
    expect(film.scenes.reduce((sum, { duration }) => sum + duration, 0)).toBeCloseTo(10);
  });
});
