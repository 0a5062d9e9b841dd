import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  MiB,
  sha256,
  startUploads,
  type TestUploads,
  videoBytes,
} from "../../tests/support/uploads";
import type { Person } from "../../tests/support/web";

let uploads: TestUploads;
let person: Person;
beforeAll(async () => {
  uploads = await startUploads();
  person = await uploads.web.signUp();
});
afterAll(() => uploads.close());

async function storedHash(id: string): Promise<string> {
  const { storageKey, size } = await uploads.row(id);
  const range = { start: 0, end: Number(size) - 1 };
  return sha256(await buffer(await uploads.adapters.storage.openRange(storageKey, range)));
}

test("a file goes up in pieces and is READY with its hash, type and name", async () => {
  const bytes = videoBytes(12 * MiB + 3);
  const metadata = { filename: "holiday.mp4", filetype: "video/mp4", sha256: sha256(bytes) };
  const id = await uploads.send(person, bytes, { metadata });
  expect(await uploads.row(id)).toMatchObject({
    ownerId: person.id,
    kind: "upload",
    status: "READY",
    filename: "holiday.mp4",
    contentType: "video/mp4",
    size: BigInt(bytes.length),
    sha256: sha256(bytes),
  });
  expect(await storedHash(id)).toBe(sha256(bytes));
  expect(await uploads.parts()).toEqual([]);
});

test("12 MiB in one request are stored whole", async () => {
  const bytes = videoBytes(12 * MiB);
  const { status, headers, body } = await uploads.ask(person, uploads.url, {
    method: "POST",
    headers: { "content-type": "video/mp4", "x-filename": "caf%C3%A9.mp4" },
    body: new Uint8Array(bytes),
  });
  expect(status).toBe(201);
  expect(body).toEqual({
    fileId: expect.any(String),
    sha256: sha256(bytes),
    size: bytes.length,
    contentType: "video/mp4",
  });
  expect(headers.get("location")).toBe(`/api/files/upload/${body.fileId}`);
  expect(await uploads.row(body.fileId)).toMatchObject({ status: "READY", filename: "café.mp4" });
  expect(await storedHash(body.fileId)).toBe(sha256(bytes));
});

test("a form brings its file", async () => {
  const bytes = videoBytes(2 * MiB);
  const form = new FormData();
  form.set("note", "before the file");
  form.set("file", new File([new Uint8Array(bytes)], "clip.mp4", { type: "video/mp4" }));
  const { status, body } = await uploads.ask(person, uploads.url, { method: "POST", body: form });
  expect({ status, body }).toMatchObject({ status: 201, body: { sha256: sha256(bytes) } });
  expect(await uploads.row(body.fileId)).toMatchObject({
    filename: "clip.mp4",
    size: BigInt(2 * MiB),
  });
});
