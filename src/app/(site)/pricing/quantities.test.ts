import { expect, test } from "vitest";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { count, formatBinary } from "./quantities";

test("Storage is told in the units in which it is a round number", () => {
  const { free, premium } = ENTITLEMENTS;
  expect([free.maxFileBytes, free.storageBytes, premium.storageBytes].map(formatBinary)).toEqual([
    "512 MiB",
    "2 GiB",
    "50 GiB",
  ]);
  expect(formatBinary(1536)).toBe("1.5 KiB");
});

test("One thing is singular", () => {
  expect([count(1, "scene"), count(8, "scene"), count(1000, "video")]).toEqual([
    "1 scene",
    "8 scenes",
    "1,000 videos",
  ]);
});
