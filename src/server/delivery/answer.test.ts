import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDelivery, type Delivery } from "../../../tests/support/delivery";
import { createRandom } from "../../../tests/support/random";
import { answerFileRequest } from "./answer";
import { createSignedUrl, revokeSignedUrls } from "./service";
import { mintMediaUrl } from "./signed-url";

const NOW = "2026-11-24T12:00:00.000Z";
const BYTES = Buffer.from("0123456789".repeat(100));
const ETAG = `"${createHash("sha256").update(BYTES).digest("hex")}"`;

let delivery: Delivery;
let owner: Awaited<ReturnType<Delivery["signUp"]>>;
beforeAll(async () => {
  delivery = await createDelivery();
  owner = await delivery.signUp();
});
afterAll(() => delivery.close());
beforeEach(() => delivery.setTime(NOW));

type Wish = { method?: string; headers?: Record<string, string>; disposition?: "attachment" };

async function ask(url: string, { method = "GET", headers = {} }: Wish = {}) {
  const { pathname, search } = new URL(url);
  return answerFileRequest(delivery.ctx, {
    method,
    fileId: pathname.split("/").slice(4).join("/"),
    search,
    headers: new Headers(headers),
    requestId: "request-1",
  });
}

function add(row?: Parameters<Delivery["addFile"]>[2], bytes = BYTES) {
  return delivery.addFile(owner.viewer.id, bytes, row);
}

function sign(file: { id: string; ownerId: string; urlEpoch: number }, ttlSeconds = 3600) {
  return mintMediaUrl(delivery.ctx, file, { ttlSeconds }).url;
}

test("a good URL is answered with the whole file and everything a browser should know", async () => {
  const file = await add({ filename: "Ein schöner Tag.mp4" });
  expect(await ask(sign(file))).toEqual({
    status: 200,
    headers: {
      "Content-Type": "video/mp4",
      "Content-Length": "1000",
      "Content-Disposition":
        "inline; filename=\"Ein sch_ner Tag.mp4\"; filename*=UTF-8''Ein%20sch%C3%B6ner%20Tag.mp4",
      ETag: ETAG,
      "Last-Modified": "Fri, 20 Nov 2026 10:20:30 GMT",
      "Accept-Ranges": "bytes",
      "Cache-Control": "private, max-age=300",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
    },
    body: {
      key: file.storageKey,
      pieces: [{ start: 0, end: 999 }],
      file: expect.objectContaining({ id: file.id, ownerId: owner.viewer.id, urlEpoch: 0 }),
    },
  });
});

test("the browser's copy never outlives the URL", async () => {
  const url = sign(await add(), 310);
  for (const [time, seconds] of [
    ["2026-11-24T12:00:05Z", 300],
    ["2026-11-24T12:00:50Z", 260],
    ["2026-11-24T12:05:00Z", 10],
    ["2026-11-24T12:05:09Z", 1],
  ] as const) {
    delivery.setTime(time);
    expect((await ask(url)).headers["Cache-Control"]).toBe(`private, max-age=${seconds}`);
  }
});

describe("refusals", () => {
  test.each([
    ["another method", 405, (url: string) => url, { method: "POST" }],
    ["no parameters", 400, (url: string) => url.replace(/\?.*/, ""), {}],
    ["a parameter too many", 400, (url: string) => `${url}&a=1`, {}],
    ["a parameter twice", 400, (url: string) => `${url}&kid=k1`, {}],
    ["a short signature", 400, (url: string) => url.slice(0, -1), {}],
    ["an unknown key", 403, (url: string) => url.replace("kid=k1", "kid=k9"), {}],
    [
      "a changed expiry",
      403,
      (url: string) => url.replace(/expires=\d{10}/, "expires=1795525199"),
      {},
    ],
    ["a download of a view", 403, (url: string) => `${url}&download=1`, {}],
    [
      "another file's signature",
      404,
      (url: string) => url.replace(/[0-9a-f-]{36}/, randomUUID()),
      {},
    ],
    ["an id that is none", 404, (url: string) => url.replace(/[0-9a-f-]{36}/, "a:b"), {}],
    ["an encoded id", 404, (url: string) => url.replace(/[0-9a-f-]{36}/, "a%3Ab%2Fc"), {}],
    ["a path", 404, (url: string) => url.replace(/[0-9a-f-]{36}/, "x/../../../etc/passwd"), {}],
    [
      "an id in capitals",
      404,
      (url: string) => url.replace(/[0-9a-f-]{36}/, (id) => id.toUpperCase()),
      {},
    ],
    ["a part that is not there", 416, (url: string) => url, { headers: { range: "bytes=1000-" } }],
    ["a part of another file", 412, (url: string) => url, { headers: { "if-match": '"a"' } }],
  ] as const)("%s: %i", async (_, status, change, wish) => {
    const answer = await ask(change(sign(await add())), wish);
    expect(answer.status).toBe(status);
    expect(answer.headers["Cache-Control"]).toBe("no-store");
    expect(answer.headers["X-Content-Type-Options"]).toBe("nosniff");
    expect(answer.body).toMatchObject({
      error: { message: expect.stringMatching(/^[A-Z].+\.$/), requestId: "request-1" },
    });
    expect(answer.headers["Content-Length"]).toBe(
      String(Buffer.byteLength(JSON.stringify(answer.body))),
    );
  });

  test("every cause of one status has one body", async () => {
    const file = await add();
    const url = sign(file);
    const signed = { ...file, urlEpoch: 7 };
    const causes = [
      url.replace("kid=k1", "kid=k9"),
      url.replace(/signature=.{4}/, "signature=AAAA"),
      `${url}&download=1`,
      sign(signed),
      sign({ ...file, ownerId: "user_other" }),
    ];
    const answers = await Promise.all(causes.map((cause) => ask(cause)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(403);
  });

  test("the answer to 416 tells the size, the answer to 405 what is allowed", async () => {
    const url = sign(await add());
    const unsatisfiable = await ask(url, { headers: { range: "bytes=5000-" } });
    expect(unsatisfiable.headers["Content-Range"]).toBe("bytes */1000");
    expect((await ask(url, { method: "PUT" })).headers["Allow"]).toBe("GET, HEAD");
  });

  test("expired is told a second after, and never without a true signature", async () => {
    const url = sign(await add(), 60);
    delivery.setTime("2026-11-24T12:00:59Z");
    expect((await ask(url)).status).toBe(200);
    delivery.setTime("2026-11-24T12:01:01Z");
    expect((await ask(url)).status).toBe(410);
    expect((await ask(url.replace(/signature=.{4}/, "signature=AAAA"))).status).toBe(403);
  });

  test.each(["PENDING", "FAILED", "DELETED"] as const)("a %s file: 404", async (status) => {
    expect((await ask(sign(await add({ status })))).status).toBe(404);
  });
});

describe("URLs die at once", () => {
  test("when they are revoked; a new one works", async () => {
    const file = await add();
    const { url } = await createSignedUrl(owner, {
      fileId: file.id,
      expiresIn: 60,
      disposition: "attachment",
    });
    expect((await ask(url)).status).toBe(200);
    await revokeSignedUrls(owner, { fileId: file.id });
    expect((await ask(url, { headers: { "if-none-match": ETAG } })).status).toBe(403);
    const { url: next } = await createSignedUrl(owner, {
      fileId: file.id,
      expiresIn: 60,
      disposition: "inline",
    });
    expect((await ask(next)).status).toBe(200);
  });

  test("when the file is deleted, also from the table", async () => {
    const file = await add();
    const url = sign(file);
    await delivery.ctx.db.file.update({ where: { id: file.id }, data: { deletedAt: new Date() } });
    expect((await ask(url)).status).toBe(404);
    await delivery.ctx.db.file.delete({ where: { id: file.id } });
    expect((await ask(url)).status).toBe(404);
  });

  test("when the file gets another owner", async () => {
    const file = await add();
    const other = await delivery.signUp();
    const data = { ownerId: other.viewer.id };
    await delivery.ctx.db.file.update({ where: { id: file.id }, data });
    expect((await ask(sign(file))).status).toBe(403);
  });
});

describe("conditions", () => {
  const date = "Fri, 20 Nov 2026 10:20:30 GMT";
  const before = "Fri, 20 Nov 2026 10:20:29 GMT";
  const part = { range: "bytes=0-9" };
  test.each([
    [{ "if-none-match": ETAG }, 304],
    [{ "if-none-match": `W/${ETAG}` }, 304],
    [{ "if-none-match": `"a,b", ${ETAG}` }, 304],
    [{ "if-none-match": "*" }, 304],
    [{ "if-none-match": '"other"' }, 200],
    [{ "if-none-match": '"other"', "if-modified-since": date }, 200],
    [{ "if-none-match": ETAG, ...part }, 304],
    [{ "if-modified-since": date }, 304],
    [{ "if-modified-since": before }, 200],
    [{ "if-modified-since": "yesterday" }, 200],
    [{ "if-match": ETAG }, 200],
    [{ "if-match": "*" }, 200],
    [{ "if-match": `W/${ETAG}` }, 412],
    [{ "if-unmodified-since": date }, 200],
    [{ "if-unmodified-since": before }, 412],
    [{ "if-match": ETAG, "if-unmodified-since": before }, 200],
    [{ ...part, "if-range": ETAG }, 206],
    [{ ...part, "if-range": date }, 206],
    [{ ...part, "if-range": `W/${ETAG}` }, 200],
    [{ ...part, "if-range": '"other"' }, 200],
    [{ ...part, "if-range": before }, 200],
    [{ range: "bytes=9000-", "if-range": '"other"' }, 200],
  ])("%j: %i", async (headers, status) => {
    const answer = await ask(sign(await add()), { headers });
    expect(answer.status).toBe(status);
    if (status !== 304) return;
    expect(answer.body).toBeNull();
    expect(answer.headers).toMatchObject({ ETag: ETAG, "Cache-Control": "private, max-age=300" });
    expect(answer.headers).not.toHaveProperty("Content-Length");
  });
});

test("HEAD is told what GET would be, has no body and knows no ranges", async () => {
  const url = sign(await add());
  const { body, ...head } = await ask(url, { method: "HEAD", headers: { range: "bytes=0-9" } });
  const { body: _, ...get } = await ask(url);
  expect(head).toEqual(get);
  expect(body).toBeNull();
  const bad = await ask(`${url}&a=1`, { method: "HEAD" });
  expect(bad).toMatchObject({ status: 400, body: null });
});

test("an empty file is answered whole, without a body to read", async () => {
  const url = sign(await add({}, Buffer.alloc(0)));
  const answer = await ask(url, { headers: { range: "bytes=0-" } });
  expect(answer).toMatchObject({ status: 200, headers: { "Content-Length": "0" }, body: null });
});

test.each([
  ["video/mp4", "video/mp4", "inline"],
  ["IMAGE/WebP; q=1", "image/webp", "inline"],
  ["text/html", "application/octet-stream", "attachment"],
  ["image/svg+xml", "application/octet-stream", "attachment"],
  ["application/xhtml+xml", "application/octet-stream", "attachment"],
  ["application/pdf", "application/octet-stream", "attachment"],
  ["text/javascript", "application/octet-stream", "attachment"],
  ["video/mp4\r\nX: y", "application/octet-stream", "attachment"],
  ["", "application/octet-stream", "attachment"],
])("what calls itself %j is sent as %s, %s", async (contentType, sent, disposition) => {
  const { headers } = await ask(sign(await add({ contentType })));
  expect(headers["Content-Type"]).toBe(sent);
  expect(headers["Content-Disposition"]).toMatch(new RegExp(`^${disposition};`));
});

test("random ranges are answered as the RFC has it", async () => {
  const url = sign(await add());
  const random = createRandom(5);
  for (let round = 0; round < 200; round += 1) {
    const start = random.integer(0, 1100);
    const end = start + random.integer(0, 300);
    const answer = await ask(url, { headers: { range: `bytes=${start}-${end}` } });
    if (start >= 1000) {
      expect(answer.status).toBe(416);
      continue;
    }
    const last = Math.min(end, 999);
    expect(answer).toMatchObject({
      status: 206,
      headers: {
        "Content-Range": `bytes ${start}-${last}/1000`,
        "Content-Length": String(last - start + 1),
      },
      body: { pieces: [{ start, end: last }] },
    });
  }
});
