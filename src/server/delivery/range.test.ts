import { describe, expect, test } from "vitest";
import { createRandom } from "../../../tests/support/random";
import { readRanges } from "./range";

describe("a range of 1000 bytes", () => {
  test.each([
    [null, "whole"],
    ["", "whole"],
    ["bytes=0-0", [{ start: 0, end: 0 }]],
    ["bytes=0-99", [{ start: 0, end: 99 }]],
    ["BYTES=0-99", [{ start: 0, end: 99 }]],
    ["bytes= 0-99", [{ start: 0, end: 99 }]],
    ["bytes=,0-99,", [{ start: 0, end: 99 }]],
    ["bytes=500-", [{ start: 500, end: 999 }]],
    ["bytes=500-9999", [{ start: 500, end: 999 }]],
    ["bytes=0-99999999999999999999999", [{ start: 0, end: 999 }]],
    ["bytes=999-", [{ start: 999, end: 999 }]],
    ["bytes=-1", [{ start: 999, end: 999 }]],
    ["bytes=-5000", [{ start: 0, end: 999 }]],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=1000-", "unsatisfiable"],
    ["bytes=1000-2000", "unsatisfiable"],
    ["bytes=99999999999999999999999-", "unsatisfiable"],
    ["bytes=2-1", "whole"],
    [
      "bytes=0-9,500-509",
      [
        { start: 0, end: 9 },
        { start: 500, end: 509 },
      ],
    ],
    [
      "bytes=500-509, 0-9",
      [
        { start: 500, end: 509 },
        { start: 0, end: 9 },
      ],
    ],
    ["bytes=0-9,2000-", [{ start: 0, end: 9 }]],
    ["bytes=2000-,-0", "unsatisfiable"],
    ["bytes=0-9,5-1", "whole"],
    ["bytes=0-9,a", "whole"],
    ["bytes=0-1,5-6", [{ start: 0, end: 6 }]],
    ["bytes=0-9,89-99", [{ start: 0, end: 99 }]],
    [
      "bytes=0-9,91-99",
      [
        { start: 0, end: 9 },
        { start: 91, end: 99 },
      ],
    ],
    [
      "bytes=0-9,900-999,-200,5-400",
      [
        { start: 0, end: 400 },
        { start: 800, end: 999 },
      ],
    ],
    ["bytes=0-9,900-,500-509,9-910", [{ start: 0, end: 999 }]],
    ["bytes=", "whole"],
    ["bytes=-", "whole"],
    ["bytes=a-b", "whole"],
    ["bytes=0-1-2", "whole"],
    ["bytes=0x0-1", "whole"],
    ["bytes=+0-1", "whole"],
    ["bytes=1", "whole"],
    ["bytes 0-1", "whole"],
    ["seconds=0-1", "whole"],
  ] as const)("%s", (header, expected) => {
    expect(readRanges(header, 1000)).toEqual(expected);
  });

  test("an empty file has no parts", () => {
    for (const header of ["bytes=0-", "bytes=-1", "bytes=0-0"]) {
      expect(readRanges(header, 0)).toBe("whole");
    }
  });
});

test("sixteen ranges are answered, seventeen are not; an endless list is not even read", () => {
  const list = (count: number) =>
    `bytes=${Array.from({ length: count }, (_, at) => `${at * 100}-${at * 100 + 1}`).join(",")}`;
  expect(readRanges(list(16), 10_000)).toHaveLength(16);
  expect(readRanges(list(17), 10_000)).toBe("whole");
  expect(readRanges(list(5000), 10 ** 6)).toBe("whole");
});

test("however they overlap, together they are never more than the file", () => {
  const random = createRandom(9);
  for (let round = 0; round < 5_000; round += 1) {
    const specs = Array.from({ length: random.integer(2, 16) }, () => {
      const start = random.integer(0, 2_000);
      return { start, end: Math.min(1_999, start + random.integer(0, 500)) };
    }).filter(({ start, end }) => start <= end);
    const header = `bytes=${specs.map(({ start, end }) => `${start}-${end}`).join(",")}`;
    const ranges = readRanges(header, 2_000);
    if (typeof ranges === "string") throw new Error(header);
    const sent = ranges.map(({ start, end }) => end - start + 1);
    expect(sent.reduce((sum, length) => sum + length)).toBeLessThanOrEqual(2_000);
    for (const { start, end } of specs) {
      expect(
        ranges.some((range) => range.start <= start && end <= range.end),
        header,
      ).toBe(true);
    }
  }
});

test("whatever is asked for, the bytes are those that a buffer of the size has there", () => {
  const random = createRandom(3);
  for (let round = 0; round < 20_000; round += 1) {
    const size = random.integer(1, 40);
    const all = Buffer.from(Array.from({ length: size }, (_, index) => index));
    const first = random.pick(["", String(random.integer(0, 60))]);
    const last = random.pick(["", String(random.integer(0, 60))]);
    const range = readRanges(`bytes=${first}-${last}`, size);
    const expected = first
      ? all.subarray(Number(first), last ? Number(last) + 1 : undefined)
      : all.subarray(Math.max(0, size - Number(last)));
    if (typeof range === "string") {
      const isBackwards = first !== "" && last !== "" && Number(last) < Number(first);
      const isNone = (first === "" && last === "") || isBackwards;
      expect(range, `${first}-${last}`).toBe(isNone ? "whole" : "unsatisfiable");
      if (!isNone) expect(first === "" ? Number(last) : expected.length).toBe(0);
    } else {
      const [{ start, end } = { start: 0, end: 0 }] = range;
      expect(range.length).toBe(1);
      expect(all.subarray(start, end + 1).equals(expected)).toBe(true);
    }
  }
});
