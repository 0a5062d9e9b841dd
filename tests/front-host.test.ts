import { afterAll, beforeAll, expect, test } from "vitest";
import { newStorageKey } from "~/server/platform/storage/key";
import { APP_ORIGIN, type Person, startTestWeb, type TestWeb } from "./support/web";

let web: TestWeb;
let person: Person;
let fileId: string;
beforeAll(async () => {
  web = await startTestWeb();
  person = await web.signUp();
  await web.call("query", "account.me", undefined, { token: await person.token() });
  const file = await web.adapters.db.file.create({
    data: {
      ownerId: person.id,
      kind: "upload",
      filename: "a.mp4",
      contentType: "video/mp4",
      size: 1,
      status: "READY",
      storageKey: newStorageKey(),
    },
  });
  fileId = file.id;
});
afterAll(() => web.close());

async function sign(input: unknown, headers: Record<string, string> = {}) {
  return web.call("mutation", "signedUrls.create", input, { token: await person.token(), headers });
}

test.each([
  { host: "evil.example" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "http" },
  { forwarded: "host=evil.example;proto=http" },
  { "x-forwarded-host": "evil.example", "x-original-url": "/evil", "x-rewrite-url": "/evil" },
])("a signed URL is on our own origin, whatever %j says", async (headers) => {
  const { status, data } = await sign({ fileId }, headers);
  expect(status).toBe(200);
  expect(data.url).toMatch(new RegExp(`^${APP_ORIGIN}/api/files/secure/${fileId}\\?expires=`));
});

test.each(["0", "00", [9], 1e11, -1, 0, 1.5, null, "NaN", 2 ** 53, 86_401, "3600"])(
  "a lifetime of %j is refused",
  async (expiresIn) => {
    expect((await sign({ fileId, expiresIn })).status).toBe(400);
  },
);

test("nobody signs another person's file, or learns that there is one", async () => {
  const other = await web.signUp();
  const token = await other.token();
  const asked = await web.call("mutation", "signedUrls.create", { fileId }, { token });
  const missing = { fileId: "019aa000-0000-7000-8000-000000000000" };
  const nothing = await web.call("mutation", "signedUrls.create", missing, { token });
  expect([asked.status, asked.message]).toEqual([404, nothing.message]);
  const revoked = await web.call("mutation", "signedUrls.revoke", { fileId }, { token });
  expect(revoked.status).toBe(404);
});
