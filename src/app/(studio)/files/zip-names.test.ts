import { expect, test } from "vitest";
import { distinctNames } from "./zip-names";

test("What is there twice gets a number before its ending, in any case of letters", () => {
  expect(distinctNames(["sea.png", "sea.png", "Sea.PNG", "sea (2).png", "sea"])).toEqual([
    "sea.png",
    "sea (2).png",
    "Sea (3).PNG",
    "sea (2) (2).png",
    "sea",
  ]);
});

test("A name leads into no other folder", () => {
  expect(distinctNames(["../../etc/passwd", "a\\b.txt", ".env"])).toEqual([
    ".._.._etc_passwd",
    "a_b.txt",
    ".env",
  ]);
});
