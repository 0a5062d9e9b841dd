import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { truncate } from "node:fs/promises";
import { type IncomingMessage, request as startRequest } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDelivery, type Delivery } from "../../../tests/support/delivery";
import { createRandom } from "../../../tests/support/random";
import { serveAsNext } from "../../../tests/support/serve-as-next";
import { respondWithFile } from "./service";
import { mintMediaUrl } from "./signed-url";

const BYTES = randomBytes(3 * 1024 * 1024 + 12_345);
const MiB = 1024 * 1024;

let delivery: Delivery;
let server: Awaited<ReturnType<typeof serveAsNext>>;
let ownerId: string;
let bytesRead = 0;

beforeAll(async () => {
  delivery = await createDelivery();
  const { storage } = delivery.ctx;
  const counting = {
    ...storage,
    async openRange(...range: Parameters<typeof storage.openRange>) {
      const source = await storage.openRange(...range);
      const push = source.push.bind(source);
      source.push = (chunk: Buffer | null, encoding) => {
        bytesRead += chunk?.length ?? 0;
        return push(chunk, encoding);
      };
      return source;
    },
  };
  server = await serveAsNext((request) => {
    const fileId = new URL(request.url).pathname.split("/").at(-1) ?? "";
    return respondWithFile({ ...delivery.ctx, storage: counting }, request, fileId);
  });
  ownerId = (await delivery.signUp()).viewer.id;
});
afterAll(async () => {
  await server.close();
  await delivery.close();
});

async function addAndSign(bytes = BYTES) {
  const file = await delivery.addFile(ownerId, bytes);
  const { pathname, search } = new URL(mintMediaUrl(delivery.ctx, file).url);
  return { file, path: `${pathname}${search}` };
}

function get(path: string, init?: RequestInit) {
  return fetch(`http://127.0.0.1:${server.port}${path}`, init);
}

async function open(path: string): Promise<IncomingMessage> {
  const started = startRequest({ port: server.port, host: "127.0.0.1", path });
  started.on("error", () => undefined);
  started.end();
  const [response] = await once(started, "response");
  return response;
}

/** Once every request is done with, nothing may stay open. */
async function untilNoneOpen() {
  const giveUpAt = performance.now() + 2000;
  const isBusy = async () => server.countPending() > 0 || (await delivery.countOpen()) > 0;
  while ((await isBusy()) && performance.now() < giveUpAt) await wait(10);
  expect(server.countPending()).toBe(0);
  expect(await delivery.countOpen()).toBe(0);
}

test("the whole file arrives, byte for byte", async () => {
  const { file, path } = await addAndSign();
  const response = await get(path);
  const body = Buffer.from(await response.arrayBuffer());
  expect(response.status).toBe(200);
  expect(createHash("sha256").update(body).digest("hex")).toBe(file.sha256);
  await untilNoneOpen();
});

test("ranges arrive as a buffer of the file has them", async () => {
  const { path } = await addAndSign();
  const random = createRandom(17);
  for (let round = 0; round < 60; round += 1) {
    const start = random.integer(0, BYTES.length - 1);
    const end = start + random.integer(0, random.pick([0, 100, 2 * MiB]));
    const range = random.pick([`bytes=${start}-${end}`, `bytes=${start}-`, `bytes=-${start + 1}`]);
    const expected = range.startsWith("bytes=-")
      ? BYTES.subarray(BYTES.length - start - 1)
      : BYTES.subarray(start, range.endsWith("-") ? undefined : end + 1);
    const response = await get(path, { headers: { range } });
    expect(response.status, range).toBe(206);
    const first = BYTES.length - expected.length;
    const at = range.startsWith("bytes=-") ? first : start;
    expect(response.headers.get("content-range")).toBe(
      `bytes ${at}-${at + expected.length - 1}/${BYTES.length}`,
    );
    expect(Buffer.from(await response.arrayBuffer()).equals(expected), range).toBe(true);
  }
  await untilNoneOpen();
});

test("several ranges arrive as parts of one body", async () => {
  const { path } = await addAndSign();
  const response = await get(path, { headers: { range: "bytes=1000000-1999999,5-9,-100" } });
  expect(response.status).toBe(206);
  const boundary = response.headers.get("content-type")?.split("boundary=")[1];
  const size = BYTES.length;
  const parts = [[1_000_000, 1_999_999] as const, [5, 9] as const, [size - 100, size - 1] as const];
  const expected = parts.flatMap(([start, end], at) => [
    `${at ? "\r\n" : ""}--${boundary}\r\nContent-Type: video/mp4\r\nContent-Range: bytes ${start}-${end}/${size}\r\n\r\n`,
    BYTES.subarray(start, end + 1),
  ]);
  const whole = Buffer.concat(
    [...expected, `\r\n--${boundary}--\r\n`].map((it) => Buffer.from(it)),
  );
  expect(Buffer.from(await response.arrayBuffer()).equals(whole)).toBe(true);
  await untilNoneOpen();
});

test("a transfer under way of a deleted file is cut within seconds", async () => {
  const { file, path } = await addAndSign(Buffer.alloc(64 * MiB, 7));
  const response = await open(path);
  response.pause();
  await delivery.ctx.db.file.delete({ where: { id: file.id } });
  // Next's own pipe waits for the reader before it looks at its source.
  await wait(4_500);
  response.resume();
  await expect(once(response, "end")).rejects.toMatchObject({ code: "ECONNRESET" });
  await untilNoneOpen();
});

test("a file that is cut into parts is whole again when they are joined", async () => {
  const { path } = await addAndSign();
  const parts: Buffer[] = [];
  for (let start = 0; start < BYTES.length; start += 700_001) {
    const range = `bytes=${start}-${start + 700_000}`;
    parts.push(Buffer.from(await (await get(path, { headers: { range } })).arrayBuffer()));
  }
  expect(Buffer.concat(parts).equals(BYTES)).toBe(true);
});

test("HEAD opens no file", async () => {
  const { path } = await addAndSign();
  const before = bytesRead;
  const response = await get(path, { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(response.headers.get("accept-ranges")).toBe("bytes");
  expect(await response.text()).toBe("");
  expect(bytesRead).toBe(before);
});

test("304 has no body; a refusal is small JSON with a sentence", async () => {
  const { file, path } = await addAndSign();
  const known = await get(path, { headers: { "if-none-match": `"${file.sha256}"` } });
  expect([known.status, await known.text()]).toEqual([304, ""]);
  const refused = await get(`${path}&a=1`);
  expect(refused.status).toBe(400);
  expect(refused.headers.get("content-type")).toBe("application/json");
  expect(await refused.json()).toEqual({
    error: {
      code: "BAD_REQUEST",
      message: "This link is not complete. Copy the whole link, or open the file in T2M again.",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  });
});

test("a slow reader holds one open file and a few reads, not the file", async () => {
  const { path } = await addAndSign(Buffer.alloc(64 * MiB, 7));
  const before = bytesRead;
  const response = await open(path);
  response.pause();
  await wait(300);
  // What the kernel's socket buffers swallow (both ends, some MiB) comes on top of two reads.
  expect(bytesRead - before).toBeLessThan(24 * MiB);
  expect(bytesRead).toBeGreaterThan(before);
  const paused = bytesRead;
  await wait(200);
  expect(bytesRead).toBe(paused);
  expect(await delivery.countOpen()).toBe(1);
  response.destroy();
  await untilNoneOpen();
});

test("readers that go away at any moment leave no file open", async () => {
  const { path } = await addAndSign(Buffer.alloc(8 * MiB, 7));
  const random = createRandom(23);
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      const socket = connect(server.port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await wait(random.integer(0, 60));
      socket.destroy();
    }),
  );
  await wait(50);
  await untilNoneOpen();
});

test("an object that is shorter than promised breaks the connection", async () => {
  const { file, path } = await addAndSign();
  await truncate(join(delivery.root, file.storageKey), 2 * MiB);
  const response = await open(path);
  expect(response.statusCode).toBe(200);
  response.resume();
  await expect(once(response, "end")).rejects.toMatchObject({ code: "ECONNRESET" });
  await untilNoneOpen();
});

test("an object that is not there is 500 in our words, and another request goes on", async () => {
  const { file, path } = await addAndSign();
  await delivery.ctx.storage.delete(file.storageKey);
  const response = await get(path);
  expect(response.status).toBe(500);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ error: { code: "INTERNAL_SERVER_ERROR" } });
  expect(text).not.toMatch(/ENOENT|storage|\/tmp/);
  expect((await get((await addAndSign()).path, { method: "HEAD" })).status).toBe(200);
});

test("a database that is away is 503 with a time to come back", async () => {
  const { path } = await addAndSign();
  const fileLookup = {
    ...delivery.ctx.fileLookup,
    find: () => Promise.reject(Object.assign(new Error("gone"), { code: "ECONNREFUSED" })),
  };
  const request = new Request(`http://localhost${path}`);
  const fileId = path.match(/[0-9a-f-]{36}/)?.[0] ?? "";
  const response = await respondWithFile({ ...delivery.ctx, fileLookup }, request, fileId);
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
});

test("neither Host nor X-Forwarded-Host changes an answer or a URL", async () => {
  const { path } = await addAndSign();
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" };
  const request = new Request(`http://evil.example${path}`, { method: "HEAD", headers });
  const fileId = path.match(/[0-9a-f-]{36}/)?.[0] ?? "";
  const response = await respondWithFile(delivery.ctx, request, fileId);
  expect(response.status).toBe(200);
  expect(JSON.stringify([...response.headers])).not.toContain("evil");
  const file = await delivery.addFile(ownerId, BYTES);
  expect(mintMediaUrl(delivery.ctx, file).url).toMatch(/^https:\/\/t2m\.example\/api\//);
});
