import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDelivery, type Delivery } from "../../../tests/support/delivery";
import { getFile, listFiles } from "./service";

type Member = Awaited<ReturnType<Delivery["signUp"]>>;
const BYTES = Buffer.from("film");

let delivery: Delivery;
let owner: Member;
beforeAll(async () => {
  delivery = await createDelivery();
  owner = await delivery.signUp();
});
afterAll(() => delivery.close());

test("pages show each of the viewer's uploads and videos once, newest first", async () => {
  const member = await delivery.signUp();
  const ids: string[] = [];
  for (let index = 0; index < 25; index += 1) {
    // Five at a time share a moment: their order is that of their ids.
    const createdAt = new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(index / 5)));
    const kind = index % 2 ? "upload" : "video";
    const { id } = await delivery.addFile(member.viewer.id, BYTES, { kind, createdAt });
    ids.unshift(id);
  }
  await delivery.addFile(member.viewer.id, BYTES, { kind: "poster" });
  await delivery.addFile(member.viewer.id, BYTES, { kind: "preview" });
  await delivery.addFile(member.viewer.id, BYTES, { status: "DELETED" });
  await delivery.addFile(member.viewer.id, BYTES, { deletedAt: new Date() });
  await delivery.addFile(owner.viewer.id, BYTES);

  const seen: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<typeof listFiles>> = await listFiles(member, {
      limit: 7,
      cursor,
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    pages += 1;
  } while (cursor);
  expect(seen).toEqual(ids);
  expect(pages).toBe(4);
});

test("a full last page has no page after it", async () => {
  const member = await delivery.signUp();
  await delivery.addFile(member.viewer.id, BYTES);
  expect(await listFiles(member, { limit: 1 })).toMatchObject({ nextCursor: null });
  expect((await listFiles(await delivery.signUp(), { limit: 1 })).items).toEqual([]);
});

test.each(["x", "", "bnVsbA", Buffer.from('["2026",1]').toString("base64url")])(
  "the page mark %j is a bad request, or the start when it is empty",
  async (cursor) => {
    const listing = listFiles(owner, { limit: 5, cursor });
    if (cursor) await expect(listing).rejects.toMatchObject({ code: "BAD_REQUEST" });
    else await expect(listing).resolves.toBeDefined();
  },
);

test("a file that is ready carries its facts and a URL, and no name of the storage", async () => {
  const file = await delivery.addFile(owner.viewer.id, BYTES);
  const view = await getFile(owner, { fileId: file.id });
  expect(view).toEqual({
    id: file.id,
    kind: "video",
    videoId: null,
    filename: "clip.mp4",
    contentType: "video/mp4",
    size: 4,
    sha256: file.sha256,
    status: "READY",
    url: {
      url: expect.stringContaining(`https://t2m.example/api/files/secure/${file.id}?expires=`),
      expiresAt: "2026-11-24T13:00:00.000Z",
    },
    width: null,
    height: null,
    durationSeconds: null,
    posterUrl: null,
    previewUrl: null,
    waveformUrl: null,
    captionsUrl: null,
    createdAt: "2026-11-20T10:20:30.456Z",
  });
  expect(JSON.stringify(view)).not.toContain(file.storageKey);
});

test("a film's captions come with it once they are ready", async () => {
  const film = await delivery.addFile(owner.viewer.id, BYTES);
  const row = { kind: "captions", contentType: "text/vtt", sourceId: film.id } as const;
  const captions = await delivery.addFile(owner.viewer.id, BYTES, { ...row, status: "PENDING" });
  expect(await getFile(owner, { fileId: film.id })).toMatchObject({ captionsUrl: null });
  await owner.db.file.update({ where: { id: captions.id }, data: { status: "READY" } });
  const { captionsUrl } = await getFile(owner, { fileId: film.id });
  expect(captionsUrl?.url).toContain(`/api/files/secure/${captions.id}?expires=`);
});

test.each([
  ["PENDING", { status: "PENDING" }],
  ["FAILED", { status: "FAILED" }],
  ["DELETED", { status: "READY", deletedAt: new Date() }],
] as const)("a %s file says so and has no URL", async (status, row) => {
  const { id } = await delivery.addFile(owner.viewer.id, BYTES, row);
  expect(await getFile(owner, { fileId: id })).toMatchObject({ status, url: null });
});

test("a stranger's file and none at all look the same", async () => {
  const file = await delivery.addFile(owner.viewer.id, BYTES);
  const stranger = await delivery.signUp();
  for (const fileId of [file.id, randomUUID()]) {
    await expect(getFile(stranger, { fileId })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "There is no such file. It may have been deleted.",
    });
  }
});
