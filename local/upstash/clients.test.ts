import { randomUUID } from "node:crypto";
import { Ratelimit } from "@upstash/ratelimit";
import { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findRedisServer, startRedis } from "./real-redis";
import { startUpstash } from "./server";

const binary = findRedisServer();
const backends = [
  { data: "in memory", isRedis: false },
  { data: "in a real Redis", isRedis: true },
];

describe.each(backends)("Upstash's own clients, with the data $data", ({ isRedis }) => {
  const title = isRedis && !binary ? "skipped: no redis-server on this machine" : "they find";
  describe.skipIf(isRedis && !binary)(title, () => {
    const stops: (() => Promise<void>)[] = [];
    const refused: string[] = [];
    let redis: Redis;
    let url: string;

    beforeAll(async () => {
      const real = isRedis && binary ? await startRedis(binary) : null;
      const options = { port: 0, token: "secret", log: (line: string) => refused.push(line) };
      const upstash = await startUpstash({ ...options, redisUrl: real?.url });
      stops.push(upstash.stop, async () => real?.stop());
      url = upstash.url;
      redis = new Redis({ url, token: "secret", retry: false });
    });
    afterAll(async () => {
      for (const stop of stops) await stop();
    });

    const limiter = (algorithm: ReturnType<typeof Ratelimit.slidingWindow>, analytics = false) =>
      new Ratelimit({
        redis,
        limiter: algorithm,
        prefix: randomUUID(),
        ephemeralCache: false,
        analytics,
      });

    it.each([
      ["a fixed window", Ratelimit.fixedWindow(3, "1 h")],
      ["a sliding window", Ratelimit.slidingWindow(3, "1 h")],
      ["a token bucket", Ratelimit.tokenBucket(3, "1 h", 3)],
    ])("%s that counts, refuses, tells what is left, and starts anew", async (_name, algorithm) => {
      const ratelimit = limiter(algorithm);
      const answers = [];
      for (let i = 0; i < 4; i++) answers.push(await ratelimit.limit("ada"));
      expect(answers.map((answer) => answer.success)).toEqual([true, true, true, false]);
      expect(answers.map((answer) => answer.remaining)).toEqual([2, 1, 0, 0]);
      expect((await ratelimit.limit("grace")).remaining).toBe(2);
      expect(await ratelimit.getRemaining("ada")).toMatchObject({ remaining: 0, limit: 3 });
      await ratelimit.resetUsedTokens("ada");
      expect(await ratelimit.getRemaining("ada")).toMatchObject({ remaining: 3 });
      expect(await ratelimit.limit("ada")).toMatchObject({ success: true, remaining: 2 });
      expect(await ratelimit.getRemaining("grace")).toMatchObject({ remaining: 2 });
    });

    it("a cached fixed window that counts", async () => {
      const ratelimit = new Ratelimit({
        redis,
        limiter: Ratelimit.cachedFixedWindow(2, "1 h"),
        ephemeralCache: new Map(),
        prefix: randomUUID(),
      });
      const answers = [];
      for (let i = 0; i < 3; i++) answers.push((await ratelimit.limit("ada")).success);
      expect(answers).toEqual([true, true, false]);
      expect((await ratelimit.getRemaining("ada")).remaining).toBe(0);
    });

    it("costs that take several tokens at once", async () => {
      const ratelimit = limiter(Ratelimit.tokenBucket(10, "1 h", 10));
      expect(await ratelimit.limit("ada", { rate: 8 })).toMatchObject({
        success: true,
        remaining: 2,
      });
      expect(await ratelimit.limit("ada", { rate: 5 })).toMatchObject({ success: false });
      expect(await ratelimit.limit("ada", { rate: 2 })).toMatchObject({
        success: true,
        remaining: 0,
      });
    });

    it("exactly 20 of 200 calls at the same moment allowed by a limit of 20", async () => {
      const ratelimit = limiter(Ratelimit.slidingWindow(20, "1 h"));
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => ratelimit.limit("crowd")),
      );
      expect(answers.filter((answer) => answer.success)).toHaveLength(20);
    });

    it("analytics that add up", async () => {
      const ratelimit = limiter(Ratelimit.fixedWindow(2, "1 h"), true);
      for (let i = 0; i < 5; i++) await (await ratelimit.limit("ada")).pending;
      const analytics = ratelimit["analytics"];
      expect(await analytics?.getUsage(Date.now() - 1000 * 3600 * 3)).toEqual({
        ada: { success: 2, blocked: 3 },
      });
      expect(await analytics?.getMostAllowedBlocked(2, 5)).toEqual({
        allowed: [{ identifier: "ada", count: 2 }],
        ratelimited: [{ identifier: "ada", count: 3 }],
        denied: [],
      });
      const [hour] = (await analytics?.getUsageOverTime(1, "identifier")) ?? [];
      expect(hour).toMatchObject({ identifier: { ada: 5 } });
    });

    it("limits that can be changed while they run", async () => {
      const ratelimit = new Ratelimit({
        redis,
        limiter: Ratelimit.slidingWindow(1, "1 h"),
        prefix: randomUUID(),
        dynamicLimits: true,
        ephemeralCache: false,
      });
      await ratelimit.setDynamicLimit({ limit: 2 });
      expect((await ratelimit.limit("ada")).success).toBe(true);
      expect((await ratelimit.limit("ada")).success).toBe(true);
      expect((await ratelimit.limit("ada")).success).toBe(false);
    });

    it("text of any script, numbers and objects that come back as they went", async () => {
      const key = randomUUID();
      expect(await redis.set(key, 'Ünïcödé 影 🎬 "x"')).toBe("OK");
      expect(await redis.get(key)).toBe('Ünïcödé 影 🎬 "x"');
      await redis.set(key, { nested: [1, null, "two"] });
      expect(await redis.get(key)).toEqual({ nested: [1, null, "two"] });
      expect(await redis.get(randomUUID())).toBeNull();
      expect(await redis.ping()).toBe("PONG");
    });

    it("the conditions and lifetimes of SET", async () => {
      const key = randomUUID();
      expect(await redis.set(key, "a", { nx: true, ex: 60 })).toBe("OK");
      expect(await redis.set(key, "b", { nx: true })).toBeNull();
      expect(await redis.ttl(key)).toBe(60);
      expect(await redis.set(key, "c", { xx: true, keepTtl: true, get: true })).toBe("a");
      expect(await redis.ttl(key)).toBe(60);
      await redis.set(key, "d");
      expect(await redis.ttl(key)).toBe(-1);
      expect(await redis.pexpire(key, 5_000)).toBe(1);
      expect(await redis.pttl(key)).toBeGreaterThan(4_000);
      expect([await redis.del(key), await redis.exists(key), await redis.ttl(key)]).toEqual([
        1, 0, -2,
      ]);
    });

    it("counters, hashes, sets and sorted sets", async () => {
      const [counter, hash, set, other, board] = Array.from({ length: 5 }, () => randomUUID());
      if (!(counter && hash && set && other && board)) throw new Error("five keys");
      expect(await redis.incr(counter)).toBe(1);
      expect(await redis.incrby(counter, 41)).toBe(42);
      expect(await redis.decr(counter)).toBe(41);
      expect(await redis.mget(counter, randomUUID())).toEqual([41, null]);
      expect(await redis.hset(hash, { a: 1, b: "two" })).toBe(2);
      expect(await redis.hgetall(hash)).toEqual({ a: 1, b: "two" });
      expect(await redis.hmget(hash, "b", "c")).toEqual({ b: "two", c: null });
      expect(await redis.hdel(hash, "a", "c")).toBe(1);
      expect(await redis.hget(hash, "a")).toBeNull();
      expect(await redis.sadd(set, "x", "y", "x")).toBe(2);
      expect(await redis.smismember(set, ["x", "z"])).toEqual([1, 0]);
      expect(await redis.sdiffstore(other, set, randomUUID())).toBe(2);
      expect(await redis.sunionstore(other, set, other)).toBe(2);
      expect((await redis.smembers<string[]>(other)).sort()).toEqual(["x", "y"]);
      await redis.zincrby(board, 2, "low");
      await redis.zincrby(board, 5.5, "high");
      expect(await redis.zrange(board, 0, -1, { withScores: true })).toEqual([
        "low",
        2,
        "high",
        5.5,
      ]);
      expect(await redis.zrange(board, 0, 0, { rev: true })).toEqual(["high"]);
    });

    it("keys by pattern, with what stands in brackets and after a backslash", async () => {
      const prefix = randomUUID();
      for (const name of ["a1", "a2", "b1", "a*", "a.1"]) await redis.set(`${prefix}:${name}`, 1);
      const scan = async (pattern: string) => {
        const [, keys] = await redis.scan(0, { match: `${prefix}:${pattern}`, count: 1000 });
        return keys.map((key) => key.slice(prefix.length + 1)).sort();
      };
      expect(await scan("a?")).toEqual(["a*", "a1", "a2"]);
      expect(await scan("[ab]1")).toEqual(["a1", "b1"]);
      expect(await scan("[^a]1")).toEqual(["b1"]);
      expect(await scan("a\\*")).toEqual(["a*"]);
      expect(await scan("a.*")).toEqual(["a.1"]);
    });

    it("pipelines whose failing command leaves the others alone", async () => {
      const key = randomUUID();
      const answers = await redis
        .pipeline()
        .set(key, "text")
        .incr(key)
        .get(key)
        .exec({ keepErrors: true });
      expect(answers.map((answer) => answer.result)).toEqual(["OK", undefined, "text"]);
      expect(answers[1]?.error).toContain("not an integer");
    });

    it("transactions that nobody gets in between of", async () => {
      const key = randomUUID();
      const transactions = Array.from({ length: 50 }, () =>
        redis.multi().incr(key).incr(key).exec<[number, number]>(),
      );
      for (const [first, second] of await Promise.all(transactions)) expect(second).toBe(first + 1);
      expect(await redis.get(key)).toBe(100);
    });

    it("scripts: loaded, by hash, unknown, broken, and raising an error", async () => {
      const script = `#!lua flags=allow-key-locking\nreturn {KEYS[1], ARGV[1] + 1, false, {3.9}} -- ${randomUUID()}`;
      const hash = await redis.scriptLoad(script);
      expect(await redis.scriptExists(hash, "0".repeat(40))).toEqual([1, 0]);
      expect(await redis.evalsha(hash, ["k"], [41])).toEqual(["k", 42, null, [3]]);
      expect(await redis.eval("return {}", [], [])).toEqual([]);
      await expect(redis.evalsha("0".repeat(40), [], [])).rejects.toThrow("NOSCRIPT");
      await expect(redis.eval("return return", [], [])).rejects.toThrow(/compiling script/);
      const key = randomUUID();
      await redis.set(key, "text");
      await expect(
        redis.eval("return redis.call('HGET', KEYS[1], 'f')", [key], []),
      ).rejects.toThrow("WRONGTYPE");
      expect(
        await redis.eval("return redis.pcall('HGET', KEYS[1], 'f').err ~= nil", [key], []),
      ).toBe(1);
    });

    it("scripts without a way to files or processes", async () => {
      await expect(redis.eval("return io.open('/etc/hosts')", [], [])).rejects.toThrow();
      await expect(redis.eval("return os.execute('true')", [], [])).rejects.toThrow();
      await expect(redis.eval("return require('os')", [], [])).rejects.toThrow();
    });

    it("unknown commands refused and logged", async () => {
      refused.length = 0;
      await expect(redis.flushall()).rejects.toThrow("not available");
      await expect(redis.multi().incr("a").flushall().exec()).rejects.toThrow("not available");
      expect(refused).toHaveLength(2);
      expect(await redis.exists("a")).toBe(0);
    });

    it("a door that only the right token opens", async () => {
      const stranger = new Redis({ url, token: "wrong", retry: false });
      await expect(stranger.get("key")).rejects.toThrow("Unauthorized");
      expect((await fetch(url, { method: "POST", body: '["PING"]' })).status).toBe(401);
    });

    it("one clear error for what is not the protocol", async () => {
      const post = (path: string, body: string) =>
        fetch(url + path, { method: "POST", body, headers: { authorization: "Bearer secret" } });
      expect((await post("/", "{oops")).status).toBe(400);
      expect((await post("/", "[]")).status).toBe(400);
      expect((await post("/pipeline", '{"a":1}')).status).toBe(400);
      expect((await post("/set/a/b", "")).status).toBe(404);
      expect((await post("/", `["SET","a","${"x".repeat(1024 * 1024)}"]`)).status).toBe(413);
      expect(await (await post("/", '["GET","a","b"]')).json()).toHaveProperty(
        isRedis ? "error" : "result",
      );
    });
  });
});
