import { expect, test } from "vitest";
import { formatBytes, formatDuration } from "./format";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 kB"],
  [9_040_000, "9.0 MB"],
  [512_000_000, "512 MB"],
  [2_147_483_648, "2.1 GB"],
  [5_000_000_000_000_000, "5000 TB"],
])("%d bytes read as %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test.each([
  [3, "0:03"],
  [9.98, "0:10"],
  [59.6, "1:00"],
  [90, "1:30"],
])("%d seconds read as %s", (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});
