import { expect, test } from "vitest";
import { earliestEnd, renewAtMs } from "./renewal";

const at = (seconds: number) => new Date(seconds * 1000).toISOString();

test.each([
  ["an hour", 3600, 3300],
  ["25 minutes", 1500, 1200],
  ["five minutes", 300, 240],
  ["five seconds", 5, 4],
])(
  "A URL that lives %s is renewed with a fifth of it left, five minutes at most",
  (_, life, due) => {
    expect(renewAtMs(at(1000 + life), 1_000_000)).toBe((1000 + due) * 1000);
  },
);

test("A URL that was over when it came has no lead", () => {
  expect(renewAtMs(at(900), 1_000_000)).toBe(900_000);
});

test("Of many URLs the first to end counts", () => {
  expect(earliestEnd([{ expiresAt: at(9) }, null, { expiresAt: at(7) }])).toBe(at(7));
  expect(earliestEnd([null])).toBeNull();
});
