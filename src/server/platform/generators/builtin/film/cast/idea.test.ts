import { describe, expect, it } from "vitest";
import { stagePrompt } from "../../../../../../../tests/support/stage-prompt";
import { cuesOf } from "../effects/cues";
import { locate } from "./actor";
import { stature } from "./formations";

describe("an idea", () => {
  it("floats over the ground", async () => {
    const { actors, set } = await stagePrompt("an idea");
    const bulb = actors.find(({ picture }) => picture === "light-bulb");
    if (!bulb) throw new Error("there is no bulb");
    const feet = locate(bulb, 1).y + stature(bulb) / 2;
    expect(feet).toBeLessThan(set.scenery.groundY - set.height * 0.05);
  });

  it("glows over the head of whoever has it", async () => {
    const { actors } = await stagePrompt("a boy has an idea");
    const [bulb, boy] = ["light-bulb", "boy"].map((name) =>
      actors.find(({ picture }) => picture.startsWith(name)),
    );
    if (!bulb || !boy) throw new Error("somebody is missing");
    for (const seconds of [0, 1.2]) {
      expect(locate(bulb, seconds).x).toBeCloseTo(locate(boy, seconds).x);
      expect(locate(bulb, seconds).y).toBeLessThan(locate(boy, seconds).y - stature(boy) * 0.9);
    }
  });
});

describe("a thing", () => {
  it("beats wings when it flies and has none, which a bird does not", async () => {
    const effectsOf = async (prompt: string) => {
      const { actors, scene, set } = await stagePrompt(prompt);
      return actors.flatMap((actor) => cuesOf({ actor, scene, set }));
    };
    expect(await effectsOf("a clock flies")).toHaveLength(1);
    expect(await effectsOf("an eagle flies")).toHaveLength(0);
  });

  it("is pictured once: the candles on a cake are those of its picture", async () => {
    const { actors } = await stagePrompt("candles on a cake");
    expect(actors.map(({ picture }) => picture)).toEqual(["birthday-cake"]);
  });
});
