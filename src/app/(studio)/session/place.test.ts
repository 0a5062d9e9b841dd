import { expect, test } from "vitest";
import { readPlace } from "./place";

const place = { viewerId: "ann", url: "/videos?q=boat", y: 1200, at: 1_000 };
const here = { viewerId: "ann", url: "/videos?q=boat", now: 60_000 };

test("Somebody who signs in again is taken to where they were", () => {
  expect(readPlace(JSON.stringify(place), here)).toEqual(place);
});

test.each([
  ["another person", { viewerId: "bob" }],
  ["another page", { url: "/jobs" }],
  ["another day", { now: 2 * 24 * 60 * 60 * 1000 }],
])("%s begins at the top", (_, difference) => {
  expect(readPlace(JSON.stringify(place), { ...here, ...difference })).toBeNull();
});

test("What cannot be read is no place", () => {
  for (const stored of [null, "", "null", "[]", "{"]) expect(readPlace(stored, here)).toBeNull();
});
