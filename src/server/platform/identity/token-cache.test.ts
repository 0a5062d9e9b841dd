import { expect, test, vi } from "vitest";
import { createTokenCache, type Verified } from "./token-cache";

const session = {
  userId: "user_ann",
  sessionId: "sess_1",
  via: "bearer",
  metadata: {},
  issuedAt: 0,
} as const;
const until = (expiresAt: number): Verified => ({ session, expiresAt });

test("A token that holds is checked once, until the second it expires", async () => {
  let time = 0;
  const cache = createTokenCache({ now: () => new Date(time) });
  const verify = vi.fn(async () => until(60));
  for (time of [0, 1, 59_999]) expect(await cache.remember("a", verify)).toBe(session);
  expect(verify).toHaveBeenCalledTimes(1);
  time = 60_000;
  verify.mockResolvedValue(until(60));
  expect(await cache.remember("a", verify)).toBe(session);
  expect(await cache.remember("a", verify)).toBe(session);
  expect(verify).toHaveBeenCalledTimes(3);
});

test("A refusal is never remembered, nor a failure to find out", async () => {
  const cache = createTokenCache({ now: () => new Date(0) });
  const verify = vi.fn(async (): Promise<Verified | null> => null);
  expect(await cache.remember("a", verify)).toBeNull();
  verify.mockRejectedValueOnce(new Error("away"));
  await expect(cache.remember("a", verify)).rejects.toThrow("away");
  verify.mockResolvedValue(until(60));
  expect(await cache.remember("a", verify)).toBe(session);
});

test("It holds so many and no more, and forgets what was asked for longest ago", async () => {
  const cache = createTokenCache({ now: () => new Date(0), max: 2 });
  const verify = vi.fn(async () => until(60));
  for (const token of ["a", "b", "a", "c", "a"]) await cache.remember(token, verify);
  expect(verify).toHaveBeenCalledTimes(3);
  await cache.remember("b", verify);
  expect(verify).toHaveBeenCalledTimes(4);
});
