import { expect, test } from "vitest";
import { linkAt, parseTimeCode } from "./time-code";

test.each([
  ["12", 12],
  ["12s", 12],
  ["12.5", 12.5],
  ["1m2s", 62],
  ["1m", 60],
  ["1h2m3s", 3723],
  ["0", 0],
])("t=%s begins at %d seconds", (text, seconds) => {
  expect(parseTimeCode(text)).toBe(seconds);
});

test.each([null, "", "soon", "-3", "1e3", "2s1m", "12 ", "0x10", "9".repeat(40)])(
  "t=%s is no time",
  (text) => {
    expect(parseTimeCode(text)).toBeNull();
  },
);

test("A link at a time keeps the rest of the address, and has no t at the beginning", () => {
  expect(linkAt("https://t2m.example/videos/1?t=3&x=1#y", 62.9)).toBe(
    "https://t2m.example/videos/1?x=1&t=62",
  );
  expect(linkAt("https://t2m.example/videos/1?t=3", 0.4)).toBe("https://t2m.example/videos/1");
});
