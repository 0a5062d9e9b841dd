import { expect, test } from "vitest";
import { createEntryNames } from "./entry-names";

test("Names stay as they are until two are the same on some disk", () => {
  const nameFor = createEntryNames();
  const names = ["clip.mp4", "clip.mp4", "clip (2).mp4", "CLIP.mp4", "clip.mov", "no extension"];
  expect(names.map((name) => nameFor("files", name))).toEqual([
    "files/clip.mp4",
    "files/clip (2).mp4",
    "files/clip (2) (2).mp4",
    "files/CLIP (3).mp4",
    "files/clip.mov",
    "files/no extension",
  ]);
  expect(nameFor("videos", "clip.mp4"), "another folder").toBe("videos/clip.mp4");
});

test("No name leads out of its folder", () => {
  const nameFor = createEntryNames();
  for (const name of ["../../etc/passwd", "..", "/etc/passwd", "C:\\boot.ini", "a\u0000b", ""]) {
    expect(nameFor("files", name)).toMatch(/^files\/[^/\\:\0]+$/);
    expect(nameFor("files", name)).not.toMatch(/\/\.+$/);
  }
});

test("Ten thousand of the same name take no quadratic time", () => {
  const nameFor = createEntryNames();
  const names = Array.from({ length: 10_000 }, () => nameFor("files", "clip.mp4"));
  expect(new Set(names).size).toBe(10_000);
  expect(names.at(-1)).toBe("files/clip (10000).mp4");
});
