import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Prisma } from "~/generated/prisma/client";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { GenerateVideoInput } from "./schema";
import { generateVideo, getVideo, listModels, listVideos } from "./service";

let studio: Studio;
let ctx: Studio["ctx"];
type Person = Awaited<ReturnType<Studio["signUp"]>>;

beforeAll(async () => {
  studio = await createStudio();
  ctx = studio.ctx;
});
afterAll(() => studio.close());

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
