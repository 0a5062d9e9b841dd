import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureStorage } from "~/server/accounts/service";
import { getJob } from "~/server/jobs/service";
import { makeVideo } from "../../../tests/support/made-video";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import {
  generateVideo,
  getVideo,
  listVideos,
  purgeVideos,
  removeVideo,
  restoreVideo,
} from "./service";

let studio: Studio;
let ctx: Studio["ctx"];
type Person = Awaited<ReturnType<Studio["signUp"]>>;

beforeAll(async () => {
  studio = await createStudio();
  ctx = studio.ctx;
});
afterAll(() => studio.close());

const list = (person: Person, input = {}) => listVideos(person, { limit: 24, ...input });

test("Videos are listed newest first in pages and found by any part of their prompt", async () => {
  const somebody = await studio.signUp();
  const prompts = ["A 100% blue fox", "A 1000 blue foxes", "The sea_side", "The seaside"];
  for (const prompt of prompts) await generateVideo(somebody, generateInput({ prompt }));
  const promptsOf = async (input = {}) =>
    (await list(somebody, input)).items.map(({ prompt }) => prompt);
  const first = await list(somebody, { limit: 3 });
  const second = await list(somebody, { limit: 3, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map(({ prompt }) => prompt)).toEqual(
    prompts.toReversed(),
  );
  expect(second.nextCursor).toBeNull();
  expect(await promptsOf({ search: "BLUE" })).toHaveLength(2);
  expect(await promptsOf({ search: "100%" })).toEqual(["A 100% blue fox"]);
  expect(await promptsOf({ search: "sea_" })).toEqual(["The sea_side"]);
});

test("A removed video disappears with every URL of its files, and comes back whole", async () => {
  const somebody = await studio.signUp();
  const made = await makeVideo(somebody);
  const before = await getVideo(somebody, made);
  expect(before.urls.video?.url).toContain("signature=");
  const removed = await removeVideo(somebody, made);
  expect(removed.deletedAt).not.toBeNull();
  expect(removed.urls).toEqual({
    video: null,
    poster: null,
    preview: null,
    sprite: null,
    captions: null,
  });
  await expect(getVideo(somebody, made)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(removeVideo(somebody, made)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await list(somebody)).items).toEqual([]);
  const files = await ctx.db.file.findMany({ where: { ownerId: somebody.viewer.id } });
  expect(files.map(({ status, urlEpoch }) => [status, urlEpoch])).toEqual(
    Array.from({ length: 4 }, () => ["DELETED", 1]),
  );
  const restored = await restoreVideo(somebody, made);
  expect(restored).toMatchObject({ deletedAt: null, fileId: before.fileId });
  expect(restored.urls.video?.url).not.toBe(before.urls.video?.url);
  await expect(restoreVideo(somebody, made)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("A film's sprite comes with how it is laid out, and counts for nobody's storage", async () => {
  const somebody = await studio.signUp();
  const { urls, sprite } = await getVideo(somebody, await makeVideo(somebody));
  expect(urls.sprite?.url).toContain("signature=");
  expect(sprite).toEqual({ columns: 10, rows: 1, tileWidth: 160, tileHeight: 90, seconds: 1 });
  expect(await measureStorage(ctx.db, somebody.viewer.id)).toBe(3 * 2_000);
});

test("A film's captions come with it, and go and come back with it", async () => {
  const somebody = await studio.signUp();
  const made = await makeVideo(somebody);
  const before = await getVideo(somebody, made);
  expect(before.urls.captions).toBeNull();
  const captions = await ctx.db.file.create({
    data: {
      ownerId: somebody.viewer.id,
      kind: "captions",
      sourceId: before.fileId,
      filename: "film.vtt",
      contentType: "text/vtt",
      size: 10,
      status: "READY",
      storageKey: randomUUID(),
    },
  });
  const { urls, sprite } = await getVideo(somebody, made);
  expect(urls.captions?.url).toContain(captions.id);
  expect(urls.sprite?.url).not.toContain(captions.id);
  expect(sprite).not.toBeNull();
  expect((await removeVideo(somebody, made)).urls.captions).toBeNull();
  expect((await restoreVideo(somebody, made)).urls.captions?.url).toContain(captions.id);
});

test("Removing a video that is being made cancels its job", async () => {
  const somebody = await studio.signUp();
  const made = await generateVideo(somebody, generateInput());
  await removeVideo(somebody, made);
  expect(await getJob(somebody, made)).toMatchObject({ status: "CANCELED" });
});

test("After thirty days a removed video cannot be restored", async () => {
  const somebody = await studio.signUp();
  const made = await makeVideo(somebody);
  await removeVideo(somebody, made);
  const later = (days: number) => ({
    ...somebody,
    now: () => new Date(Date.now() + days * 24 * 3600 * 1000),
  });
  await expect(restoreVideo(later(31), made)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await restoreVideo(later(29), made)).toMatchObject({ deletedAt: null });
});

test("A month after its removal a video is gone for good, with its bytes, and others are not", async () => {
  const somebody = await studio.signUp();
  const [gone, kept] = [await makeVideo(somebody), await makeVideo(somebody)];
  const { fileId } = await getVideo(somebody, gone);
  const file = await ctx.db.file.findUniqueOrThrow({ where: { id: fileId ?? "" } });
  await ctx.storage.putFile(file.storageKey, import.meta.filename);
  await removeVideo(somebody, gone);
  await purgeVideos(ctx, new Date());
  expect(await ctx.storage.stat(file.storageKey)).not.toBeNull();
  await purgeVideos(ctx, new Date(Date.now() + 30.9 * 24 * 3600 * 1000));
  expect(await ctx.storage.stat(file.storageKey)).not.toBeNull();
  await purgeVideos(ctx, new Date(Date.now() + 31.1 * 24 * 3600 * 1000));
  expect(await ctx.storage.stat(file.storageKey)).toBeNull();
  const where = { ownerId: somebody.viewer.id };
  expect([await ctx.db.video.count({ where }), await ctx.db.file.count({ where })]).toEqual([1, 4]);
  expect(await getVideo(somebody, kept)).toMatchObject({ status: "SUCCEEDED" });
});

test("A video that comes back while the purge looks at it keeps its files and bytes", async () => {
  const somebody = await studio.signUp();
  const made = await makeVideo(somebody);
  const { fileId } = await getVideo(somebody, made);
  const file = await ctx.db.file.findUniqueOrThrow({ where: { id: fileId ?? "" } });
  await ctx.storage.putFile(file.storageKey, import.meta.filename);
  await removeVideo(somebody, made);
  // The purge has read its list, and only then comes the restore.
  const db = ctx.db.$extends({
    query: {
      video: {
        async findMany({ args, query }) {
          const found = await query(args);
          await restoreVideo(somebody, made);
          return found;
        },
      },
    },
  }) as unknown as typeof ctx.db;
  await purgeVideos({ ...ctx, db }, new Date(Date.now() + 40 * 24 * 3600 * 1000));
  expect(await ctx.storage.stat(file.storageKey)).not.toBeNull();
  expect((await getVideo(somebody, made)).urls.video).not.toBeNull();
});

test("A stranger's video is one that does not exist", async () => {
  const [owner, stranger] = [await studio.signUp(), await studio.signUp()];
  const made = await makeVideo(owner);
  for (const act of [getVideo, removeVideo, restoreVideo]) {
    await expect(act(stranger, made)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect((await list(stranger)).items).toEqual([]);
  expect(await getVideo(owner, made)).toMatchObject({ status: "SUCCEEDED", size: 2_000 });
});

test("A file's name is made of the prompt's first words, in any script", async () => {
  const somebody = await studio.signUp();
  const nameOf = async (prompt: string) => {
    const { fileId } = await getVideo(somebody, await makeVideo(somebody, prompt));
    return (await ctx.db.file.findUniqueOrThrow({ where: { id: fileId ?? "" } })).filename;
  };
  expect(await nameOf('../A "fox": in/the snow?')).toBe("A-fox-in-the-snow.mp4");
  expect(await nameOf("雪の中の狐")).toBe("雪の中の狐.mp4");
  expect(await nameOf("…")).toBe("video.mp4");
});
