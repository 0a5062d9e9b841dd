import { describe, expect, it } from "vitest";
import type { Recipe } from "~/server/platform/generators/schema";
import { beatSeconds } from "../../music/beat";
import { createStoryboard } from "../storyboard";
import { transitionSeconds } from "./cuts";

const PROMPTS = [
  "a cat sleeps in a meadow",
  "a dragon fights a knight, then a rabbit runs, then they eat pizza in the kitchen",
  "an energetic robot dances on a stage at night while the crowd cheers",
];
const board = (prompt: string, duration: number, extra: Partial<Recipe> = {}) =>
  createStoryboard({
    model: "builtin",
    prompt,
    duration,
    quality: "480p",
    aspectRatio: "16:9",
    style: "cinematic",
    seed: 3,
    ...extra,
  });
const cases = PROMPTS.flatMap((prompt) =>
  [10, 20, 30].map((duration) => [duration, prompt] as const),
);

describe("the cuts of a film", () => {
  it.each(cases)(
    "of %i s, %s, fall on beats of its music or keep a shot from being too short",
    (duration, prompt) => {
      const { mood, scenes } = board(prompt, duration);
      const beat = beatSeconds(mood, duration);
      const onBeat = scenes.slice(1).filter(({ start }) => {
        const off = Math.abs(start / beat - Math.round(start / beat)) * beat;
        return off < 0.02;
      });
      expect(onBeat.length).toBeGreaterThanOrEqual((scenes.length - 1) / 2);
      for (const scene of scenes) expect(scene.duration).toBeGreaterThan(2);
    },
  );

  it("make shots of different lengths", () => {
    const lengths = board(PROMPTS[0] ?? "", 20).scenes.map(({ duration }) => duration.toFixed(2));
    expect(new Set(lengths).size).toBeGreaterThan(1);
  });

  it.each(cases)("of %i s, %s, never take more than a third of a scene", (duration, prompt) => {
    for (const scene of board(prompt, duration).scenes)
      expect(transitionSeconds(scene)).toBeLessThanOrEqual(scene.duration / 3 + 1e-9);
  });

  it("are plain between most shots of one clause, and its place stays as it was", () => {
    const { scenes } = board(PROMPTS[2] ?? "", 10);
    expect(
      scenes.slice(1).some(({ transition }) => transition === "cut" || transition === "whip"),
    ).toBe(true);
    expect(new Set(scenes.map(({ seed }) => seed)).size).toBeLessThan(scenes.length);
  });

  it("go from far to near", () => {
    expect(board(PROMPTS[0] ?? "", 10).scenes[0]?.shot).toBe("wide");
  });

  it("show words in quotation marks as a title of their own", () => {
    const { scenes } = board('A sign says "OPEN all night" on a street', 10);
    expect(scenes.filter(({ isQuote }) => isQuote).map(({ title }) => title)).toEqual([
      ["OPEN", "all", "night"],
    ]);
  });
});
