import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestWeb, type TestWeb } from "../../../../../tests/support/web";

let web: TestWeb;
let ann: Person;
beforeAll(async () => {
  web = await startTestWeb();
  ann = await web.signUp();
});
afterAll(() => web.close());

/** The whole stream, which ends by itself when it fails. */
async function watch(person: Person, input: unknown) {
  const response = await web.send("query", "jobs.watch", input, {
    token: await person.token(),
    headers: { accept: "text/event-stream" },
  });
  const text = await response.text();
  const failure = /event: serialized-error\ndata: (.*)\n/.exec(text)?.[1];
  return JSON.parse(failure ?? "null")?.json;
}

test("A job that is nobody's, or a stranger's, is NOT_FOUND on the stream too", async () => {
  const bob = await web.signUp();
  const wish = { prompt: "A secret garden", idempotencyKey: randomUUID() };
  const his = await web.call("mutation", "videos.generate", wish, { token: await bob.token() });
  for (const jobId of [his.data.jobId, randomUUID()]) {
    expect(await watch(ann, { jobId })).toMatchObject({
      message: "There is no such job.",
      data: { code: "NOT_FOUND", httpStatus: 404, requestId: expect.any(String) },
    });
  }
});

test("One stream too many is TOO_MANY_REQUESTS with the seconds to wait", async () => {
  await web.call("query", "account.me", undefined, { token: await ann.token() });
  const { MAX_STREAMS_PER_VIEWER, openStream } = await import("~/server/jobs/streams");
  const closers = Array.from({ length: MAX_STREAMS_PER_VIEWER }, () => openStream(ann.id));
  expect(await watch(ann, {})).toMatchObject({
    data: { code: "TOO_MANY_REQUESTS", httpStatus: 429, retryAfterSeconds: 10 },
  });
  for (const close of closers) close();
});
