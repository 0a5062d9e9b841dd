import { expect, test } from "vitest";
import { toThumbnailTrack } from "./storyboard";

const url = "https://t2m.example/api/files/secure/1?expires=2&kid=k1&signature=s";
const board = { url, columns: 10, rows: 2, tileWidth: 160, tileHeight: 90, seconds: 1 };

test("Each second of a film of 12.4 seconds has its tile, and the last one goes to the end", () => {
  const cues = toThumbnailTrack(board, 12.4).trim().split("\n\n").slice(1);
  expect(cues).toHaveLength(13);
  expect(cues[0]).toBe(`00:00:00.000 --> 00:00:01.000\n${url}#xywh=0,0,160,90`);
  expect(cues[9]).toBe(`00:00:09.000 --> 00:00:10.000\n${url}#xywh=1440,0,160,90`);
  expect(cues[10]).toBe(`00:00:10.000 --> 00:00:11.000\n${url}#xywh=0,90,160,90`);
  expect(cues[12]).toBe(`00:00:12.000 --> 00:00:13.000\n${url}#xywh=320,90,160,90`);
});

test("A long film has tiles that are further apart, never more than the sprite holds", () => {
  const cues = toThumbnailTrack({ ...board, rows: 10, seconds: 36.5 }, 3700)
    .split("\n\n")
    .slice(1);
  expect(cues).toHaveLength(100);
  expect(cues.at(-1)).toMatch(/^01:00:13\.500 --> 01:01:40\.000\n.*#xywh=1440,810,160,90/);
});
