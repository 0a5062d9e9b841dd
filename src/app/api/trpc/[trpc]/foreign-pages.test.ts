import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  APP_ORIGIN,
  type Person,
  startTestWeb,
  type TestWeb,
} from "../../../../../tests/support/web";

const OTHER_APP = "https://app.example";

let web: TestWeb;
let ann: Person;
beforeAll(async () => {
  web = await startTestWeb({ apiOrigins: [OTHER_APP, "https://second.example:8443"] });
  ann = await web.signUp();
});
afterAll(() => web.close());

const STRANGERS = [
  "https://evil.example",
  "null",
  "",
  `${APP_ORIGIN}.evil.example`,
  `${APP_ORIGIN}@evil.example`,
  APP_ORIGIN.replace("http:", "https:"),
  APP_ORIGIN.replace("3000", "3001"),
  APP_ORIGIN.toUpperCase(),
  `${APP_ORIGIN}/`,
  `${OTHER_APP}.evil.example`,
  OTHER_APP.replace("https:", "http:"),
  "https://sub.app.example",
];
const TYPES = [
  "application/json",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
];
const forms = (origins: string[]) => origins.flatMap((it) => TYPES.map((type) => [it, type]));

function post(headers: Record<string, string>) {
  const wish = { prompt: "A kite", idempotencyKey: randomUUID() };
  return web.call("mutation", "videos.generate", wish, { headers });
}

describe("With a cookie", () => {
  const cookie = "__client_uat=1; __session=x.y.z";

  test.each([...forms(STRANGERS), ...forms([OTHER_APP])])(
    "a page of %j cannot change anything with %s",
    async (origin = "", type = "") => {
      const answer = await post({ cookie, origin, "content-type": type });
      expect(answer).toMatchObject({ status: 403, code: "FORBIDDEN" });
    },
  );

  test.each(forms([APP_ORIGIN]))(
    "a page of ours at %s sends JSON or nothing: %s",
    async (...it) => {
      const [origin = "", type = ""] = it;
      const { status } = await post({ cookie, origin, "content-type": type });
      expect(status).toBe(type === "application/json" ? 401 : 415);
    },
  );

  test.each([
    [{ origin: OTHER_APP }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-origin" }, 401],
    [{ "sec-fetch-site": "none" }, 401],
    [{}, 401],
  ])("reading with %j answers %i", async (headers, status) => {
    const answer = await web.call("query", "account.me", undefined, {
      headers: { cookie, ...headers },
    });
    expect(answer.status).toBe(status);
  });
});

test.each(forms(STRANGERS))(
  "Without a cookie a page of %j gets in by nothing but a token, and no type but JSON: %s",
  async (origin = "", type = "") => {
    const { status, headers } = await post({ origin, "content-type": type });
    expect(status).toBe(type === "application/json" ? 401 : 415);
    expect(headers.has("access-control-allow-origin")).toBe(false);
  },
);

describe("Another app's page", () => {
  const preflight = (origin: string) =>
    web.fetch(
      new Request(`${APP_ORIGIN}/api/trpc/videos.generate`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": "authorization,content-type",
        },
      }),
    );

  test.each([OTHER_APP, "https://second.example:8443"])(
    "may ask, once %s is configured, without cookies",
    async (origin) => {
      const { status, headers } = await preflight(origin);
      expect(status).toBe(204);
      expect(headers.get("access-control-allow-origin")).toBe(origin);
      expect(headers.get("access-control-allow-methods")).toBe("GET, POST");
      expect(headers.get("access-control-allow-headers")).toContain("authorization, content-type");
      expect(headers.has("access-control-allow-credentials")).toBe(false);
      expect(headers.get("vary")).toMatch(/\bOrigin\b/);
    },
  );

  test.each(STRANGERS)("of %j is told no before it asks", async (origin) => {
    const { status, headers } = await preflight(origin);
    expect(status).toBe(403);
    expect(headers.has("access-control-allow-origin")).toBe(false);
    expect(headers.get("vary")).toMatch(/\bOrigin\b/);
  });

  test("reads its answer, its limit and its refusals", async () => {
    const ask = (token?: string) =>
      web.call("query", "account.me", undefined, { token, headers: { origin: OTHER_APP } });
    for (const { headers } of [await ask(await ann.token()), await ask()]) {
      expect(headers.get("access-control-allow-origin")).toBe(OTHER_APP);
      expect(headers.get("access-control-expose-headers")).toContain("x-ratelimit-remaining");
      expect(headers.get("access-control-expose-headers")).toContain("retry-after");
      expect(headers.has("access-control-allow-credentials")).toBe(false);
      expect(headers.get("vary")).toMatch(/\bOrigin\b/);
      expect(headers.has("x-ratelimit-remaining")).toBe(true);
    }
  });

  test("of nowhere configured reads nothing, though the token holds", async () => {
    const { status, headers } = await web.call("query", "account.me", undefined, {
      token: await ann.token(),
      headers: { origin: "https://evil.example" },
    });
    expect(status).toBe(200);
    expect(headers.has("access-control-allow-origin")).toBe(false);
  });
});
