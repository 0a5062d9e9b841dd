import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Person, startTestWeb, type TestWeb } from "./support/web";

let web: TestWeb;
let ann: Person;
let token: string;

beforeEach(async () => {
  web = await startTestWeb();
  ann = await web.signUp();
  token = await ann.token();
});
afterEach(() => web.close());

const wish = () => ({ prompt: "A kite", idempotencyKey: randomUUID() });

test("Without the limiter, reading goes on and generating waits; without the database everybody is told to come back", async () => {
  await web.call("query", "account.me", undefined, { token });
  await web.takeAway.limiter();
  const read = await web.call("query", "videos.list", {}, { token });
  expect(read.status).toBe(200);
  const generate = await web.call("mutation", "videos.generate", wish(), { token });
  expect(generate).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  expect(Number(generate.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await web.adapters.db.job.count()).toBe(0);

  expect((await web.health()).status).toBe(200);
  await web.takeAway.database();
  // Health is remembered for three seconds.
  web.adapters.now = () => new Date(Date.now() + 3_000);
  const listed = await web.call("query", "videos.list", {}, { token });
  expect(listed).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  expect(listed.message).toMatch(/Nothing is lost/);
  const health = await web.health();
  expect(health.status).toBe(503);
  expect(await health.json()).toEqual({ status: "unavailable" });
});

test("Clerk being away is no sign-out", async () => {
  await web.takeAway.clerk();
  const answer = await web.call("query", "account.me", undefined, { token });
  expect(answer).toMatchObject({ status: 503, code: "SERVICE_UNAVAILABLE" });
  expect(answer.message).toMatch(/still signed in/);
});
