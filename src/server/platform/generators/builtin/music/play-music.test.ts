import { describe, expect, it } from "vitest";
import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { MOODS } from "../moods";
import { playMusic } from "./play-music";

const DURATION_SECONDS = 6;
const play = (mood: (typeof MOODS)[number], seed = 7, durationSeconds = DURATION_SECONDS) =>
  playMusic({ mood, seed, durationSeconds });

const peakOf = (plane: Float32Array) => plane.reduce((peak, x) => Math.max(peak, Math.abs(x)), 0);

/** Sign changes a second: higher for brighter and busier music. */
function crossings({ left }: Soundtrack) {
  let count = 0;
  for (let at = 1; at < left.length; at++) {
    if (Math.sign(left[at] ?? 0) !== Math.sign(left[at - 1] ?? 0)) count += 1;
  }
  return count / DURATION_SECONDS;
}

describe.each(MOODS)("%s music", (mood) => {
  it("begins and ends in silence, without a jump", () => {
    const { left } = play(mood);
    expect(peakOf(left.subarray(0, 48))).toBeLessThan(0.01);
    expect(peakOf(left.subarray(-480))).toBeLessThan(0.01);
  });

  it.each([3, 8])("lasts exactly %i seconds", (seconds) => {
    const { left, right } = play(mood, 7, seconds);
    expect([left.length, right.length]).toEqual([seconds * SAMPLE_RATE, seconds * SAMPLE_RATE]);
    expect(left.every(Number.isFinite)).toBe(true);
  });
});

describe("music", () => {
  it("is the same for the same seed and another for another", () => {
    expect(play("calm", 1)).toEqual(play("calm", 1));
    expect(play("calm", 1)).not.toEqual(play("calm", 2));
  });

  it("sounds different in every mood", () => {
    const brightness = MOODS.map((mood) => Math.round(crossings(play(mood)) / 20));
    expect(new Set(brightness).size).toBe(MOODS.length);
  });

  it("is stereo", () => {
    const { left, right } = play("calm");
    expect(left).not.toEqual(right);
  });
});
