import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "~/server/api/limits";
import { Style } from "~/server/platform/generators/schema";
import {
  APP_ORIGIN,
  type Person,
  startTestWeb,
  type TestWeb,
} from "../../../../../tests/support/web";

let web: TestWeb;
let ann: Person;
let clerkAheadMs = 0;
beforeAll(async () => {
  web = await startTestWeb({ clerkNow: () => Date.now() + clerkAheadMs });
  ann = await web.signUp();
});
afterAll(() => web.close());

describe("who asks", () => {
  test("is nobody without a token", async () => {
    expect(await web.call("query", "account.me", undefined)).toMatchObject({
      status: 401,
      code: "UNAUTHORIZED",
      message: "Sign in first.",
    });
  });

  test("is counted by address while nobody, and told so", async () => {
    const ask = (address: string) =>
      web.call("query", "account.me", undefined, { headers: { "x-forwarded-for": address } });
    const first = await ask("198.51.100.1");
    expect(first.status).toBe(401);
    expect(first.headers.get("x-ratelimit-limit")).toBe("60");
    expect(first.headers.get("x-ratelimit-remaining")).toBe("59");
    const limit = { ...LIMITS.anonymous, name: "anonymous" };
    await web.adapters.limiter.consume(limit, "address:198.51.100.1", 59);
    const refused = await ask("198.51.100.1");
    expect(refused).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
    expect(refused.message).toMatch(/^Without signing in you can make 60 requests a minute\./);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask("198.51.100.2")).status).toBe(401);
  });

  test("is known by a session token, and has a row from the first request on", async () => {
    const answer = await web.call("query", "account.me", undefined, { token: await ann.token() });
    expect(answer.data.viewer).toMatchObject({ id: ann.id, email: ann.email, tier: "free" });
    expect(await web.adapters.db.user.count({ where: { id: ann.id } })).toBe(1);
  });

  test("is known by a token of the t2m-api template", async () => {
    const { data } = await web.backend.sessions.getSessionList({ userId: ann.id });
    const token = await web.backend.sessions.getToken(data[0]?.id ?? "", "t2m-api");
    const answer = await web.call("query", "account.me", undefined, { token: token.jwt });
    expect(answer.data.viewer.id).toBe(ann.id);
  });

  test("is nobody with a token that was altered, or one that is none", async () => {
    const token = await ann.token();
    for (const forged of [`${token.slice(0, -4)}AAAA`, `${token.slice(1)}`, "x.y.z"]) {
      const { status } = await web.call("query", "account.me", undefined, { token: forged });
      expect(status).toBe(401);
    }
  });

  test("gets a new tier with the next token", async () => {
    const pia = await web.signUp();
    await web.call("query", "account.me", undefined, { token: await pia.token() });
    clerkAheadMs += 1_100; // tokens count in whole seconds
    await web.backend.users.updateUserMetadata(pia.id, {
      publicMetadata: { subscription_tier: "premium" },
    });
    clerkAheadMs += 1_100;
    const answer = await web.call("query", "account.me", undefined, { token: await pia.token() });
    expect(answer.data.viewer.tier).toBe("premium");
  });

  test("is refused with a sentence when suspended", async () => {
    const eve = await web.signUp();
    await web.call("query", "account.me", undefined, { token: await eve.token() });
    await web.adapters.db.user.update({ where: { id: eve.id }, data: { suspendedAt: new Date() } });
    const answer = await web.call("query", "videos.list", {}, { token: await eve.token() });
    expect(answer).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });
});

describe("a request with a cookie", () => {
  const wish = () => ({ prompt: "A red kite", idempotencyKey: randomUUID() });

  test.each([
    ["of another site", { origin: "https://evil.example" }, 403],
    ["of a name that contains ours", { origin: `${APP_ORIGIN}.evil.example` }, 403],
    ["of another port", { origin: "http://localhost:3001" }, 403],
    ["of a sibling, as Fetch Metadata says", { "sec-fetch-site": "same-site" }, 403],
    ["that does not say where it comes from", {}, 403],
    ["of an opaque origin", { origin: "null" }, 403],
    ["of our own pages", { origin: APP_ORIGIN, "sec-fetch-site": "same-origin" }, 401],
    ["of our own pages in an old browser", { origin: APP_ORIGIN }, 401],
  ])("%s", async (_title, headers, status) => {
    const answer = await web.call("mutation", "videos.generate", wish(), {
      headers: { cookie: "__session=x", ...headers },
    });
    expect(answer.status).toBe(status);
  });
});

describe("the wire", () => {
  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "refuses %s",
    async (type) => {
      const answer = await web.call(
        "mutation",
        "videos.generate",
        {},
        {
          token: await ann.token(),
          headers: { "content-type": type },
        },
      );
      expect(answer).toMatchObject({ status: 415, code: "UNSUPPORTED_MEDIA_TYPE" });
    },
  );

  test("refuses a body of more than 256 KiB", async () => {
    const answer = await web.call(
      "mutation",
      "videos.generate",
      {},
      {
        token: await ann.token(),
        body: `"${"x".repeat(256 * 1024)}"`,
      },
    );
    expect(answer).toMatchObject({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  });

  test("refuses a mutation by GET", async () => {
    const answer = await web.call("query", "videos.generate", {}, { token: await ann.token() });
    expect(answer.status).toBe(405);
  });

  test("refuses a batch of eleven", async () => {
    const names = Array.from({ length: 11 }, () => "account.me").join(",");
    const answer = await web.send("query", `${names}?batch=1`, {}, { token: await ann.token() });
    expect(answer.status).toBe(400);
  });

  test("is not polluted by a prototype in its input", async () => {
    const body = `{"json":{"__proto__":{"polluted":1},"prompt":"x"},"meta":{"values":{"__proto__.polluted":["Date"]}}}`;
    const { status } = await web.call(
      "mutation",
      "videos.generate",
      {},
      {
        token: await ann.token(),
        body,
      },
    );
    expect(status).toBe(400);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("tells where one stands with the limit", async () => {
    const { headers } = await web.call("query", "videos.models", undefined, {
      token: await ann.token(),
    });
    expect(headers.get("x-ratelimit-limit")).toBe("600");
    expect(Number(headers.get("x-ratelimit-remaining"))).toBeLessThan(600);
    expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000 - 1);
  });

  test.each([
    ["an empty prompt", { prompt: "  " }, "Write a prompt first."],
    ["no prompt", { prompt: undefined }, "Write a prompt first."],
    [
      "2,001 characters",
      { prompt: "x".repeat(2001) },
      "A prompt can have at most 2,000 characters.",
    ],
    [
      "a control character",
      { prompt: "a\u0000b" },
      "The prompt has invisible control characters in it. Remove them and try again.",
    ],
    ["an unknown model", { model: "sora" }, "There is no model called “sora”."],
    ["a model that is no word", { model: 7 }, "There is no such model."],
    ["an unknown style", { style: "baroque" }, `Choose a style: ${Style.options.join(", ")}.`],
    ["an unknown quality", { quality: "8k" }, "Choose a quality: 480p, 720p, 1080p."],
    ["an unknown shape", { aspectRatio: "4:3" }, "Choose an aspect ratio: 16:9, 9:16, 1:1."],
    ["a length that is none", { duration: 0 }, "A video can be 1 to 60 seconds long."],
    ["a length in words", { duration: "ten" }, "Choose a whole number of seconds."],
    ["half a seed", { seed: 0.5 }, "A seed is a whole number from 0 to 4,294,967,295."],
    ["a setting of elsewhere", { fps: 24 }, "There is no setting called “fps”."],
    ["no key", { idempotencyKey: undefined }, "Each click needs a key of its own, a UUID."],
  ])("answers 400 and one sentence to a video with %s", async (_title, input, sentence) => {
    const answer = await web.call(
      "mutation",
      "videos.generate",
      { prompt: "A kite", idempotencyKey: randomUUID(), ...input },
      { token: await ann.token() },
    );
    expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST", message: sentence });
  });

  test.each([
    ["query", "videos.get", { videoId: "1" }, "This id is not one of ours."],
    ["query", "jobs.get", {}, "This id is not one of ours."],
    ["query", "files.get", { fileId: 4 }, "This id is not one of ours."],
    ["query", "videos.list", { limit: 51 }, "A page can hold 1 to 50 things."],
    ["query", "jobs.list", { limit: 0 }, "A page can hold 1 to 50 things."],
    ["query", "jobs.list", { filter: "mine" }, "Choose which jobs: all, active, underWay, ended."],
    [
      "query",
      "files.list",
      { cursor: "x" },
      "This page cannot be found. Start from the first one.",
    ],
    [
      "query",
      "videos.list",
      { search: "\u0000" },
      "The search has invisible control characters in it.",
    ],
    [
      "mutation",
      "signedUrls.create",
      { fileId: randomUUID(), expiresIn: 0 },
      "A link can live 1 to 86,400 whole seconds.",
    ],
    ["query", "videos.list", 5, "The request could not be read."],
  ] as const)(
    "answers 400 and one sentence to a %s of %s with %j",
    async (kind, path, input, sentence) => {
      const answer = await web.call(kind, path, input, { token: await ann.token() });
      expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST", message: sentence });
    },
  );

  test.each([
    ["no JSON", "{oops"],
    ["half of it", `{"json":{"prompt":`],
    ["a prototype", `{"json":{"x":{}},"meta":{"values":{"__proto__.x":["Date"]}}}`],
    ["meta that lies", `{"json":{},"meta":{"values":{"prompt":["no-such-type"]}}}`],
    ["an empty body", ""],
  ])("answers one fixed sentence to %s, and nothing of the parser's", async (_title, body) => {
    const token = await ann.token();
    const answer = await web.call("mutation", "videos.generate", {}, { token, body });
    expect(answer).toMatchObject({
      status: 400,
      code: "BAD_REQUEST",
      message: "The request could not be read.",
    });
  });

  test("answers one sentence to a call that is not there", async () => {
    const answer = await web.call("query", "videos.nope", {}, { token: await ann.token() });
    expect(answer).toMatchObject({ status: 404, message: "The API has no such call." });
  });

  test("takes a prompt of emoji alone", async () => {
    const answer = await web.call(
      "mutation",
      "videos.generate",
      { prompt: "🐶🍕", idempotencyKey: randomUUID() },
      { token: await ann.token() },
    );
    expect(answer.status).toBe(200);
  });
});
