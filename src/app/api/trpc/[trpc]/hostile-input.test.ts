import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { appRouter } from "~/server/api/root";
import {
  APP_ORIGIN,
  type Person,
  startTestWeb,
  type TestWeb,
} from "../../../../../tests/support/web";

let web: TestWeb;
let ann: Person;
beforeAll(async () => {
  web = await startTestWeb();
  ann = await web.signUp();
});
afterAll(() => web.close());

describe("A batch", () => {
  test("costs as many tokens as it has calls, and the eleventh batch of ten is one too many", async () => {
    const names = Array.from({ length: 10 }, () => "jobs.cancel").join();
    const calls = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [at, { json: {} }]));
    const bea = await web.signUp();
    const token = await bea.token();
    const send = () =>
      web.send("mutation", `${names}?batch=1`, null, { token, body: JSON.stringify(calls) });
    for (let sent = 1; sent <= 10; sent += 1) {
      const { headers } = await send();
      expect(headers.get("x-ratelimit-remaining")).toBe(String(100 - sent * 10));
    }
    const refused = await send();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test.each(["?batch=1", ""])("of commas alone costs next to nothing (%j)", async (query) => {
    const token = await ann.token();
    const path = `${",".repeat(5_000)}${query}`;
    await web.send("query", path, {}, { token });
    const before = performance.now();
    const answer = await web.send("query", path, {}, { token });
    const body = await answer.text();
    expect(performance.now() - before).toBeLessThan(50);
    expect(answer.status).toBe(query ? 400 : 404);
    expect(body.length).toBeLessThan(20_000);
  });
});

describe("An input", () => {
  test("100,000 levels deep is unreadable, and cheap", async () => {
    const depth = 100_000;
    const token = await ann.token();
    const before = process.memoryUsage().rss;
    for (const body of [
      `{"json":${"[".repeat(depth)}${"]".repeat(depth)}}`,
      `{"json":${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}}`,
    ]) {
      const answer = await web.call("mutation", "videos.generate", null, { token, body });
      expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST" });
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  test("of 1 MiB is too large, whatever it says its length is", async () => {
    const body = `{"json":"${"x".repeat(1024 * 1024)}"}`;
    for (const headers of [{}, { "content-length": "10" }]) {
      const answer = await web.call("mutation", "videos.generate", null, {
        token: await ann.token(),
        headers,
        body,
      });
      expect(answer).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
    }
  });

  const KEY = "01990000-0000-4000-8000-000000000001";
  test.each([
    `{"json":{"prompt":"x","idempotencyKey":"${KEY}","__proto__":{"polluted":1},"polluted":1}}`,
    `{"json":{"prompt":"x","idempotencyKey":"${KEY}","constructor":{"prototype":{"polluted":1}}}}`,
    `{"json":{"prompt":"x"},"meta":{"values":{"__proto__.polluted":["Date"]}}}`,
    `{"json":{"prompt":"x"},"meta":{"values":{"constructor.prototype.polluted":["Date"]}}}`,
    `{"json":{"a":{}},"meta":{"referentialEqualities":{"a":["__proto__.polluted"]}}}`,
    `{"json":{"a":{}},"meta":{"values":{"a":[["custom","__proto__"]]}}}`,
  ])("cannot reach a prototype: %s", async (body) => {
    const token = await ann.token();
    const answer = await web.call("mutation", "videos.generate", null, { token, body });
    expect(answer.status).toBe(400);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

test("A Host that is not ours stands in no URL that is signed", async () => {
  const file = await web.adapters.db.file.create({
    data: {
      ownerId: ann.id,
      kind: "video",
      filename: "mine.mp4",
      contentType: "video/mp4",
      size: 10,
      sha256: "0".repeat(64),
      status: "READY",
      storageKey: crypto.randomUUID(),
    },
  });
  const response = await web.fetch(
    new Request("https://evil.example/api/trpc/signedUrls.create", {
      method: "POST",
      headers: {
        authorization: `Bearer ${await ann.token()}`,
        "content-type": "application/json",
        host: "evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "https",
        forwarded: "host=evil.example;proto=https",
      },
      body: JSON.stringify({ json: { fileId: file.id } }),
    }),
  );
  expect(response.status).toBe(200);
  const { url } = (await response.json()).result.data.json;
  expect(url.startsWith(`${APP_ORIGIN}/api/files/secure/${file.id}?`)).toBe(true);
  expect(url).not.toContain("evil");
});

describe("What breaks", () => {
  const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => ({
    path,
    type: (procedure as unknown as { _def: { type: string } })._def.type,
  }));

  test.each(procedures.filter(({ type }) => type !== "subscription"))(
    "in $path tells nothing of how we are built",
    async ({ path, type }) => {
      const token = await ann.token();
      const secret = 'select * from "User" at /home/t2m/node_modules/prisma/runtime.js:12:7';
      const logged = vi.spyOn(web.adapters.log, "error").mockImplementation(() => undefined);
      const consume = vi
        .spyOn(web.adapters.limiter, "consume")
        .mockRejectedValue(new Error(secret));
      const kind = type === "mutation" ? "mutation" : "query";
      const answer = await web.send(kind, path, {}, { token });
      const body = await answer.text();
      expect(answer.status).toBe(500);
      expect(body).not.toMatch(/node_modules|prisma|\bat \S+:\d+|\/home|select /i);
      expect(JSON.parse(body).error.json.data.requestId).toMatch(/^[\w-]{36}$/);
      expect(logged).toHaveBeenCalled();
      expect(consume).toHaveBeenCalled();
    },
  );
});
