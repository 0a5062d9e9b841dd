import { expect, test } from "vitest";
import { keepOrTake } from "./steady-url";

const MINUTE = 60_000;
const at = (minute: number, file = "a") => ({
  url: `http://localhost:3000/api/files/secure/${file}?expires=${minute}`,
  expiresAt: new Date(minute * MINUTE).toISOString(),
});
const kept = { url: at(60), receivedAtMs: 0 };

test("a newer signature for the same file changes nothing", () => {
  expect(keepOrTake(kept, at(70), 10 * MINUTE)).toBe(kept);
  expect(keepOrTake(kept, at(114), 54 * MINUTE)).toBe(kept);
});

test("an old signature gives way before it ends, to a newer one only", () => {
  const fresh = at(115);
  expect(keepOrTake(kept, fresh, 55 * MINUTE)).toEqual({ url: fresh, receivedAtMs: 55 * MINUTE });
  expect(keepOrTake(kept, at(60), 55 * MINUTE)).toBe(kept);
  expect(keepOrTake(kept, at(59), 70 * MINUTE)).toBe(kept);
});

test("a signature of five seconds gives way after four", () => {
  const brief = { url: at(5 / 60), receivedAtMs: 0 };
  const fresh = at(9 / 60);
  expect(keepOrTake(brief, fresh, 3_999)).toBe(brief);
  expect(keepOrTake(brief, fresh, 4_000)?.url).toBe(fresh);
});

test("another file, the first one, and none at all are taken at once", () => {
  const other = at(60, "b");
  expect(keepOrTake(kept, other, 0)?.url).toBe(other);
  expect(keepOrTake(null, other, 0)?.url).toBe(other);
  expect(keepOrTake(kept, null, 0)).toBeNull();
});
