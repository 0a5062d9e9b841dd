import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDelivery, type Delivery } from "../../../tests/support/delivery";
import { CreateSignedUrlInput } from "./schema";
import { createSignedUrl, revokeSignedUrls } from "./service";

type Member = Awaited<ReturnType<Delivery["signUp"]>>;
const BYTES = Buffer.from("film");
const NOT_FOUND = { code: "NOT_FOUND", message: expect.stringContaining("There is no such file.") };

let delivery: Delivery;
let owner: Member;
let stranger: Member;
beforeAll(async () => {
  delivery = await createDelivery();
  [owner, stranger] = await Promise.all([delivery.signUp(), delivery.signUp()]);
});
afterAll(() => delivery.close());

function ask(fileId: string, wish: object = {}) {
  return CreateSignedUrlInput.parse({ fileId, ...wish });
}

test("the owner gets an absolute URL for as long as asked", async () => {
  const file = await delivery.addFile(owner.viewer.id, BYTES);
  const view = await createSignedUrl(owner, ask(file.id, { expiresIn: 90 }));
  expect(view.url).toMatch(
    new RegExp(`^https://t2m\\.example/api/files/secure/${file.id}\\?expires=\\d{10}&kid=k1&`),
  );
  expect(view.expiresAt).toBe("2026-11-24T12:01:30.000Z");
  expect((await createSignedUrl(owner, ask(file.id))).expiresAt).toBe("2026-11-24T13:00:00.000Z");
  const download = await createSignedUrl(owner, ask(file.id, { disposition: "attachment" }));
  expect(download.url).toMatch(/&download=1$/);
});

describe("a lifetime that is none is refused", () => {
  test.each(["0", "00", [9], 1e11, -1, 0, 1.5, null, "NaN", 2 ** 53, 86_401, true, Number.NaN])(
    "%j",
    (expiresIn) => {
      expect(CreateSignedUrlInput.safeParse({ fileId: randomUUID(), expiresIn }).success).toBe(
        false,
      );
    },
  );
});

test("a stranger's file, a deleted one and none at all look the same", async () => {
  const file = await delivery.addFile(owner.viewer.id, BYTES);
  const deleted = await delivery.addFile(stranger.viewer.id, BYTES, { deletedAt: new Date() });
  for (const fileId of [file.id, deleted.id, randomUUID()]) {
    await expect(createSignedUrl(stranger, ask(fileId))).rejects.toMatchObject(NOT_FOUND);
    await expect(revokeSignedUrls(stranger, { fileId })).rejects.toMatchObject(NOT_FOUND);
  }
  const row = await delivery.ctx.db.file.findUniqueOrThrow({ where: { id: file.id } });
  expect(row.urlEpoch).toBe(0);
});

test.each(["PENDING", "FAILED", "DELETED"] as const)("a %s file is not signed", async (status) => {
  const { id } = await delivery.addFile(owner.viewer.id, BYTES, { status });
  await expect(createSignedUrl(owner, ask(id))).rejects.toMatchObject(NOT_FOUND);
});

test("revoking many times at once counts each time", async () => {
  const file = await delivery.addFile(owner.viewer.id, BYTES);
  await Promise.all(Array.from({ length: 10 }, () => revokeSignedUrls(owner, { fileId: file.id })));
  const row = await delivery.ctx.db.file.findUniqueOrThrow({ where: { id: file.id } });
  expect(row.urlEpoch).toBe(10);
});
