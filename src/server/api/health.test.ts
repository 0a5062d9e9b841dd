import { expect, test, vi } from "vitest";
import { createLogger } from "~/server/platform/log";
import { createHealthCheck } from "./health";

test("However often it is asked, health asks its parts once in three seconds", async () => {
  const check = createHealthCheck();
  let time = 0;
  const deps = { log: createLogger("silent", "test"), now: () => new Date(time) };
  const disk = vi.fn(async () => undefined);
  const ask = async () => (await check(deps, { disk })).status;
  expect(await Promise.all(Array.from({ length: 50 }, ask))).toEqual(Array(50).fill(200));
  disk.mockRejectedValue(new Error("no room left"));
  time = 2_999;
  expect(await ask()).toBe(200);
  expect(disk).toHaveBeenCalledTimes(1);
  time = 3_000;
  expect(await ask()).toBe(503);
  disk.mockResolvedValue(undefined);
  time = 6_000;
  expect(await ask()).toBe(200);
});
