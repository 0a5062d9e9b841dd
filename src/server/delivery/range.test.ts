import { describe, expect, test } from "vitest";
import { createRandom } from "../../../tests/support/random";
import { readRange } from "./range";

describe("a range of 1000 bytes", () => {
  test.each([
    [null, "whole"],
    ["", "whole"],
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=0-99", { start: 0, end: 99 }],
    ["BYTES=0-99", { start: 0, end: 99 }],
    ["bytes= 0-99", { start: 0, end: 99 }],
    ["bytes=,0-99,", { start: 0, end: 99 }],
    ["bytes=500-", { start: 500, end: 999 }],
    ["bytes=500-9999", { start: 500, end: 999 }],
    ["bytes=0-99999999999999999999999", { start: 0, end: 999 }],
    ["bytes=999-", { start: 999, end: 999 }],
    ["bytes=-1", { start: 999, end: 999 }],
    ["bytes=-5000", { start: 0, end: 999 }],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=1000-", "unsatisfiable"],
    ["bytes=1000-2000", "unsatisfiable"],
    ["bytes=99999999999999999999999-", "unsatisfiable"],
    ["bytes=2-1", "whole"],
    ["bytes=0-1,5-6", "whole"],
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
    expect(readRange(header, 1000)).toEqual(expected);
  });

  test("an empty file has no parts", () => {
    for (const header of ["bytes=0-", "bytes=-1", "bytes=0-0"]) {
      expect(readRange(header, 0)).toBe("whole");
    }
  });
});

test("whatever is asked for, the bytes are those that a buffer of the size has there", () => {
  const random = createRandom(3);
  for (let round = 0; round < 20_000; round += 1) {
    const size = random.integer(1, 40);
    const all = Buffer.from(Array.from({ length: size }, (_, index) => index));
    const first = random.pick(["", String(random.integer(0, 60))]);
    const last = random.pick(["", String(random.integer(0, 60))]);
    const range = readRange(`bytes=${first}-${last}`, size);
    const expected = first
      ? all.subarray(Number(first), last ? Number(last) + 1 : undefined)
      : all.subarray(Math.max(0, size - Number(last)));
    if (typeof range === "string") {
      const isBackwards = first !== "" && last !== "" && Number(last) < Number(first);
      const isNone = (first === "" && last === "") || isBackwards;
      expect(range, `${first}-${last}`).toBe(isNone ? "whole" : "unsatisfiable");
      if (!isNone) expect(first === "" ? Number(last) : expected.length).toBe(0);
    } else {
      expect(all.subarray(range.start, range.end + 1).equals(expected)).toBe(true);
    }
  }
});
