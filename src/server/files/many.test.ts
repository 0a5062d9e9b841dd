import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import { createCaller } from "~/server/api/root";
import { newStorageKey } from "~/server/platform/storage/key";
import { startTestStack, type TestStack } from "../../../tests/support/stack";

let stack: TestStack;
let folder: string;
let ann: Viewer;
let bob: Viewer;
beforeAll(async () => {
  stack = await startTestStack();
  folder = await mkdtemp(path.join(tmpdir(), "t2m-many-"));
});
beforeEach(async () => {
  [ann, bob] = [await stack.createViewer(), await stack.createViewer()];
});
afterAll(async () => {
  await stack.close();
  await rm(folder, { recursive: true, force: true });
});

const by = (viewer: Viewer) => createCaller(stack.as(viewer));
const find = (id: string) => stack.adapters.db.file.findUnique({ where: { id } });
const isStored = async (key: string) => (await stack.adapters.storage.stat(key)) !== null;

/** A row and its bytes. */
async function addFile(owner: Viewer, more: Partial<Prisma.FileUncheckedCreateInput> = {}) {
  const storageKey = newStorageKey();
  const source = path.join(folder, randomUUID());
  await writeFile(source, "bytes");
  await stack.adapters.storage.putFile(storageKey, source);
  return stack.adapters.db.file.create({
    data: {
      ownerId: owner.id,
      kind: "upload",
      filename: "sea.png",
      contentType: "image/png",
      size: 5,
      status: "READY",
      storageKey,
      ...more,
    },
  });
}

/** A video whose film is there, with its poster, its captions and a link to it. */
async function addFilm(owner: Viewer) {
  const wish = { prompt: "A boat", idempotencyKey: randomUUID() };
  const { videoId } = await by(owner).videos.generate(wish);
  const film = await addFile(owner, { kind: "video", contentType: "video/mp4" });
  const poster = await addFile(owner, { kind: "poster" });
  const captions = await addFile(owner, { kind: "captions", sourceId: film.id });
  await stack.adapters.db.video.update({
    where: { id: videoId },
    data: { fileId: film.id, posterFileId: poster.id },
  });
  await by(owner).shares.create({ videoId });
  return { videoId, film, parts: [film, poster, captions] };
}

test("Many files of any kind go to the trash and come back in one call each", async () => {
  const [one, two, { film, videoId }] = [
    await addFile(ann),
    await addFile(ann),
    await addFilm(ann),
  ];
  const unfinished = await addFile(ann, { status: "PENDING" });
  const fileIds = [one.id, two.id, film.id];
  const removed = await by(ann).files.removeMany({ fileIds: [...fileIds, unfinished.id] });
  expect(removed.fileIds.toSorted()).toEqual(fileIds.toSorted());
  expect((await by(ann).files.list({})).items).toEqual([]);
  const trash = await by(ann).files.trash({});
  expect(trash.items).toHaveLength(3);
  expect(trash.totals).toEqual({ files: 3, bytes: 15 });
  expect(await find(unfinished.id)).toMatchObject({ status: "PENDING", deletedAt: null });

  expect((await by(ann).files.removeMany({ fileIds })).fileIds).toEqual([]);
  const restored = await by(ann).files.restoreMany({ fileIds });
  expect(restored.fileIds.toSorted()).toEqual(fileIds.toSorted());
  expect((await by(ann).files.list({})).items).toHaveLength(3);
  expect((await by(ann).videos.get({ videoId })).deletedAt).toBeNull();
});

test("Deleting forever takes rows and bytes, a film's video and its links too, and nothing else", async () => {
  const [gone, kept] = [await addFile(ann), await addFile(ann)];
  const poster = await addFile(ann, { kind: "poster", sourceId: gone.id });
  const { videoId, film, parts } = await addFilm(ann);
  await by(ann).files.removeMany({ fileIds: [gone.id, kept.id, film.id] });
  const deleted = await by(ann).files.deleteForever({ fileIds: [gone.id, film.id] });
  expect(deleted.fileIds.toSorted()).toEqual([gone.id, film.id].toSorted());
  for (const { id, storageKey } of [gone, poster, ...parts]) {
    expect(await find(id)).toBeNull();
    expect(await isStored(storageKey)).toBe(false);
  }
  const { db } = stack.adapters;
  expect(await db.video.findUnique({ where: { id: videoId } })).toBeNull();
  expect(await db.share.count({ where: { videoId } })).toBe(0);
  expect(await isStored(kept.storageKey)).toBe(true);
  await by(ann).files.restoreMany({ fileIds: [kept.id, gone.id] });
  expect((await by(ann).files.list({})).items.map(({ id }) => id)).toEqual([kept.id]);
});

test("What is not in the trash is never deleted forever", async () => {
  const [file, { film, parts }] = [await addFile(ann), await addFilm(ann)];
  const fileIds = [file.id, film.id];
  expect((await by(ann).files.deleteForever({ fileIds })).fileIds).toEqual([]);
  const before = new Date(Date.now() + 60_000).toISOString();
  expect(await by(ann).files.emptyTrash({ before })).toEqual({ deleted: 0, left: 0 });
  for (const { storageKey } of [file, ...parts]) expect(await isStored(storageKey)).toBe(true);
});

test("Nobody changes somebody else's files, in the trash or out of it", async () => {
  const [here, trashed] = [await addFile(ann), await addFile(ann)];
  await by(ann).files.removeMany({ fileIds: [trashed.id] });
  const fileIds = [here.id, trashed.id];
  for (const act of ["removeMany", "restoreMany", "deleteForever"] as const) {
    expect((await by(bob).files[act]({ fileIds })).fileIds).toEqual([]);
  }
  await by(bob).files.emptyTrash({ before: new Date().toISOString() });
  expect(await find(here.id)).toMatchObject({ status: "READY" });
  expect(await find(trashed.id)).toMatchObject({ status: "DELETED" });
  expect(await isStored(trashed.storageKey)).toBe(true);
});

test("Emptying the trash leaves what came into it after the question", async () => {
  const [old, late] = [await addFile(ann), await addFile(ann)];
  await by(ann).files.removeMany({ fileIds: [old.id] });
  const before = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await by(ann).files.removeMany({ fileIds: [late.id] });
  expect(await by(ann).files.emptyTrash({ before })).toEqual({ deleted: 1, left: 0 });
  expect((await by(ann).files.trash({})).items.map(({ id }) => id)).toEqual([late.id]);
});

test("A large trash is emptied by a few calls, each of which says what is left", async () => {
  const before = new Date(Date.now() + 60_000).toISOString();
  await stack.adapters.db.file.createMany({
    data: Array.from({ length: 130 }, () => ({
      ownerId: ann.id,
      kind: "upload" as const,
      filename: "a.txt",
      contentType: "text/plain",
      size: 1,
      status: "DELETED" as const,
      storageKey: newStorageKey(),
      deletedAt: new Date(),
    })),
  });
  expect(await by(ann).files.emptyTrash({ before })).toEqual({ deleted: 100, left: 30 });
  expect(await by(ann).files.emptyTrash({ before })).toEqual({ deleted: 30, left: 0 });
});

test("Bytes that cannot be deleted keep their row, in the trash", async () => {
  const file = await addFile(ann);
  await by(ann).files.removeMany({ fileIds: [file.id] });
  const storage = {
    ...stack.adapters.storage,
    delete: () => Promise.reject(new Error("the disk is read-only")),
  };
  const broken = createCaller({ ...stack.as(ann), storage });
  await expect(broken.files.deleteForever({ fileIds: [file.id] })).rejects.toThrow();
  expect(await find(file.id)).toMatchObject({ status: "DELETED" });
  expect((await by(ann).files.restoreMany({ fileIds: [file.id] })).fileIds).toEqual([file.id]);
});
