import { describe, expect, it } from "vitest";
import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { createRandom } from "../film/drawing/random";
import { MOODS } from "../moods";
import { filter, lowPass } from "../sound/biquad";
import { arrange } from "./arrangement";
import { beatSeconds } from "./beat";
import type { ColouringScene } from "./colour";
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

describe("a piece of music", () => {
  const meadow = { place: "meadow", time: "day", weather: "clear" } as const;
  const inPlaces = (starts: number[], scene: ColouringScene = meadow, seed = 3) =>
    playMusic({
      mood: "energetic",
      seed,
      durationSeconds: 12,
      scenes: starts.map((start) => ({ ...scene, start })),
    });
  const powerOf = (plane: Float32Array, from: number, to: number) =>
    plane
      .subarray(from * SAMPLE_RATE, to * SAMPLE_RATE)
      .reduce((sum, sample) => sum + sample * sample, 0) /
    (to - from);

  it("builds: its height is louder than its beginning and its end", () => {
    const { left } = inPlaces([0, 4, 8]);
    expect(powerOf(left, 6, 9)).toBeGreaterThan(1.5 * powerOf(left, 0.1, 1.5));
    expect(powerOf(left, 6, 9)).toBeGreaterThan(3 * powerOf(left, 11, 11.9));
  });

  it("sounds different in another place and at another hour", () => {
    const scenes: ColouringScene[] = [
      meadow,
      { ...meadow, place: "desert" },
      { ...meadow, place: "space", time: "night" },
      { ...meadow, place: "city", time: "night" },
    ];
    const sums = scenes.map((scene) => powerOf(inPlaces([0], scene).left, 0, 12).toFixed(6));
    expect(new Set(sums).size).toBe(scenes.length);
  });

  it("strikes its drums on the beat", () => {
    const beat = beatSeconds("energetic", 12);
    const { left } = inPlaces([0]);
    const low = filter(left.slice(), lowPass(110), lowPass(110));
    // Kicks come on every beat: there is far more depth right after one than right before it.
    const [after, before] = [0.05, -0.05].map((offset) =>
      Array.from({ length: 12 }, (_, n) => (n + 8) * beat + offset).reduce(
        (sum, at) => sum + powerOf(low, at - 0.03, at + 0.03),
        0,
      ),
    );
    expect(after).toBeGreaterThan(2 * (before ?? 0));
  });
});

describe("an arrangement", () => {
  it("has everybody playing in its second half, and ends on one chord that rings", () => {
    for (let seed = 0; seed < 20; seed++) {
      for (const isDriving of [true, false]) {
        const form = { bars: 12, cuts: [3, 7], isDriving };
        const bars = arrange(form, createRandom(seed));
        const height = bars.at(-3);
        for (const part of ["bass", "arpeggio", "melody", "drums"] as const) {
          expect(height?.[part]).toBeGreaterThan(0.7);
        }
        expect(bars.at(-1)).toMatchObject({ isLast: true, drums: 0, melody: 0 });
      }
    }
  });

  it("of one bar has everybody in it", () => {
    const [bar] = arrange({ bars: 1, cuts: [], isDriving: true }, createRandom(1));
    expect(bar).toMatchObject({ isLast: false, hasFill: false });
    expect(bar?.melody).toBeGreaterThan(0);
  });
});
