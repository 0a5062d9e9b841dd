import { expect, test } from "vitest";
import { layOutStorage } from "./storage-tiles";

const SIZE = { width: 1000, height: 100 };

test("areas are in the proportion of the bytes, the largest first", () => {
  const tiles = layOutStorage(
    {
      groups: [
        { group: "image", origin: "uploaded", bytes: 300, files: 2 },
        { group: "video", origin: "made", bytes: 600, files: 1 },
        { group: "audio", origin: "uploaded", bytes: 0, files: 1 },
      ],
      unfinishedBytes: 0,
      otherBytes: 100,
    },
    SIZE,
  );
  expect(tiles.map(({ name }) => name)).toEqual(["Your videos", "Images", "Posters and previews"]);
  const [videos, images] = tiles.map(({ width, height }) => width * height);
  expect((videos ?? 0) / (images ?? 1)).toBeCloseTo(2, 1);
  for (const { x, y, width, height } of tiles) {
    expect(x + width).toBeLessThanOrEqual(SIZE.width);
    expect(y + height).toBeLessThanOrEqual(SIZE.height);
  }
});

test("nothing stored is no tile", () => {
  expect(layOutStorage({ groups: [], unfinishedBytes: 0, otherBytes: 0 }, SIZE)).toEqual([]);
});
