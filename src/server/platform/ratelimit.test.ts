import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis } from "@upstash/redis";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startUpstash } from "../../../local/upstash/server";
import { createLimiter, type Limit } from "./ratelimit";

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 10, 24, 12, 0, 0);
const generate: Limit = { name: "generate", tokens: 4, windowSeconds: 3600, whenDown: "refuse" };
const read: Limit = { name: "read", tokens: 600, windowSeconds: 60, whenDown: "local-bucket" };

const now = () => new Date();
const stops: (() => Promise<unknown>)[] = [];
const warnings: { fields: object; message: string }[] = [];
const log = { warn: (fields: object, message: string) => warnings.push({ fields, message }) };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  warnings.length = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  for (const stop of stops.splice(0)) await stop();
});

async function openLimiter() {
  const upstash = await startUpstash({ port: 0, token: "secret" });
  stops.push(upstash.stop);
  const limiter = createLimiter({ url: upstash.url, token: "secret", now, log });
  return { limiter, upstash, redis: new Redis({ url: upstash.url, token: "secret" }) };
}

/** A backend that is not well, counting who came. */
async function openBrokenLimiter(answer: RequestListener) {
  let calls = 0;
  const server = createServer((request, response) => {
    calls++;
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { limiter: createLimiter({ url, token: "secret", now, log }), getCalls: () => calls };
}

async function measure<Value>(work: () => Promise<Value>): Promise<[number, Value]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

describe("a healthy backend", () => {
  it("lets as many through as the limit says and then refuses", async () => {
    const { limiter } = await openLimiter();
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await limiter.consume(generate, "ada"));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true, false]);
    expect(answers.map((answer) => answer.remaining)).toEqual([3, 2, 1, 0, 0]);
    expect(answers[0]).toMatchObject({
      limit: 4,
      resetAt: (START + HOUR_MS) / 1000,
      degraded: false,
    });
    expect((await limiter.consume(generate, "grace")).ok).toBe(true);
  });

  it("counts exactly when many ask at once, also across two processes' limiters", async () => {
    const { limiter, upstash } = await openLimiter();
    const other = createLimiter({ url: upstash.url, token: "secret", now });
    const limit = { ...generate, tokens: 20 };
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => (i % 2 ? limiter : other).consume(limit, "crowd")),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(20);
  });

  it("takes several places for one call", async () => {
    const { limiter } = await openLimiter();
    expect(await limiter.consume(generate, "ada", 3)).toMatchObject({ ok: true, remaining: 1 });
  });

  it("says to the second when the next call passes, long before the window ends", async () => {
    const { limiter } = await openLimiter();
    vi.setSystemTime(START + 0.9 * HOUR_MS);
    for (let i = 0; i < 4; i++) await limiter.consume(generate, "ada");
    vi.setSystemTime(START + 1.1 * HOUR_MS);
    expect((await limiter.consume(generate, "ada")).ok).toBe(true);
    const refused = await limiter.consume(generate, "ada");
    // 4 calls of the last hour weigh floor(0.75 × 4) = 3 from a quarter of this hour on; 1 more makes 4.
    expect(refused).toMatchObject({ ok: false, resetAt: START / 1000 + 1.25 * 3600 + 1 });
    vi.setSystemTime(START + 1.25 * HOUR_MS - 1_000);
    expect((await limiter.consume(generate, "ada")).ok).toBe(false);
    vi.setSystemTime(refused.resetAt * 1000);
    expect((await limiter.consume(generate, "ada")).ok).toBe(true);
  });

  it("keeps a flood of refused calls away from Redis", async () => {
    const { limiter, redis, upstash } = await openLimiter();
    for (let i = 0; i < 5; i++) await limiter.consume(generate, "flood");
    await redis.flushdb();
    await upstash.stop();
    const [elapsedMs, answers] = await measure(() =>
      Promise.all(Array.from({ length: 1000 }, () => limiter.consume(generate, "flood"))),
    );
    expect(answers.every((answer) => !answer.ok && !answer.degraded)).toBe(true);
    expect(elapsedMs).toBeLessThan(250);
    stops.length = 0;
  });
});

const broken: [string, RequestListener][] = [
  ["hangs", () => {}],
  ["answers 500", (_request, response) => response.writeHead(500).end('{"error":"boom"}')],
  ["answers what is not JSON", (_request, response) => response.end("<html>")],
  ["hangs up", (request) => request.socket.destroy()],
];

describe.each(broken)("a backend that %s", (_name, listener) => {
  it("costs at most 250 ms once and then nothing for ten seconds", async () => {
    const { limiter, getCalls } = await openBrokenLimiter(listener);
    const [firstMs, first] = await measure(() => limiter.consume(read, "ada"));
    expect(first).toMatchObject({ ok: true, degraded: true });
    // The pause between steps may be late by the machine's load, not by the backend.
    expect(firstMs).toBeLessThan(500);
    const callsOfFirst = getCalls();
    vi.setSystemTime(START + 9_999);
    const [laterMs] = await measure(async () => {
      for (let i = 0; i < 20; i++) await limiter.consume(read, "ada");
    });
    expect(laterMs).toBeLessThan(100);
    expect(getCalls()).toBe(callsOfFirst);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toBe("rate limit backend is down");
    expect(JSON.stringify(warnings)).not.toContain("ada");
  });

  it("stops what costs money with 503 and says when to try again", async () => {
    const { limiter } = await openBrokenLimiter(listener);
    const refusal = { code: "SERVICE_UNAVAILABLE", status: 503, retryAfterSeconds: 10 };
    await expect(limiter.consume(generate, "ada")).rejects.toMatchObject(refusal);
    vi.setSystemTime(START + 7_500);
    await expect(limiter.consume(generate, "ada")).rejects.toMatchObject({ retryAfterSeconds: 3 });
  });
});

describe("a backend that is away", () => {
  it("is found out at once when it refuses connections", async () => {
    const limiter = createLimiter({ url: "http://127.0.0.1:9", token: "secret", now });
    const [elapsedMs, answer] = await measure(() => limiter.consume(read, "ada"));
    expect(answer).toMatchObject({ ok: true, degraded: true });
    expect(elapsedMs).toBeLessThan(250);
  });

  it("lets a page load and stops a flood, each key by itself", async () => {
    const { limiter } = await openBrokenLimiter((request) => request.socket.destroy());
    const answers = [];
    for (let i = 0; i < 61; i++) answers.push(await limiter.consume(read, "flood"));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(60);
    expect(answers.at(-1)).toEqual({
      ok: false,
      limit: 60,
      remaining: 0,
      resetAt: START / 1000 + 1,
      degraded: true,
    });
    expect((await limiter.consume(read, "grace")).ok).toBe(true);
    vi.setSystemTime(START + 1_000);
    expect((await limiter.consume(read, "flood")).ok).toBe(true);
  });

  it("holds up one caller only when the pause is over and it still hangs", async () => {
    const { limiter } = await openBrokenLimiter(() => {});
    await limiter.consume(read, "ada");
    vi.setSystemTime(START + 10_000);
    const waits = await Promise.all(
      Array.from(
        { length: 50 },
        async () => (await measure(() => limiter.consume(read, "ada")))[0],
      ),
    );
    expect(waits.filter((elapsedMs) => elapsedMs > 200)).toHaveLength(1);
  });

  it("is left alone until the pause is over, and used again once it answers", async () => {
    let isDown = true;
    const real = await startUpstash({ port: 0, token: "secret" });
    stops.push(real.stop);
    const { limiter, getCalls } = await openBrokenLimiter(async (request, response) => {
      if (isDown) return void response.writeHead(500).end('{"error":"boom"}');
      const body = await new Response(request as unknown as BodyInit).text();
      const headers = { authorization: "Bearer secret", "upstash-encoding": "base64" };
      const answer = await fetch(real.url + request.url, { method: "POST", body, headers });
      response.writeHead(answer.status).end(await answer.text());
    });
    await limiter.consume(read, "ada");
    vi.setSystemTime(START + 10_000);
    await limiter.consume(read, "ada");
    const callsWhileDown = getCalls();
    isDown = false;
    await expect(limiter.consume(generate, "ada")).rejects.toMatchObject({ status: 503 });
    vi.setSystemTime(START + 20_000);
    expect(await limiter.consume(generate, "ada")).toMatchObject({ ok: true, degraded: false });
    expect(await limiter.consume(read, "ada")).toMatchObject({ limit: 600, degraded: false });
    expect(getCalls()).toBeGreaterThan(callsWhileDown);
    expect(warnings).toHaveLength(1);
  });

  it("is not blamed for an answer that this process was too busy to read", async () => {
    const { limiter } = await openLimiter();
    const answer = limiter.consume(generate, "ada");
    const busyUntil = performance.now() + 400;
    setTimeout(() => {
      while (performance.now() < busyUntil);
    }, 1);
    expect(await answer).toMatchObject({ ok: true, degraded: false });
  });
});
