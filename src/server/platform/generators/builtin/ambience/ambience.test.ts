import { describe, expect, it } from "vitest";
import { SAMPLE_RATE } from "../encoding/video-writer";
import { createRandom } from "../film/drawing/random";
import { integratedLoudness } from "../sound/loudness";
import { playAmbience } from "./play-ambience";
import { createScape } from "./scape";
import { type HeardScene, soundsOf } from "./scene-sounds";
import { SOUNDS, type Sound } from "./sounds";

const scene = (wish: Partial<HeardScene> = {}): HeardScene => ({
  ...{ start: 0, duration: 3, place: "meadow", time: "day", weather: "clear", motion: "rest" },
  ...{ cast: [{ picture: "house", count: 1 }], props: [] },
  ...wish,
});
const castOf = (picture: string) => ({ cast: [{ picture, count: 1 }] });
const levelOf = (plane: Float32Array) =>
  20 * Math.log10(Math.sqrt(plane.reduce((sum, x) => sum + x * x, 0) / plane.length));

describe.each(Object.entries<Sound>(SOUNDS))("the sound of %s", (_, { paint }) => {
  it("is heard on both sides, finite, without a constant offset, and the same again", () => {
    const [first, again] = [7, 7].map((seed) => {
      const scape = createScape(4, createRandom(seed));
      paint(scape);
      return scape;
    });
    expect(first?.left).toEqual(again?.left);
    for (const plane of [first?.left, first?.right]) {
      const peak = plane?.reduce((highest, x) => Math.max(highest, Math.abs(x)), 0) ?? 0;
      const sum = plane?.reduce((total, x) => total + x, 0) ?? Number.NaN;
      expect(peak).toBeGreaterThan(0.001);
      expect(Math.abs(sum / (4 * SAMPLE_RATE))).toBeLessThan(0.05 * peak);
    }
  });
});

describe("what is heard in a scene", () => {
  it.each<[Partial<HeardScene>, string[]]>([
    [{ place: "sea" }, ["waves"]],
    [{ place: "sea", weather: "storm" }, ["rain", "thunder", "wind"]],
    [{ place: "meadow", time: "night" }, ["breeze", "crickets"]],
    [{ place: "meadow", season: "winter", weather: "snow" }, ["breeze"]],
    [{ place: "street", motion: "drive", ...castOf("automobile") }, ["engine", "city"]],
    [{ place: "street", motion: "rest", ...castOf("automobile") }, ["city"]],
    [{ place: "meadow", motion: "drive", ...castOf("locomotive") }, ["train", "breeze", "birds"]],
    [{ place: "snowfield", motion: "walk", ...castOf("woman") }, ["wind", "snowSteps"]],
    [{ place: "underwater", weather: "rain", ...castOf("fire") }, ["underwater"]],
    [{ place: "moon", motion: "walk", ...castOf("man-astronaut") }, ["space"]],
    [{ place: "room", weather: "rain" }, ["rain", "roomTone"]],
    [{ place: "abstract" }, []],
  ])("%j sounds like %j", (wish, sounds) => {
    expect(soundsOf(scene(wish))).toEqual(sounds);
  });
});

describe("ambience", () => {
  const play = (scenes: HeardScene[], seed = 1) =>
    playAmbience({ scenes, seed, durationSeconds: 6 });

  it("stays at least 9 LU below the music that it lies under", () => {
    for (const place of ["sea", "city", "underwater", "stadium", "desert"] as const) {
      const loudness = integratedLoudness(play([scene({ place, duration: 6 })]));
      expect(loudness, place).toBeLessThan(-28);
      expect(loudness, place).toBeGreaterThan(-40);
    }
  });

  it("fades from one scene's sound to the next without a hole or a jump", () => {
    const scenes = [scene({ place: "sea" }), scene({ place: "city", start: 3 })];
    const { left } = play(scenes);
    const around = [2.2, 2.6, 3, 3.4, 3.8].map((from) =>
      levelOf(left.subarray(from * SAMPLE_RATE, (from + 0.4) * SAMPLE_RATE)),
    );
    expect(Math.min(...around)).toBeGreaterThan(-48);
    for (let at = 1; at < around.length; at++) {
      expect(Math.abs((around[at] ?? 0) - (around[at - 1] ?? 0))).toBeLessThan(6);
    }
  });

  it("goes on through a cut within the same place", () => {
    const cut = play([scene({ place: "city" }), scene({ place: "city", start: 3 })]);
    expect(cut).toEqual(play([scene({ place: "city", duration: 6 })]));
  });

  it("begins and ends in silence", () => {
    const { left } = play([scene({ place: "city", duration: 6 })]);
    expect(levelOf(left.subarray(0, 480))).toBeLessThan(-60);
    expect(levelOf(left.subarray(-480))).toBeLessThan(-60);
  });
});
