import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFront, type Front } from "~/front/front";
import { createHandOff } from "~/server/delivery/hand-off";
import { createSignedUrl, revokeSignedUrls } from "~/server/delivery/service";
import { createDelivery, type Delivery } from "./support/delivery";
import { readDocumentedBlock, requireNginx, startNginx } from "./support/nginx";

const BYTES = randomBytes(2_000_000);
const LOCATION = "/t2m-storage/";

let delivery: Delivery;
let owner: Awaited<ReturnType<Delivery["signUp"]>>;
let front: Front;
let nginx: Awaited<ReturnType<typeof startNginx>>;
let origin: string;

beforeAll(async () => {
  requireNginx();
  delivery = await createDelivery();
  const handOff = createHandOff({ ACCEL_REDIRECT: LOCATION }, delivery.ctx.storage);
  owner = await delivery.signUp();
  front = createFront({ ...delivery.ctx, handOff, trustedProxies: 1 });
  const upstream = await front.listen(0, "127.0.0.1");
  const port = await freePort();
  const documented = [
    await readDocumentedBlock("proxy_pass"),
    await readDocumentedBlock("internal;"),
  ]
    .join("\n")
    .replace("http://127.0.0.1:3000", `http://127.0.0.1:${upstream}`)
    .replace("/var/lib/t2m/storage/", `${delivery.root}/`);
  nginx = await startNginx(documented, port);
  origin = `http://127.0.0.1:${port}`;
}, 180_000);
afterAll(async () => {
  await nginx.stop();
  await front.drain();
  await delivery.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function addAndSign(row?: Parameters<Delivery["addFile"]>[2]) {
  const file = await delivery.addFile(owner.viewer.id, BYTES, row);
  const input = { fileId: file.id, expiresIn: 120, disposition: "inline" as const };
  const { pathname, search } = new URL((await createSignedUrl(owner, input)).url);
  return { file, url: `${origin}${pathname}${search}` };
}

async function get(url: string, headers: Record<string, string> = {}, method = "GET") {
  const response = await fetch(url, { headers, method });
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  };
}

test("nginx sends the bytes with all that a browser should know, and keeps the way to them to itself", async () => {
  const { file, url } = await addAndSign({ filename: "Ein schöner Tag.mp4" });
  const { status, headers, body } = await get(url);
  expect(status).toBe(200);
  expect(body.equals(BYTES)).toBe(true);
  expect(Object.fromEntries(headers)).toMatchObject({
    server: expect.stringContaining("nginx"),
    "content-type": "video/mp4",
    "content-length": String(BYTES.length),
    "content-disposition": expect.stringContaining("filename*=UTF-8''Ein%20sch%C3%B6ner%20Tag.mp4"),
    "cache-control": "private, max-age=120",
    "accept-ranges": "bytes",
    etag: `"${file.sha256}"`,
    "last-modified": "Fri, 20 Nov 2026 10:20:30 GMT",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
  });
  expect([...headers.keys()].filter((name) => name.startsWith("x-accel"))).toEqual([]);
  const head = await get(url, {}, "HEAD");
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(BYTES.length)]);
});

test("ranges and conditions hold as they do without nginx", async () => {
  const { file, url } = await addAndSign();
  const etag = `"${file.sha256}"`;
  const date = "Fri, 20 Nov 2026 10:20:30 GMT";
  const range = "bytes=1000-1999";
  const part = BYTES.subarray(1000, 2000);
  for (const [headers, status, expected] of [
    [{ range }, 206, part],
    [{ range: "bytes=-1000" }, 206, BYTES.subarray(-1000)],
    [{ range, "if-range": etag }, 206, part],
    [{ range, "if-range": date }, 206, part],
    [{ range, "if-range": '"other"' }, 200, BYTES],
    [{ "if-none-match": etag }, 304, Buffer.alloc(0)],
    [{ "if-none-match": '"other"' }, 200, BYTES],
    [{ "if-modified-since": date }, 304, Buffer.alloc(0)],
    [{ "if-modified-since": "Fri, 20 Nov 2026 10:20:29 GMT" }, 200, BYTES],
    [{ range, "if-match": etag }, 206, part],
    [{ range, "if-unmodified-since": date }, 206, part],
  ] as const) {
    const answer = await get(url, headers);
    expect(answer.status, JSON.stringify(headers)).toBe(status);
    expect(answer.body.equals(expected), JSON.stringify(headers)).toBe(true);
  }
  expect((await get(url, { "if-match": '"other"' })).status).toBe(412);
  const past = await get(url, { range: "bytes=9000000-" });
  expect([past.status, past.headers.get("content-range")]).toEqual([
    416,
    `bytes */${BYTES.length}`,
  ]);
  const several = await get(url, { range: "bytes=0-9,5000-5009" });
  expect([several.status, several.headers.get("content-type")]).toEqual([
    206,
    expect.stringMatching(/^multipart\/byteranges; boundary=/),
  ]);
});

test("nobody gets past the signature: not by the location itself, a forged, an old or a revoked URL", async () => {
  const { file, url } = await addAndSign();
  expect((await get(`${origin}${LOCATION}${file.storageKey}`)).status).toBe(404);
  const spray = { "x-accel-redirect": `${LOCATION}${file.storageKey}` };
  expect((await get(url.replace(/signature=.{4}/, "signature=AAAA"), spray)).status).toBe(403);
  await revokeSignedUrls(owner, { fileId: file.id });
  expect((await get(url)).status).toBe(403);
  const { url: later } = await addAndSign();
  delivery.setTime("2026-11-24T12:02:00Z");
  expect((await get(later)).status).toBe(410);
  delivery.setTime("2026-11-24T12:00:00Z");
});

test("a row that names anything but an opaque key opens nothing", async () => {
  for (const storageKey of [
    "../secret",
    "ab/../../secret",
    "/etc/passwd",
    "ab/%2e%2e/x",
    "ab//cd",
  ]) {
    const { file, url } = await addAndSign();
    await delivery.ctx.db.file.update({ where: { id: file.id }, data: { storageKey } });
    const { status, body } = await get(url);
    expect([storageKey, status]).toEqual([storageKey, 500]);
    expect(body.toString()).not.toContain("secret");
  }
});

test("a storage that is no folder cannot be left to nginx", () => {
  const { openLocal: _, ...elsewhere } = delivery.ctx.storage;
  expect(() => createHandOff({ ACCEL_REDIRECT: LOCATION }, elsewhere)).toThrow("needs a folder");
});
