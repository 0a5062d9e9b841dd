import { Redis } from "@upstash/redis";
import { expect, it } from "vitest";
import { startUpstash } from "./server";

it("a key in memory is gone at the millisecond its time is over", async () => {
  let now = 1_700_000_000_000;
  const upstash = await startUpstash({ port: 0, token: "secret", now: () => now });
  try {
    const redis = new Redis({ url: upstash.url, token: "secret", retry: false });
    await redis.set("short", 1, { px: 1_000 });
    await redis.set("long", 1, { ex: 60 });
    now += 999;
    expect(await redis.mget("short", "long")).toEqual([1, 1]);
    expect(await redis.pttl("short")).toBe(1);
    now += 1;
    expect(await redis.mget("short", "long")).toEqual([null, 1]);
    expect(await redis.incr("short")).toBe(1);
    expect(await redis.ttl("short")).toBe(-1);
    now += 60_000;
    expect((await redis.scan(0))[1]).toEqual(["short"]);
  } finally {
    await upstash.stop();
  }
});
