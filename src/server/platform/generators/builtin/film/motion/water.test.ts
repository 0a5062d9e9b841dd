import { describe, expect, it } from "vitest";
import { poseOf } from "./motion";
import { breaksSurface } from "./water";

describe("a leap out of the water", () => {
  const moments = Array.from({ length: 90 }, (_, frame) => frame / 30);
  const at = (seconds: number) => poseOf("dive", { seconds, phase: 0, seed: 1, duration: 5 });

  it("goes forward in an arc, nose up on the way out and down on the way in", () => {
    const air = moments.map(at).filter(({ y }) => y < 0);
    const [first, last] = [air[0], air.at(-1)];
    expect(first?.lean).toBeLessThan(-0.3);
    expect(last?.lean).toBeGreaterThan(0.3);
    expect((last?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(0.4);
  });

  it("throws water up where it begins and where it ends, and nowhere else", () => {
    const wet = moments.filter((seconds) => breaksSurface(seconds, 0));
    const starts = wet.filter((seconds) => !breaksSurface(seconds - 1 / 30, 0));
    expect(starts).toHaveLength(2);
    for (const seconds of wet) expect(at(seconds).y).toBeGreaterThan(-0.4);
  });
});
