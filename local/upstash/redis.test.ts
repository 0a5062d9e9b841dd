import { Redis } from "@upstash/redis";
import { expect, it } from "vitest";
import { findRedisServer, startRedis } from "./real-redis";
import { startUpstash } from "./server";

const binary = findRedisServer();

it.skipIf(!binary)(
  "a Redis that dies is told apart from a wrong command (needs redis-server)",
  async () => {
    const real = await startRedis(binary ?? "");
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const upstash = await startUpstash({ port: 0, token: "secret", redisUrl: real.url, log });
    try {
      const redis = new Redis({ url: upstash.url, token: "secret", retry: false });
      await redis.set("key", "text");
      await expect(redis.incr("key")).rejects.toThrow("not an integer");
      await real.stop();
      await expect(redis.get("key")).rejects.toThrow("cannot be reached");
      const body = '[["GET","key"]]';
      const headers = { authorization: "Bearer secret" };
      for (const path of ["/pipeline", "/multi-exec"]) {
        expect((await fetch(upstash.url + path, { method: "POST", body, headers })).status).toBe(
          500,
        );
      }
      expect(lines.length).toBeGreaterThanOrEqual(3);
    } finally {
      await upstash.stop();
    }
  },
);

it("a Redis that is not there stops the start with its reason", async () => {
  const redisUrl = "redis://127.0.0.1:9";
  await expect(startUpstash({ port: 0, token: "secret", redisUrl })).rejects.toThrow();
});
