import { describe, expect, it } from "vitest";
import { stagePrompt } from "../../../../../../../tests/support/stage-prompt";
import { locate } from "./actor";
import { breadth, stature } from "./formations";

describe("a file", () => {
  it.each(["five penguins march in line", "seven elephants march"])(
    "goes one behind the other, all the same way and none like the next: %s",
    async (prompt) => {
      const { actors, scene, set } = await stagePrompt(prompt);
      expect(new Set(actors.map(({ picture }) => picture)).size).toBe(1);
      const order = [...actors].sort((one, other) => (other.x - one.x) * scene.heading);
      for (const [index, actor] of order.entries()) {
        expect(actor.mirrored).toBe(scene.heading > 0);
        expect(actor.y).toBe(order[0]?.y);
        const next = order[index + 1];
        if (!next) continue;
        expect(Math.abs(next.x - actor.x)).toBeGreaterThan(breadth(actor) * 0.8);
        expect(next.phase).not.toBe(actor.phase);
        expect(stature(next)).not.toBe(stature(actor));
      }
      const ends = [order[0], order.at(-1)].map((actor) => actor && locate(actor, 0).x);
      for (const x of ends) expect(Math.abs((x ?? 0) - set.width / 2)).toBeLessThan(set.width / 2);
    },
  );
});

describe("riders", () => {
  it.each(["three knights ride horses", "two girls ride elephants"])(
    "each have a mount of their own: %s",
    async (prompt) => {
      const { actors } = await stagePrompt(prompt);
      const mounts = actors.filter(({ picture }) => /horse|elephant/.test(picture));
      const riders = actors.filter((actor) => !mounts.includes(actor));
      expect(mounts.length).toBe(riders.length);
      for (const seconds of [0, 0.7, 1.9]) {
        const under = riders.map((rider) => {
          const { x } = locate(rider, seconds);
          const far = (mount: (typeof mounts)[number]) => Math.abs(locate(mount, seconds).x - x);
          return [...mounts].sort((one, other) => far(one) - far(other))[0];
        });
        expect(new Set(under).size).toBe(mounts.length);
      }
    },
  );
});
