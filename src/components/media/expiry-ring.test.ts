import { expect, test } from "vitest";
import { timeLeft } from "./expiry-ring";

const HOUR = 3_600_000;

test.each([
  [7 * 24 * HOUR, "7 days left"],
  [7 * 24 * HOUR - 1, "7 days left"],
  [6.4 * 24 * HOUR, "6 days left"],
  [24 * HOUR, "1 day left"],
  [23.4 * HOUR, "23 hours left"],
  [80_000, "1 minute left"],
  [59_000, "less than a minute left"],
  [0, "ended"],
  [-5, "ended"],
])("%d ms are told as “%s”", (left, words) => {
  expect(timeLeft(left)).toBe(words);
});
