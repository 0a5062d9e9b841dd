import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileKind } from "~/generated/prisma/client";
import { getFile, purgeFiles, removeFile, restoreFile } from "~/server/files/service";
import { claimUnprepared } from "~/server/media/service";
import { newStorageKey } from "~/server/platform/storage/key";
import { createStudio, type Studio, until } from "../../tests/support/studio";
import { writeTinyFilm } from "../../tests/support/tiny-media";
import { prepareNext } from "./prepare-files";
import { startWorker } from "./worker";

let studio: Studio;
let ctx: Studio["ctx"];
let somebody: Awaited<ReturnType<Studio["signUp"]>>;
let workRoot: string;

beforeAll(async () => {
  studio = await createStudio();
  ctx = studio.ctx;
  somebody = await studio.signUp();
  workRoot = join(studio.folder, "work");
  await mkdir(workRoot);
});
afterAll(() => studio.close());

const running = () => ({ workRoot, signal: new AbortController().signal });

async function upload(path: string, contentType: string, kind: FileKind = "upload") {
  const storageKey = newStorageKey();
  const { size } = await ctx.storage.putFile(storageKey, path);
  const { id } = await ctx.db.file.create({
    data: {
      ...{ ownerId: somebody.viewer.id, kind, filename: "holiday.jpg", contentType },
      ...{ size, storageKey, status: "READY" },
    },
  });
  return id;
}

async function uploadPicture() {
  const path = join(studio.folder, randomUUID());
  await sharp({ create: { width: 90, height: 60, channels: 3, background: "teal" } })
    .png()
    .toFile(path);
  return upload(path, "image/png");
}

const picturesOf = (sourceId: string) => ctx.db.file.findMany({ where: { sourceId } });

test("A worker gives an upload its poster and its size; both go and come back with it", async () => {
  const fileId = await uploadPicture();
  const worker = await startWorker(ctx, { slots: 1, workParent: studio.folder, tickMs: 100 });
  const view = await until(
    () => getFile(somebody, { fileId }),
    ({ posterUrl, width }) => posterUrl !== null && width !== null,
  );
  await worker.stop();
  expect(view).toMatchObject({ width: 90, height: 60 });
  const [poster] = await picturesOf(fileId);
  expect(poster).toMatchObject({ kind: "poster", filename: "holiday.webp", status: "READY" });
  expect(await ctx.storage.stat(poster?.storageKey ?? "")).toEqual({ size: Number(poster?.size) });
  await removeFile(somebody, { fileId });
  expect((await picturesOf(fileId))[0]).toMatchObject({ status: "DELETED", urlEpoch: 1 });
  await restoreFile(somebody, { fileId });
  expect((await picturesOf(fileId))[0]?.status).toBe("READY");
  await removeFile(somebody, { fileId });
  await purgeFiles(ctx, new Date(Date.now() + 40 * 24 * 60 * 60 * 1000));
  expect(await picturesOf(fileId)).toEqual([]);
  expect(await ctx.storage.stat(poster?.storageKey ?? "")).toBeNull();
});

test("Every file goes to one worker only, and each is looked into once", async () => {
  const ids = [await uploadPicture(), await uploadPicture(), await uploadPicture()];
  const claims = await Promise.all(Array.from({ length: 5 }, () => claimUnprepared(ctx)));
  const claimed = claims.flatMap((claim) => claim?.id ?? []);
  expect(new Set(claimed).size).toBe(claimed.length);
  await ctx.db.file.updateMany({ data: { prepareUntil: null } });
  while (await prepareNext(ctx, running()));
  for (const id of ids) expect(await picturesOf(id)).toHaveLength(1);
});

test("A file that takes its worker along is given up after the third time, and stays a file", async () => {
  const fileId = await uploadPicture();
  const preparer = { prepare: () => Promise.reject(new Error("killed")) };
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(prepareNext({ ...ctx, preparer }, running())).rejects.toThrow("killed");
  }
  expect(await prepareNext({ ...ctx, preparer }, running())).toBe(false);
  const row = await ctx.db.file.findUniqueOrThrow({ where: { id: fileId } });
  expect(row).toMatchObject({ status: "READY", prepareFailures: 3 });
  expect(row.preparedAt).not.toBeNull();
  expect(await picturesOf(fileId)).toEqual([]);
});

test("A worker that is stopped hands its file back as it was", async () => {
  const fileId = await uploadPicture();
  const stop = new AbortController();
  const preparer = {
    prepare: async () => {
      stop.abort();
      throw stop.signal.reason;
    },
  };
  await prepareNext({ ...ctx, preparer }, { workRoot, signal: stop.signal });
  const row = await ctx.db.file.findUniqueOrThrow({ where: { id: fileId } });
  expect(row).toMatchObject({ prepareFailures: 0, prepareUntil: null, preparedAt: null });
  await prepareNext(ctx, running());
});

test("Text gets no pictures, a broken picture neither, and an old film gets its sprite", async () => {
  const text = join(studio.folder, "text");
  await writeFile(text, "No picture");
  const none = [await upload(text, "text/plain"), await upload(text, "image/jpeg")];
  const film = join(studio.folder, "film.mp4");
  await writeTinyFilm(film, { seconds: 2 });
  const filmId = await upload(film, "video/mp4", "video");
  while (await prepareNext(ctx, running()));
  for (const id of none) expect(await picturesOf(id)).toEqual([]);
  expect((await picturesOf(filmId)).map(({ kind }) => kind)).toEqual(["sprite"]);
  expect(await ctx.db.file.count({ where: { preparedAt: null, sourceId: null } })).toBe(0);
});

test("A file that is gone while it is looked into leaves no bytes behind", async () => {
  const fileId = await uploadPicture();
  const { storage } = ctx;
  const keys: string[] = [];
  const watched = {
    ...storage,
    async putFile(key: string, path: string) {
      keys.push(key);
      await ctx.db.file.delete({ where: { id: fileId } });
      return storage.putFile(key, path);
    },
  };
  await prepareNext({ ...ctx, storage: watched }, running());
  expect(keys).toHaveLength(1);
  expect(await storage.stat(keys[0] ?? "")).toBeNull();
});
