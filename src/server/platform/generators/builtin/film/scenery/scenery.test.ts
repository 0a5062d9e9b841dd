import { createHash } from "node:crypto";
import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { PLACES } from "../places";
import type { Clause } from "../reading/clause";
import { createScreen } from "../stage/screen";
import { drawStagedScene, stageScene, strikeScene } from "../stage/stage-scene";
import type { Scene } from "../storyboard";
import { lookOf } from "../styles/styles";

const TOLD: Clause = {
  place: "meadow",
  time: "day",
  weather: "clear",
  wording: [],
  motion: "bob",
  cast: [],
  props: [],
};
const SCENE: Scene = {
  ...TOLD,
  told: TOLD,
  start: 0,
  duration: 5,
  mood: "calm",
  shot: "wide",
  heading: 1,
  title: [],
  transition: "fade",
  seed: 11,
};

/** Draws a scene without anybody in it, at a low size. */
function drawScene(
  part: Partial<Scene>,
  seconds: readonly number[],
  size: readonly [number, number] = [192, 108],
) {
  const [width, height] = size;
  const screen = createScreen(width, height, lookOf("cinematic"), 1);
  const staged = stageScene({ ...SCENE, ...part }, screen, "cinematic", new Map());
  const context = createCanvas(width, height).getContext("2d");
  const frames = seconds.map((second) => {
    drawStagedScene(context, staged, second);
    return context.getImageData(0, 0, width, height).data;
  });
  strikeScene(staged);
  return frames;
}

function brightness(pixels: Uint8ClampedArray) {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4)
    sum += (pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0);
  return sum / (pixels.length / 4) / 3;
}

const sha256 = (pixels: Uint8ClampedArray) => createHash("sha256").update(pixels).digest("hex");
const isFilled = (pixels: Uint8ClampedArray) =>
  pixels.every((value, at) => at % 4 !== 3 || value === 255);

describe("scenery", () => {
  it.each(PLACES)("of %s fills the frame, is never black and never still", (place) => {
    for (const size of [
      [192, 108],
      [108, 192],
    ] as const) {
      const frames = drawScene({ place, time: "day" }, [0, 1.5, 3], size);
      for (const pixels of frames) {
        expect(isFilled(pixels)).toBe(true);
        expect(brightness(pixels)).toBeGreaterThan(12);
      }
      expect(new Set(frames.map(sha256)).size).toBe(frames.length);
    }
  });

  it.each([
    ["coast", "lighthouse"],
    ["harbor", "sailboat"],
    ["farm", "windmill"],
    ["volcano", "volcano"],
    ["village", "church"],
    ["beach", "palm-tree"],
  ] as const)("of a %s has no %s of its own where the story shows one", (place, picture) => {
    const drawWith = (name: string) => {
      const props = [{ picture: name, count: 1 }];
      return drawScene({ place, told: { ...TOLD, props } }, [1], [96, 54])[0] ?? [];
    };
    expect(drawWith(picture)).not.toEqual(drawWith("apple"));
  });

  it.each(["spring", "summer", "autumn", "winter"] as const)(
    "of a park shows that it is %s",
    (season) => {
      const [pixels] = drawScene({ place: "park", season }, [1]);
      const others = (["spring", "summer", "autumn", "winter"] as const)
        .filter((other) => other !== season)
        .map((other) => drawScene({ place: "park", season: other }, [1])[0]);
      for (const other of others)
        expect(other && pixels && sha256(other) === sha256(pixels)).toBe(false);
    },
  );

  it("is white in winter", () => {
    const [summer] = drawScene({ place: "meadow", season: "summer" }, [1]);
    const [winter] = drawScene({ place: "meadow", season: "winter" }, [1]);
    expect(winter && brightness(winter)).toBeGreaterThan((summer && brightness(summer)) ?? 255);
  });

  it.each(["rain", "snow", "fog", "storm", "wind", "aurora", "fireworks", "clouds"] as const)(
    "looks other in %s than in clear weather",
    (weather) => {
      const [clear] = drawScene({ place: "lake", time: "night" }, [2]);
      const [changed] = drawScene({ place: "lake", time: "night", weather }, [2]);
      expect(changed && clear && sha256(changed) === sha256(clear)).toBe(false);
    },
  );

  it("flashes in a storm, but never three times within a second", () => {
    const seconds = Array.from({ length: 150 }, (_, frame) => frame / 30);
    const levels = drawScene(
      { place: "sea", time: "night", weather: "storm" },
      seconds,
      [96, 54],
    ).map(brightness);
    const flashes = levels.flatMap((level, frame) =>
      level - (levels[frame - 1] ?? level) > 4 ? [frame] : [],
    );
    expect(flashes.length).toBeGreaterThan(0);
    for (const [index, frame] of flashes.entries())
      expect((flashes[index + 2] ?? Number.POSITIVE_INFINITY) - frame).toBeGreaterThan(30);
  });
});
