import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
    ["2,001 characters", { prompt: "x".repeat(2001) }, /at most 2,000 characters/],
    ["a control character", { prompt: "a\u0000b" }, /control characters/],
    ["an unknown model", { prompt: "A kite", model: "sora" }, /no model called “sora”/],
    ["an unknown style", { prompt: "A kite", style: "baroque" }, /./],
    ["an unknown quality", { prompt: "A kite", quality: "8k" }, /./],
    ["a length that is none", { prompt: "A kite", duration: 0 }, /./],
  ])("answers 400 and one sentence to %s", async (_title, input, sentence) => {
    const answer = await web.call(
      "mutation",
      "videos.generate",
      { idempotencyKey: randomUUID(), ...input },
      { token: await ann.token() },
    );
    expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST" });
    expect(answer.message).toMatch(sentence);
    expect(answer.message).not.toMatch(/prisma|node_modules|at .*:\d+/i);
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
