import { expect, test } from "vitest";
import { inSeconds, spanWords } from "./words";

test.each([
  [4.4, "4 s"],
  [43, "45 s"],
  [200, "3 min"],
  [7_000, "2 h"],
])("%s seconds are said as %s", (seconds, words) => {
  expect(spanWords(seconds)).toBe(words);
});

test("What nobody knows is said so", () => {
  expect(inSeconds(null)).toBe("nobody knows when yet");
  expect(inSeconds(0)).toBe("starts at once");
  expect(inSeconds(60)).toBe("starts in about 60 s");
});
