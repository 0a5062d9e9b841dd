import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startS3 } from "../../../../tests/support/s3";
import { describeStorage } from "../../../../tests/support/storage-contract";
import { newStorageKey } from "./key";
import { createS3Storage } from "./s3";

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

describeStorage("A bucket", async () => createS3Storage(s3.settings));

test("a presigned URL answers with the object under the name and type that it was made for", async () => {
  const storage = createS3Storage(s3.settings);
  const key = newStorageKey();
  await storage.putStream(key, Readable.from([Buffer.from("a film")]), 6);
  const url = await storage.presign?.(key, {
    ttlSeconds: 60,
    contentType: "video/mp4",
    contentDisposition: 'attachment; filename="film.mp4"',
  });
  const answer = await fetch(url ?? "", { headers: { range: "bytes=2-" } });
  expect(answer.status).toBe(206);
  expect(answer.headers.get("content-type")).toBe("video/mp4");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="film.mp4"');
  expect(await answer.text()).toBe("film");
});

test("a stranger is told so, and no object is taken for missing", async () => {
  const storage = createS3Storage({ ...s3.settings, accessKeyId: "STRANGER" });
  await expect(storage.stat(newStorageKey())).rejects.toThrow("403");
});
