import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFront, type Front } from "~/front/front";
import { createHandOff } from "~/server/delivery/hand-off";
import { mintMediaUrl, revokeSignedUrls } from "~/server/delivery/service";
import { createS3Storage } from "~/server/platform/storage/s3";
import { createDelivery, type Delivery } from "./support/delivery";
import { startS3 } from "./support/s3";

const BYTES = randomBytes(300_000);

let delivery: Delivery;
let owner: Awaited<ReturnType<Delivery["signUp"]>>;
let s3: Awaited<ReturnType<typeof startS3>>;
let front: Front;
let origin: string;
let time = Date.now();
const now = () => new Date(time);

beforeAll(async () => {
  delivery = await createDelivery();
  owner = await delivery.signUp();
  s3 = await startS3();
  const storage = createS3Storage(s3.settings);
  delivery.ctx.storage = storage;
  const handOff = createHandOff({ REDIRECT_TO_STORAGE: "1" }, storage);
  front = createFront({ ...delivery.ctx, handOff, now, trustedProxies: 0 });
  origin = `http://127.0.0.1:${await front.listen(0)}`;
});
afterAll(async () => {
  await front.drain();
  await s3.stop();
  await delivery.close();
});

async function addAndSign(
  ttlSeconds: number,
  row?: Parameters<Delivery["addFile"]>[2],
  disposition = "inline",
) {
  const file = await delivery.addFile(owner.viewer.id, BYTES, row);
  const options = { ttlSeconds, disposition: disposition as "inline" | "attachment" };
  const { pathname, search } = new URL(mintMediaUrl({ ...delivery.ctx, now }, file, options).url);
  return { file, url: `${origin}${pathname}${search}` };
}

/** As a tag or a tool asks. */
async function raw(url: string, headers: Record<string, string> = {}, method = "GET") {
  const started = request(url, { headers, method }).end();
  const [response] = (await once(started, "response")) as [IncomingMessage];
  response.resume();
  return { status: response.statusCode, headers: response.headers };
}

test("a player is sent to the bucket, which answers with the right type and name, ranges included", async () => {
  const { url } = await addAndSign(120, { filename: "Ein schöner Tag.mp4" });
  const answer = await raw(url);
  expect(answer.status).toBe(307);
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.headers["referrer-policy"]).toBe("no-referrer");
  const location = answer.headers.location ?? "";
  const response = await fetch(location);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("video/mp4");
  expect(response.headers.get("content-disposition")).toMatch(
    /^inline; filename="Ein sch_ner Tag.mp4"/,
  );
  expect(Buffer.from(await response.arrayBuffer()).equals(BYTES)).toBe(true);
  const part = await fetch(location, { headers: { range: "bytes=1000-1999" } });
  expect(part.status).toBe(206);
  expect(Buffer.from(await part.arrayBuffer()).equals(BYTES.subarray(1000, 2000))).toBe(true);
});

test("the bucket's URL lives no longer than ours, and a quarter of an hour at most", async () => {
  for (const [ttl, left, most] of [
    [60, 60, 60],
    [3600, 3600, 900],
    [3600, 10, 10],
  ] as const) {
    time = Date.now();
    const { url } = await addAndSign(ttl);
    time += (ttl - left) * 1000;
    const { location = "" } = (await raw(url)).headers;
    expect(Number(new URL(location).searchParams.get("X-Amz-Expires"))).toBe(most);
    time = Date.now();
  }
});

test("what may not act as a page is a download there too", async () => {
  const { url } = await addAndSign(60, { contentType: "text/html", filename: "a.html" });
  const response = await fetch((await raw(url)).headers.location ?? "");
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="a.html"');
});

test("every check comes first: forged 403, revoked 403, expired 410, deleted 404, known 304", async () => {
  const { file, url } = await addAndSign(60);
  expect((await raw(url.replace(/signature=.{4}/, "signature=AAAA"))).status).toBe(403);
  expect((await raw(url, { "if-none-match": `"${file.sha256}"` })).status).toBe(304);
  time += 60_000;
  expect((await raw(url)).status).toBe(410);
  time = Date.now();
  await revokeSignedUrls(owner, { fileId: file.id });
  expect((await raw(url)).status).toBe(403);
  await delivery.ctx.db.file.update({ where: { id: file.id }, data: { deletedAt: new Date() } });
  expect((await raw(url)).status).toBe(404);
});

test("scripts and captions, which may not leave their origin, get the bytes from here", async () => {
  const { url } = await addAndSign(60);
  const scripted = await fetch(url, { redirect: "manual" });
  expect(scripted.status).toBe(200);
  expect(Buffer.from(await scripted.arrayBuffer()).equals(BYTES)).toBe(true);
  const { url: captions } = await addAndSign(60, { contentType: "text/vtt", filename: "a.vtt" });
  expect((await raw(captions)).status).toBe(200);
  expect((await raw(url, {}, "HEAD")).status).toBe(200);
});

test("a storage without presigned URLs cannot be redirected to, nor can two send at once", () => {
  const { presign: _, ...rest } = delivery.ctx.storage;
  expect(() => createHandOff({ REDIRECT_TO_STORAGE: "1" }, rest)).toThrow("needs a bucket");
  const both = { REDIRECT_TO_STORAGE: "1", ACCEL_REDIRECT: "/a/" } as const;
  expect(() => createHandOff(both, delivery.ctx.storage)).toThrow("not both");
});
