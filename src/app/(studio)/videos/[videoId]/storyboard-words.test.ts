import { expect, test } from "vitest";
import type { StoryboardView } from "~/server/platform/generators/schema";
import { sceneWords } from "./storyboard-words";

const SCENE: StoryboardView["scenes"][number] = {
  start: 0,
  duration: 3,
  place: "meadow",
  time: "day",
  weather: "clear",
  mood: "calm",
  cast: [{ word: "cat", count: 1 }],
  props: [],
  motion: "rest",
};
const words = (scene: Partial<typeof SCENE>) => sceneWords({ ...SCENE, ...scene }).join(" · ");

test("A scene is told in plain language", () => {
  const cats = [{ word: "cat", count: 3 }];
  expect(words({ cast: cats, verb: "dance", place: "moon", time: "night" })).toBe(
    "3 cats dance · on the moon · at night",
  );
  expect(
    words({ cast: [{ word: "fox", count: 1, color: "red" }], verb: "fly", weather: "snow" }),
  ).toBe("a red fox flies · in a meadow · in falling snow");
});

test("What is done to somebody is told apart from what stands near", () => {
  const robot = [{ word: "robot", count: 1, size: "tiny" }];
  const mice = { word: "mouse", count: 12, isObject: true as const };
  expect(words({ cast: robot, verb: "chase", props: [mice, { word: "oak", count: 1 }] })).toBe(
    "a tiny robot chases many mice · with an oak · in a meadow",
  );
});

test("Several do it together, and uncountable things have no article", () => {
  const two = [
    { word: "dentist", count: 1 },
    { word: "old man", count: 1 },
  ];
  expect(words({ cast: two, verb: "watch", place: "abstract", season: "autumn" })).toBe(
    "a dentist and an old man watch · in autumn",
  );
  const wood = { word: "wood", count: 1, isObject: true as const };
  expect(words({ cast: [{ word: "man", count: 1 }], verb: "saw", props: [wood] })).toContain(
    "a man saws wood",
  );
});

test("A colour that the word says already is not said twice, and a quotation is shown", () => {
  const whale = [{ word: "blue whale", count: 2, color: "blue" }];
  expect(words({ cast: whale, place: "sea", quote: "Hello" })).toBe(
    "2 blue whales · at sea · “Hello”",
  );
});

test("A place that the page does not know is named all the same", () => {
  expect(words({ place: "observatory" })).toContain("in an observatory");
});
