import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile, truncate } from "node:fs/promises";
import { Agent, type IncomingMessage, type RequestOptions, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { buffer, text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { revokeSignedUrls } from "~/server/delivery/service";
import { mintMediaUrl } from "~/server/delivery/signed-url";
import { createDelivery, type Delivery } from "../../tests/support/delivery";
import { createRandom } from "../../tests/support/random";
import { createFront, type Front } from "./front";

const MiB = 1024 * 1024;
const BYTES = randomBytes(3 * MiB + 12_345);
const LARGE = Buffer.alloc(32 * MiB, 7);

let delivery: Delivery;
let owner: Awaited<ReturnType<Delivery["signUp"]>>;
let front: Front;
let port: number;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  delivery = await createDelivery();
  owner = await delivery.signUp();
  [front, port] = await startFront();
});
afterAll(async () => {
  agent.destroy();
  await front.drain();
  await delivery.close();
});

async function startFront(trustedProxies = 0): Promise<[Front, number]> {
  const started = createFront({ ...delivery.ctx, trustedProxies });
  started.handOver(async (req, res) => {
    res.setHeader("content-type", "application/json");
    res.end(JSON.stringify({ url: req.url, headers: req.headers }));
  });
  return [started, await started.listen(0)];
}

async function addAndSign(bytes = BYTES) {
  const file = await delivery.addFile(owner.viewer.id, bytes);
  const { pathname, search } = new URL(mintMediaUrl(delivery.ctx, file).url);
  return { file, path: `${pathname}${search}` };
}

async function open(path: string, options: RequestOptions = {}): Promise<IncomingMessage> {
  const started = request({ port, host: "127.0.0.1", path, agent, ...options });
  started.on("error", () => undefined);
  started.end();
  const [response] = await once(started, "response");
  return response;
}

async function get(path: string, options?: RequestOptions) {
  const response = await open(path, options);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return {
    status: response.statusCode,
    headers: response.headers,
    body: Buffer.concat(chunks),
  };
}

function countConnections(): Promise<number> {
  return promisify(front.server.getConnections.bind(front.server))();
}

async function untilNoneOpen() {
  const giveUpAt = performance.now() + 2000;
  while ((await delivery.countOpen()) > 0 && performance.now() < giveUpAt) await wait(10);
  expect(await delivery.countOpen()).toBe(0);
}

test("the whole file arrives with its length, byte for byte", async () => {
  const { file, path } = await addAndSign();
  const { status, headers, body } = await get(path);
  expect(status).toBe(200);
  expect(headers["content-length"]).toBe(String(BYTES.length));
  expect(headers["transfer-encoding"]).toBeUndefined();
  expect(createHash("sha256").update(body).digest("hex")).toBe(file.sha256);
  await untilNoneOpen();
});

test("HEAD tells the length and sends nothing", async () => {
  const { file, path } = await addAndSign();
  const { status, headers, body } = await get(path, { method: "HEAD" });
  expect(status).toBe(200);
  expect(headers["content-length"]).toBe(String(BYTES.length));
  expect(headers.etag).toBe(`"${file.sha256}"`);
  expect(body.length).toBe(0);
});

test("ranges arrive as a buffer of the file has them, also over one connection", async () => {
  const { path } = await addAndSign();
  const random = createRandom(17);
  for (let round = 0; round < 60; round += 1) {
    const start = random.integer(0, BYTES.length - 1);
    const end = start + random.integer(0, random.pick([0, 100, 128 * 1024, 2 * MiB]));
    const { status, headers, body } = await get(path, {
      headers: { range: `bytes=${start}-${end}` },
    });
    const expected = BYTES.subarray(start, end + 1);
    expect(status).toBe(206);
    expect(headers["content-length"]).toBe(String(expected.length));
    expect(headers["content-range"]).toBe(
      `bytes ${start}-${start + expected.length - 1}/${BYTES.length}`,
    );
    expect(body.equals(expected), `${start}-${end}`).toBe(true);
  }
  await untilNoneOpen();
});

test("several ranges arrive as parts of one body whose length was told", async () => {
  const { path } = await addAndSign();
  const wanted = [
    { start: 2_000_000, end: 2_700_000 },
    { start: 0, end: 9 },
    { start: BYTES.length - 70_000, end: BYTES.length - 1 },
  ];
  const range = `bytes=${wanted.map(({ start, end }) => `${start}-${end}`).join(",")}`;
  const { status, headers, body } = await get(path, { headers: { range } });
  const boundary = headers["content-type"]?.split("boundary=")[1];
  const parts = wanted.flatMap(({ start, end }, at) => [
    `${at ? "\r\n" : ""}--${boundary}\r\nContent-Type: video/mp4\r\n`,
    `Content-Range: bytes ${start}-${end}/${BYTES.length}\r\n\r\n`,
    BYTES.subarray(start, end + 1),
  ]);
  const expected = Buffer.concat(
    [...parts, `\r\n--${boundary}--\r\n`].map((it) => Buffer.from(it)),
  );
  expect(status).toBe(206);
  expect(headers["content-length"]).toBe(String(expected.length));
  expect(body.equals(expected)).toBe(true);
  await untilNoneOpen();
});

test("many at once get each his own bytes", async () => {
  const { path } = await addAndSign();
  const starts = Array.from({ length: 60 }, (_, index) => index * 40_000);
  const answers = await Promise.all(
    starts.map((start) => get(path, { headers: { range: `bytes=${start}-${start + 399_999}` } })),
  );
  for (const [index, { body }] of answers.entries()) {
    const start = starts[index] ?? 0;
    expect(body.equals(BYTES.subarray(start, start + 400_000))).toBe(true);
  }
});

test.each([
  [400, "a parameter too many", (path: string) => `${path}&a=1`, {}],
  [
    403,
    "another signature",
    (path: string) => path.replace(/signature=.{8}/, "signature=AAAAAAAA"),
    {},
  ],
  [404, "no such file", (path: string) => path.replace(/secure\/.{8}/, "secure/00000000"), {}],
  [404, "an encoded id", (path: string) => path.replace("secure/0", "secure/%30"), {}],
  [405, "another method", (path: string) => path, { method: "POST" }],
  [412, "an older copy", (path: string) => path, { headers: { "if-match": '"other"' } }],
  [416, "past the end", (path: string) => path, { headers: { range: "bytes=99999999-" } }],
] as const)("%i for %s, in JSON with its length", async (wanted, _name, change, options) => {
  const { path } = await addAndSign();
  const { status, headers, body } = await get(change(path), options);
  expect(status).toBe(wanted);
  expect(headers["content-type"]).toBe("application/json");
  expect(headers["content-length"]).toBe(String(body.length));
  expect(JSON.parse(body.toString())).toEqual({
    error: {
      code: expect.any(String),
      message: expect.any(String),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  });
  if (wanted === 416) expect(headers["content-range"]).toBe(`bytes */${BYTES.length}`);
  if (wanted === 405) expect(headers.allow).toBe("GET, HEAD");
});

test("410 once the time is over", async () => {
  const { path } = await addAndSign();
  delivery.setTime("2026-11-24T14:00:00Z");
  expect((await get(path)).status).toBe(410);
  delivery.setTime("2026-11-24T12:00:00Z");
});

test("304 for a copy that is current", async () => {
  const { file, path } = await addAndSign();
  const headers = { "if-none-match": `"${file.sha256}"` };
  expect(await get(path, { headers })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

test("a revoked and a deleted file are gone for the very next request, while others are read", async () => {
  const [one, other] = [await addAndSign(), await addAndSign()];
  const traffic = Promise.all(
    Array.from({ length: 50 }, () => get(other.path, { headers: { range: "bytes=0-9" } })),
  );
  expect((await get(one.path, { method: "HEAD" })).status).toBe(200);
  await revokeSignedUrls(owner, { fileId: one.file.id });
  expect((await get(one.path, { method: "HEAD" })).status).toBe(403);
  await delivery.ctx.db.file.update({
    where: { id: one.file.id },
    data: { deletedAt: new Date() },
  });
  expect((await get(one.path, { method: "HEAD" })).status).toBe(404);
  expect((await traffic).every(({ status }) => status === 206)).toBe(true);
});

test.each([
  ["revoked", (fileId: string) => revokeSignedUrls(owner, { fileId })],
  [
    "deleted",
    (id: string) => delivery.ctx.db.file.update({ where: { id }, data: { deletedAt: new Date() } }),
  ],
])(
  "a transfer under way of a file that is %s is cut within seconds, others go on",
  async (_, end) => {
    const [one, other] = [await addAndSign(LARGE), await addAndSign(LARGE)];
    const [cut, kept] = [
      await open(one.path, { agent: false }),
      await open(other.path, { agent: false }),
    ];
    for (const response of [cut, kept]) response.pause();
    const before = await countConnections();
    await end(one.file.id);
    await expect.poll(countConnections, { timeout: 6_000 }).toBe(before - 1);
    await expect(buffer(cut)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await buffer(kept)).equals(LARGE)).toBe(true);
    await untilNoneOpen();
  },
);

test("readers that go away at any moment leave no file open", async () => {
  const { path } = await addAndSign(Buffer.alloc(8 * MiB, 7));
  const random = createRandom(23);
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      const socket = connect(port, "127.0.0.1");
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
  await expect(text(response)).rejects.toMatchObject({ code: "ECONNRESET" });
  await untilNoneOpen();
});

test("an object that is not there is 500 in our words", async () => {
  const { file, path } = await addAndSign();
  await delivery.ctx.storage.delete(file.storageKey);
  const { status, body } = await get(path);
  expect(status).toBe(500);
  expect(body.toString()).not.toMatch(/ENOENT|storage|\/tmp/);
});

test("a storage elsewhere is streamed, and one that ends early breaks the connection", async () => {
  const { file, path } = await addAndSign();
  const { openLocal: _, ...elsewhere } = delivery.ctx.storage;
  const other = createFront({ ...delivery.ctx, storage: elsewhere, trustedProxies: 0 });
  const at = { port: await other.listen(0) };
  expect((await get(path, at)).body.equals(BYTES)).toBe(true);
  await truncate(join(delivery.root, file.storageKey), 2 * MiB);
  await expect(get(path, at)).rejects.toMatchObject({ code: "ECONNRESET" });
  await untilNoneOpen();
  await other.drain();
});

test("64 clients that read slowly cost a quarter of a MiB each at most", async () => {
  const { path } = await addAndSign(Buffer.alloc(64 * MiB, 7));
  const memory = async () => {
    const status = await readFile("/proc/self/status", "utf8");
    return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) / 1024;
  };
  const before = await memory();
  const clients = await Promise.all(
    Array.from({ length: 64 }, async () => {
      const socket = connect(port, "127.0.0.1").pause();
      socket.on("error", () => undefined);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      await once(socket, "connect");
      return socket;
    }),
  );
  await wait(1500);
  expect(await delivery.countOpen(), "one descriptor for all readers of a file").toBe(1);
  // The clients live in this process too: what they cost is counted in.
  expect((await memory()) - before).toBeLessThan(64 * 0.25);
  for (const socket of clients) socket.destroy();
  await untilNoneOpen();
});

test("what Next sees of a request cannot be chosen from outside", async () => {
  const spray = {
    host: "evil.example",
    connection: "x-secret, close",
    "x-secret": "1",
    upgrade: "websocket",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "gopher",
    "x-forwarded-port": "1",
    "x-forwarded-for": "10.9.8.7",
    "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
    "x-middleware-rewrite": "http://169.254.169.254/",
    "x-invoke-path": "/admin",
    "x-nextjs-data": "1",
    "next-resume": "1",
    "x-matched-path": "/admin",
  };
  const { status, body } = await get("/videos?a=%2f", {
    headers: { ...spray, cookie: "a=b", rsc: "1", "next-router-prefetch": "1" },
    agent: false,
  });
  expect(status).toBe(200);
  expect(JSON.parse(body.toString())).toEqual({
    url: "/videos?a=%2f",
    headers: {
      host: "t2m.example",
      "x-forwarded-host": "t2m.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "10.9.8.7, ::ffff:127.0.0.1",
      cookie: "a=b",
      rsc: "1",
      "next-router-prefetch": "1",
    },
  });
});

test("behind a proxy the last hop is the client that the proxy saw", async () => {
  const [behind, at] = await startFront(1);
  const hops = async (header?: string) => {
    const headers = header ? { "x-forwarded-for": header } : {};
    const { body } = await get("/", { port: at, headers, agent: false });
    return JSON.parse(body.toString()).headers["x-forwarded-for"];
  };
  expect(await hops("6.6.6.6, 203.0.113.9")).toBe("6.6.6.6, 203.0.113.9");
  expect(await hops()).toBe("::ffff:127.0.0.1");
  await behind.drain();
});

test("a request with hundreds of headers is refused", async () => {
  const headers = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`x-${at}`, "1"]));
  expect((await get("/", { headers, agent: false })).status).toBe(431);
});
