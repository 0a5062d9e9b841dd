import { createHash } from "node:crypto";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import superjson from "superjson";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { AppRouter } from "~/server/api/root";
import { APP_ORIGIN, startTestWeb, type TestWeb } from "../../../../../tests/support/web";

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

/** tRPC's own client, as another app or our pages would build it. */
function createClient(headers: Record<string, string> = {}) {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${APP_ORIGIN}/api/trpc`,
        transformer: superjson,
        maxItems: 20,
        headers,
        fetch: (url, init) => web.fetch(new Request(url, init as RequestInit)),
      }),
    ],
  });
}

async function refusalsOf(calls: Promise<unknown>[]) {
  const results = await Promise.allSettled(calls);
  return results.map((result) => {
    const error = result.status === "rejected" ? result.reason : null;
    if (!(error instanceof TRPCClientError)) throw new Error("It was not refused.");
    return { message: error.message, ...error.data };
  });
}

const jobId = crypto.randomUUID();

test.each([
  {
    title: "a foreign origin",
    headers: { cookie: "__session=x", origin: "https://evil.example" },
    refusal: { code: "FORBIDDEN", httpStatus: 403, message: /own pages/ },
  },
  {
    title: "no JSON",
    headers: { "content-type": "text/plain" },
    refusal: { code: "UNSUPPORTED_MEDIA_TYPE", httpStatus: 415, message: /JSON only/ },
  },
])("The client of tRPC shows the sentence about $title, to each call", async (row) => {
  const client = createClient(row.headers);
  const refusals = await refusalsOf([
    client.jobs.cancel.mutate({ jobId }),
    client.jobs.cancel.mutate({ jobId }),
  ]);
  expect(refusals).toHaveLength(2);
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      ...row.refusal,
      message: expect.stringMatching(row.refusal.message),
      requestId: expect.any(String),
    });
  }
});

test("The client of tRPC shows the sentence about a body that is too large", async () => {
  const prompt = "x".repeat(256 * 1024);
  const call = createClient().videos.generate.mutate({ prompt, idempotencyKey: jobId });
  expect(await refusalsOf([call])).toMatchObject([
    {
      code: "PAYLOAD_TOO_LARGE",
      httpStatus: 413,
      message: "A request can carry at most 256 KiB.",
      requestId: expect.any(String),
    },
  ]);
});

test("Eleven calls in one batch are refused together, ten are answered one by one", async () => {
  const client = createClient();
  const ask = (count: number) =>
    refusalsOf(Array.from({ length: count }, () => client.account.me.query()));
  for (const refusal of await ask(11)) {
    expect(refusal).toMatchObject({
      code: "BAD_REQUEST",
      httpStatus: 400,
      message: "A batch can hold at most 10 calls.",
      requestId: expect.any(String),
    });
  }
  expect((await ask(10)).map(({ code }) => code)).toEqual(Array(10).fill("UNAUTHORIZED"));
});

test("A commas-in-disguise batch is as long as it is", async () => {
  const names = Array.from({ length: 11 }, () => "account.me").join("%2C");
  const response = await web.send("query", `${names}?batch=1`, {});
  expect(await response.json()).toMatchObject({
    error: { json: { message: "A batch can hold at most 10 calls." } },
  });
});

test("What breaks before tRPC is masked and logged, in tRPC's shape", async () => {
  const logged = vi.spyOn(web.adapters.log, "error");
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error("socket hang up at /srv/secret")),
  });
  const response = await web.fetch(
    new Request(`${APP_ORIGIN}/api/trpc/jobs.cancel`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    } as RequestInit),
  );
  expect(response.status).toBe(500);
  const answer = await response.json();
  expect(answer.error.json.message).toMatch(/^Something broke on our side/);
  expect(JSON.stringify(answer)).not.toContain("secret");
  expect(logged).toHaveBeenCalledWith(
    expect.objectContaining({ requestId: answer.error.json.data.requestId }),
    "request failed",
  );
});

test("No answer may be kept by a cache or taken for something else", async () => {
  const ann = await web.signUp();
  const token = await ann.token();
  const stream = await web.send(
    "query",
    "jobs.watch",
    { jobId },
    { token, headers: { accept: "text/event-stream" } },
  );
  const answers = [
    await web.send("query", "account.me", undefined, { token }),
    await web.send("query", "account.me", undefined),
    await web.send("mutation", "jobs.cancel", {}, { headers: { "content-type": "text/plain" } }),
    stream,
    await web.health(),
  ];
  for (const { headers } of answers) {
    expect(headers.get("cache-control")).toMatch(/^private, no-store/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
  expect(stream.headers.get("cache-control")).toContain("no-transform");
  await stream.body?.cancel();
});

test("A code that tRPC lacks reaches the client as ours, with its status", async () => {
  const token = "a-link-that-has-ended";
  const owner = await web.signUp();
  const call = await web.call("query", "account.me", undefined, { token: await owner.token() });
  const { db } = web.adapters;
  const ownerId: string = call.data.viewer.id;
  const film = await db.file.create({
    data: {
      ownerId,
      kind: "video",
      filename: "boat.mp4",
      contentType: "video/mp4",
      size: 1,
      status: "READY",
      storageKey: crypto.randomUUID(),
    },
  });
  const video = await db.video.create({
    data: { ownerId, prompt: "A boat", recipe: {}, fileId: film.id },
  });
  await db.share.create({
    data: {
      ownerId,
      videoId: video.id,
      tokenHash: createHash("sha256").update(token).digest("hex"),
      expiresAt: new Date(0),
    },
  });
  const [refused] = await refusalsOf([createClient().shares.open.mutate({ token })]);
  expect(refused).toMatchObject({ code: "GONE", httpStatus: 410 });
  const answer = await web.call("mutation", "shares.open", { token });
  expect(answer.status).toBe(410);
});
