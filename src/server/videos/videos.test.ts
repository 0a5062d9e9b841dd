import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Prisma } from "~/generated/prisma/client";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { measureStorage } from "~/server/accounts/service";
import { beginFinalizing, claimJob, completeJob, getJob } from "~/server/jobs/service";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { GenerateVideoInput } from "./schema";
import {
  generateVideo,
  getVideo,
  keepRender,
  listModels,
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

/** A video whose files are rows only: the bytes are not this room's business. */
async function makeVideo(person: Person, prompt = "A lighthouse") {
  const made = await generateVideo(person, generateInput({ prompt }));
  const claim = await claimJob(ctx, { jobId: made.jobId, workerId: "a worker" });
  if (!claim) throw new Error("The job can be claimed.");
  await beginFinalizing(ctx, claim);
  const file = (contentType: string) => ({
    storageKey: randomUUID(),
    contentType,
    size: 2_000,
    sha256: "ab".repeat(32),
  });
  await completeJob(ctx, claim, (tx) =>
    keepRender(tx, claim, {
      durationSeconds: 10,
      width: 1280,
      height: 720,
      video: file("video/mp4"),
      poster: file("image/webp"),
      preview: file("video/mp4"),
      sprite: file("image/webp"),
    }),
  );
  return made;
}

const list = (person: Person, input = {}) => listVideos(person, { limit: 24, ...input });

test("The models are listed as cards", () => {
  expect(listModels(ctx).map(({ id }) => id)).toEqual(["builtin"]);
});

test("A seed left out is chosen by chance and kept; one that is given stays", async () => {
  const somebody = await studio.signUp();
  const seedOf = async (seed?: number) => {
    const made = await generateVideo(somebody, generateInput(seed === undefined ? {} : { seed }));
    return (await getVideo(somebody, made)).recipe.seed;
  };
  expect(await seedOf(7)).toBe(7);
  expect(await seedOf()).not.toBe(await seedOf());
});

test("What the model cannot do is a bad request, what takes premium is forbidden", async () => {
  const [free, premium] = [await studio.signUp("free"), await studio.signUp("premium")];
  const refusals = [
    [premium, { model: "nope" }, "BAD_REQUEST", "There is no model called “nope”."],
    [premium, { duration: 31 }, "BAD_REQUEST", "Tiny makes videos of 1 to 30 seconds."],
    [premium, { style: "neon" }, "BAD_REQUEST", "Tiny knows the styles cinematic, paper."],
    [free, { duration: 16 }, "FORBIDDEN", `up to ${ENTITLEMENTS.free.maxDurationSeconds} seconds`],
    [free, { quality: "1080p" }, "FORBIDDEN", `up to ${ENTITLEMENTS.free.maxQuality}`],
    [free, told(2), "FORBIDDEN", "Premium tells it in several."],
    [premium, told(5), "BAD_REQUEST", "Tiny tells a video in up to 4 scenes."],
  ] as const;
  for (const [person, wish, code, sentence] of refusals) {
    const refused = generateVideo(person, generateInput(wish));
    await expect(refused).rejects.toMatchObject({
      code,
      message: expect.stringContaining(sentence),
    });
  }
  await generateVideo(premium, generateInput({ duration: 30, quality: "1080p" }));
  expect((await list(free)).items).toEqual([]);
});

/** A wish of that many scenes of three seconds. */
function told(scenes: number): Partial<GenerateVideoInput> {
  return {
    duration: 3 * scenes,
    scenes: Array.from({ length: scenes }, (_, n) => ({ prompt: `Scene ${n}`, seconds: 3 })),
  };
}

test("Scenes are kept in the recipe in their order, and are part of what a click's key stands for", async () => {
  const premium = await studio.signUp("premium");
  const input = generateInput(told(3));
  const made = await generateVideo(premium, input);
  expect((await getVideo(premium, made)).recipe.scenes).toEqual(input.scenes);
  expect(await generateVideo(premium, input)).toEqual(made);
  const scenes = input.scenes?.toReversed() ?? [];
  await expect(generateVideo(premium, { ...input, scenes })).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

test.each([
  [{ ...told(3), duration: 10 }, "not as long together"],
  [told(1), "2 to 8"],
  [told(9), "2 to 8"],
  [
    {
      duration: 4,
      scenes: [
        { prompt: "a", seconds: 1 },
        { prompt: "b", seconds: 3 },
      ],
    },
    "2 seconds",
  ],
  [
    {
      duration: 4,
      scenes: [
        { prompt: " ", seconds: 2 },
        { prompt: "b", seconds: 2 },
      ],
    },
    "Write a prompt",
  ],
])("A wish of scenes that is none is refused: %#", (wish, sentence) => {
  const input = { prompt: "A tale", idempotencyKey: randomUUID(), ...wish };
  expect(GenerateVideoInput.safeParse(input).error?.issues[0]?.message).toContain(sentence);
});

async function uploadPicture(person: Person, wish: Partial<Prisma.FileUncheckedCreateInput> = {}) {
  const data: Prisma.FileUncheckedCreateInput = {
    ...{ ownerId: person.viewer.id, kind: "upload", status: "READY", filename: "me.jpg" },
    ...{ contentType: "image/jpeg", size: 9, sha256: "cd".repeat(32), storageKey: randomUUID() },
  };
  return (await ctx.db.file.create({ data: { ...data, ...wish } })).id;
}

test("Pictures are kept in the recipe with their hashes, and are part of what a click's key stands for", async () => {
  const somebody = await studio.signUp();
  const [first, second] = [await uploadPicture(somebody), await uploadPicture(somebody)];
  const input = generateInput({ pictures: [first, second] });
  const made = await generateVideo(somebody, input);
  expect(await generateVideo(somebody, input)).toEqual(made);
  expect((await getVideo(somebody, made)).recipe.pictures).toEqual([
    { fileId: first, sha256: "cd".repeat(32) },
    { fileId: second, sha256: "cd".repeat(32) },
  ]);
  await expect(
    generateVideo(somebody, { ...input, pictures: [second, first] }),
  ).rejects.toMatchObject({ code: "CONFLICT" });
});

test("Only whole pictures of one's own can be shown, and only by a model that shows any", async () => {
  const [somebody, stranger] = [await studio.signUp(), await studio.signUp()];
  const refused = [
    await uploadPicture(stranger),
    await uploadPicture(somebody, { status: "PENDING" }),
    await uploadPicture(somebody, { status: "DELETED" }),
    await uploadPicture(somebody, { contentType: "video/mp4" }),
    await uploadPicture(somebody, { kind: "poster" }),
    await uploadPicture(somebody, { preparedAt: new Date() }),
  ];
  for (const fileId of refused) {
    await expect(
      generateVideo(somebody, generateInput({ pictures: [fileId] })),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  const blind = { ...somebody, models: somebody.models.map((it) => ({ ...it, maxPictures: 0 })) };
  const input = generateInput({ pictures: [await uploadPicture(somebody)] });
  await expect(generateVideo(blind, input)).rejects.toThrow("shows no pictures");
  expect((await list(somebody)).items).toEqual([]);
});

test("A full storage refuses the next video, and room made lets it in", async () => {
  const somebody = await studio.signUp();
  const input = generateInput();
  const made = await generateVideo(somebody, input);
  const { id } = await ctx.db.file.create({
    data: {
      ownerId: somebody.viewer.id,
      kind: "upload",
      filename: "large.mp4",
      contentType: "video/mp4",
      size: ENTITLEMENTS.free.storageBytes,
      status: "READY",
      storageKey: randomUUID(),
    },
  });
  await expect(generateVideo(somebody, generateInput())).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("storage of 2 GiB is full"),
  });
  expect(await generateVideo(somebody, input), "asked again, not begun again").toEqual(made);
  await ctx.db.file.update({ where: { id }, data: { status: "DELETED" } });
  await generateVideo(somebody, generateInput());
});

test.each([
  ["", "Write a prompt first."],
  ["   \n", "Write a prompt first."],
  ["x".repeat(2_001), "A prompt can have at most 2,000 characters."],
  ["a\u0000b", "invisible control characters"],
])("The prompt %j is refused", (prompt, sentence) => {
  const { error } = GenerateVideoInput.safeParse({ prompt, idempotencyKey: randomUUID() });
  expect(error?.issues[0]?.message).toContain(sentence);
});

test("Two thousand emoji are a prompt", () => {
  const input = generateInput({ prompt: "🦊".repeat(2_000) });
  expect(input.model).toBe("builtin");
});

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
