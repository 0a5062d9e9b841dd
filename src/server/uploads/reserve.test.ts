import { afterAll, beforeAll, expect, test } from "vitest";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { startUploads, type TestUploads } from "../../../tests/support/uploads";
import { MAX_UNFINISHED } from "./schema";

const { storageBytes, maxFileBytes } = ENTITLEMENTS.free;

let uploads: TestUploads;
beforeAll(async () => {
  uploads = await startUploads();
});
afterAll(() => uploads.close());

async function somebodyWith(rows: { size: number; status?: "PENDING" | "READY" }[]) {
  const person = await uploads.web.signUp();
  // Their first request makes their row.
  await uploads.head(person, crypto.randomUUID());
  await uploads.adapters.db.file.createMany({
    data: rows.map(({ size, status = "READY" }) => ({
      ownerId: person.id,
      kind: "upload" as const,
      filename: "old.mp4",
      contentType: "video/mp4",
      size,
      status,
      storageKey: crypto.randomUUID(),
    })),
  });
  return person;
}

test("20 uploads begun at once when 95 % are used never take more than there is", async () => {
  const person = await somebodyWith([{ size: Math.floor(storageBytes * 0.95) }]);
  const each = Math.floor(storageBytes * 0.01);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => uploads.begin(person, each, { filetype: "video/mp4" })),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(5);
  expect(statuses.filter((status) => status === 507)).toHaveLength(15);
  const { _sum } = await uploads.adapters.db.file.aggregate({
    where: { ownerId: person.id, status: { in: ["PENDING", "READY"] } },
    _sum: { size: true },
  });
  expect(Number(_sum.size)).toBeLessThanOrEqual(storageBytes);
});

test("a file of unknown length takes no more than is left", async () => {
  const person = await somebodyWith([{ size: storageBytes - 1000 }]);
  const send = (length: number) =>
    uploads.ask(person, uploads.url, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: new Blob(["x".repeat(length)]).stream(),
    });
  expect((await send(1001)).status).toBe(413);
  expect((await send(1000)).status).toBe(201);
  expect((await send(1)).status).toBe(507);
});

test("a file that is too large for the tier is refused before its first byte", async () => {
  const free = await somebodyWith([]);
  const { status, body } = await uploads.begin(free, maxFileBytes + 1);
  expect({ status, code: body.error.code }).toEqual({ status: 413, code: "PAYLOAD_TOO_LARGE" });
  expect((await uploads.begin(free, maxFileBytes)).status).toBe(201);
  expect(await uploads.adapters.db.file.count({ where: { ownerId: free.id } })).toBe(1);
});

test("a kind that is never taken is refused before its first byte", async () => {
  const person = await somebodyWith([]);
  const type = { filetype: "application/zip" };
  const { status, body } = await uploads.begin(person, 1000, type);
  expect({ status, code: body.error.code }).toEqual({
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  });
});

test.each([
  ["no length", { "upload-length": "-1" }, {}],
  ["a hash that is none", {}, { sha256: "abc" }],
  ["a type that is none", {}, { filetype: "video" }],
])("%s is refused", async (_what, headers, metadata) => {
  const person = await somebodyWith([]);
  expect((await uploads.begin(person, 1000, metadata, { headers })).status).toBe(400);
});

test("too many unfinished uploads stop new ones until some are canceled", async () => {
  const rows = Array.from({ length: MAX_UNFINISHED }, () => ({
    size: 1,
    status: "PENDING" as const,
  }));
  const person = await somebodyWith(rows);
  expect((await uploads.begin(person, 1000)).status).toBe(409);
  const [row] = await uploads.adapters.db.file.findMany({ where: { ownerId: person.id }, take: 1 });
  expect((await uploads.cancel(person, row?.id ?? "")).status).toBe(204);
  expect((await uploads.begin(person, 1000)).status).toBe(201);
});

test.each([
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\me\\film.mp4", "film.mp4"],
  ["/", "Untitled"],
  ["..", "Untitled"],
  ["", "Untitled"],
  ["a\u0000b\r\nSet-Cookie: x.mp4", "abSet-Cookie: x.mp4"],
  ["\u202egpj.exe", "gpj.exe"],
  ["cafe\u0301.png", "caf\u00e9.png"],
  ["👩‍🚀.png", "👩‍🚀.png"],
  [`${"長".repeat(300)}.mp4`, `${"長".repeat(176)}.mp4`],
  ["%2e%2e%2fx", "%2e%2e%2fx"],
])("the name %j is kept as %j, and the bytes below a name of our own", async (given, kept) => {
  const person = await somebodyWith([]);
  const { headers } = await uploads.begin(person, 1000, { filename: given });
  const row = await uploads.row(headers.get("x-file-id") ?? "");
  expect(row.filename).toBe(kept);
  expect(row.storageKey).toMatch(/^uploads\/[0-9a-f]{2}\/[0-9a-f-]{36}$/);
});

test("nothing is begun while nobody can count, but what was begun goes on", async () => {
  const person = await somebodyWith([]);
  const bytes = Buffer.from("some words");
  const { headers } = await uploads.begin(person, bytes.length, { filetype: "text/plain" });
  await uploads.web.takeAway.limiter();
  const { status, headers: refusal } = await uploads.begin(person, 1000);
  expect(status).toBe(503);
  expect(Number(refusal.get("retry-after"))).toBeGreaterThan(0);
  const id = headers.get("x-file-id") ?? "";
  expect((await uploads.patch(person, id, 0, bytes)).status).toBe(204);
});
