import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import type { Recipe } from "~/server/platform/generators/schema";
import { loadPictures } from "../artwork/pictures";
import { viewAt } from "../camera/camera";
import { paintScenery } from "../scenery/scenery";
import { createStoryboard } from "../storyboard";
import { placeCast } from "./cast";
import { castRoles } from "./casting";

const size = { width: 426, height: 240, style: "cinematic" } as const;

async function film(prompt: string) {
  const recipe = { prompt, duration: 5, seed: 3, style: "cinematic" } as Recipe;
  const [told] = createStoryboard(recipe).scenes;
  if (!told) throw new Error(`nothing is told of ${prompt}`);
  const scene = castRoles(told);
  const images = await loadPictures([...scene.cast, ...scene.props].map(({ picture }) => picture));
  const set = paintScenery(scene, size, 0);
  const actors = placeCast(scene, set, images);
  const hung = set.scenery.behind.filter(({ isRestless }) => isRestless);
  /** The mean height of what is hung in the sky, in pixels from the top. */
  const heightAt = (seconds: number) => {
    const canvas = createCanvas(size.width, size.height);
    for (const { animate } of hung)
      animate?.(canvas.getContext("2d"), seconds, viewAt(scene, set, seconds));
    const { data } = canvas.getContext("2d").getImageData(0, 0, size.width, size.height);
    let [sum, weight] = [0, 0];
    for (let at = 3; at < data.length; at += 4) {
      const alpha = data[at] ?? 0;
      sum += alpha * Math.floor(at / 4 / size.width);
      weight += alpha;
    }
    return sum / weight;
  };
  return { scene, actors, hung, heightAt };
}

describe("a thing of the sky", () => {
  it.each([
    ["the sun goes down", 1, "sunset"],
    ["the sun sets over the sea", 1, "sunset"],
    ["the sun rises over a farm", -1, "dawn"],
    ["the moon rises over the lake", -1, "night"],
  ] as const)("goes the way that is told: %s", async (prompt, way, time) => {
    const { scene, actors, hung, heightAt } = await film(prompt);
    expect(scene.time).toBe(time);
    expect(actors).toEqual([]);
    expect(hung).toHaveLength(1);
    expect((heightAt(4.8) - heightAt(0.1)) * way).toBeGreaterThan(size.height * 0.1);
  });

  it.each([
    "a boy looks at the moon",
    "a rainbow over a meadow and a horse",
    "a comet flies over a village",
  ])("hangs in the sky and stands on no ground: %s", async (prompt) => {
    const { actors, hung } = await film(prompt);
    expect(hung).toHaveLength(1);
    for (const { picture } of actors) expect(picture).not.toMatch(/moon|rainbow|comet/);
  });

  it("is thrown all the same when it is within reach", async () => {
    const { actors } = await film("a boy throws a star");
    expect(actors.map(({ picture }) => picture)).toContain("star");
  });
});
