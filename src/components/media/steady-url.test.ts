import { expect, test } from "vitest";
import { keepOrTake } from "./steady-url";

const at = (minute: number, file = "a") => ({
  url: `http://localhost:3000/api/files/secure/${file}?expires=${minute}`,
  expiresAt: new Date(minute * 60_000).toISOString(),
});

test("a newer signature for the same file changes nothing", () => {
  const kept = at(60);
  expect(keepOrTake(kept, at(70))).toBe(kept);
});

test("an old signature gives way before it ends", () => {
  const fresh = at(106);
  expect(keepOrTake(at(60), fresh)).toBe(fresh);
});

test("another file, the first one, and none at all are taken at once", () => {
  const other = at(60, "b");
  expect(keepOrTake(at(60), other)).toBe(other);
  expect(keepOrTake(null, other)).toBe(other);
  expect(keepOrTake(other, null)).toBeNull();
});
