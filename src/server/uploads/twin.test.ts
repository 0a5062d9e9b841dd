import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256, startUploads, type TestUploads } from "../../../tests/support/uploads";
import type { Person } from "../../../tests/support/web";

let uploads: TestUploads;
let person: Person;
beforeAll(async () => {
  uploads = await startUploads();
  person = await uploads.web.signUp();
});
afterAll(() => uploads.close());

test("a picture that lost its place is still found by the bytes that were sent", async () => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1" } })
    .jpeg()
    .toBuffer();
  const { body } = await uploads.ask(person, uploads.url, {
    method: "POST",
    headers: { "content-type": "image/jpeg" },
    body: new Uint8Array(bytes),
  });
  expect(body).toMatchObject({ sentSha256: sha256(bytes) });
  expect(body.sha256).not.toBe(sha256(bytes));
  expect(await uploads.storedHash(body.fileId)).toBe(body.sha256);
  for (const hash of [body.sha256, body.sentSha256]) {
    const token = await person.token();
    const { data } = await uploads.web.call("query", "files.list", { sha256: hash }, { token });
    expect(data.items.map(({ id }: { id: string }) => id)).toEqual([body.fileId]);
  }
});
