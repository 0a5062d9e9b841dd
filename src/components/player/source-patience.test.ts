import { expect, test } from "vitest";
import { patienceMs, shouldGiveUp } from "./source-patience";

const NOW = 1_000_000_000_000;
const at = (ms: number) => new Date(NOW + ms).toISOString();
const lost = (count: number) => Array.from({ length: count }, (_, index) => NOW - index * 1000);

test("A URL that is still good and fails for the third time in a minute is broken", () => {
  expect(shouldGiveUp(lost(2), { now: NOW, endedAt: at(60_000) })).toBe(false);
  expect(shouldGiveUp(lost(3), { now: NOW, endedAt: at(60_000) })).toBe(true);
});

test("What failed longer ago than a minute does not count", () => {
  const losses = [NOW - 70_000, NOW - 65_000, NOW];
  expect(shouldGiveUp(losses, { now: NOW, endedAt: at(60_000) })).toBe(false);
});

test("A URL that was over has done no wrong, as long as not every one of them is", () => {
  expect(shouldGiveUp(lost(12), { now: NOW, endedAt: at(-1) })).toBe(false);
  expect(shouldGiveUp(lost(16), { now: NOW, endedAt: at(-1) })).toBe(true);
});

test("A network that is away is given half a minute", () => {
  const waits = [0, 1, 2, 3, 4, 5].map(patienceMs);
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, null]);
});
