import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { measureStorage } from "~/server/accounts/service";
import { beginFinalizing, claimJob, completeJob } from "~/server/jobs/service";
import { Voice } from "~/server/platform/generators/schema";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { GenerateVideoInput } from "./schema";
import { generateVideo, getVideo, keepRender, purgeVideos, removeVideo } from "./service";

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});
afterAll(() => studio.close());

async function signUp() {
  const person = await studio.signUp();
  const models = person.models.map((card) => ({
    ...card,
    voices: Voice.options,
    burnsCaptions: true,
  }));
  return { ...person, models };
}

test("A narration and captions are kept in the recipe, and are part of what a click's key stands for", async () => {
  const somebody = await signUp();
  const input = generateInput({ narration: { voice: "angus" }, captions: "burnt" });
  const made = await generateVideo(somebody, input);
  expect(await generateVideo(somebody, input)).toEqual(made);
  const { recipe, narration } = await getVideo(somebody, made);
  expect(recipe).toMatchObject({ narration: { voice: "angus" }, captions: "burnt" });
  expect(narration).toBeNull();
  const { narration: _, ...silent } = input;
  for (const other of [{ ...input, narration: { voice: "clara" as const } }, silent]) {
    await expect(generateVideo(somebody, other)).rejects.toMatchObject({ code: "CONFLICT" });
  }
});

test("A model that cannot narrate or burn captions in refuses both", async () => {
  const { models, ...somebody } = await signUp();
  const plain = {
    ...somebody,
    models: models.map(({ voices: _, burnsCaptions: __, ...card }) => card),
  };
  const narrated = generateInput({ narration: { voice: "clara" } });
  await expect(generateVideo(plain, narrated)).rejects.toThrow("without a narration");
  const burnt = generateInput({ captions: "burnt" });
  await expect(generateVideo(plain, burnt)).rejects.toThrow("cannot burn captions");
});

test.each([
  [{ narration: { voice: "nobody" } }, "Choose a voice: clara"],
  [{ narration: true }, "A narration names its voice"],
  [{ narration: { voice: "clara", speed: 2 } }, "A narration names its voice, and nothing else"],
  [{ captions: "always" }, "Captions can be “burnt”"],
])("What is no narration and no captions is refused in a sentence: %j", (wish, sentence) => {
  const input = { prompt: "A tale", idempotencyKey: randomUUID(), ...wish };
  expect(GenerateVideoInput.safeParse(input).error?.issues[0]?.message).toContain(sentence);
});

test("Captions belong to the film's file, take none of the storage, and go for good with their video", async () => {
  const somebody = await signUp();
  const made = await generateVideo(somebody, generateInput({ narration: { voice: "clara" } }));
  const claim = await claimJob(studio.ctx, { jobId: made.jobId, workerId: "a worker" });
  if (!claim) throw new Error("The job can be claimed.");
  await beginFinalizing(studio.ctx, claim);
  const file = (contentType: string) => ({
    ...{ storageKey: randomUUID(), contentType, size: 2_000, sha256: "ab".repeat(32) },
  });
  const captions = file("text/vtt");
  await studio.ctx.storage.putFile(captions.storageKey, import.meta.filename);
  await completeJob(studio.ctx, claim, (tx) =>
    keepRender(tx, claim, {
      ...{ durationSeconds: 10, width: 1280, height: 720, narration: "language" },
      ...{ video: file("video/mp4"), poster: file("image/webp"), preview: file("video/mp4") },
      captions,
    }),
  );
  const { fileId, narration } = await getVideo(somebody, made);
  expect(narration).toBe("language");
  const { db } = studio.ctx;
  const kept = await db.file.findFirstOrThrow({ where: { sourceId: fileId, kind: "captions" } });
  expect(kept).toMatchObject({ status: "READY", contentType: "text/vtt" });
  expect(kept.filename).toMatch(/\.vtt$/);
  expect(await measureStorage(db, somebody.viewer.id)).toBe(3 * 2_000);
  await removeVideo(somebody, made);
  await purgeVideos(studio.ctx, new Date(Date.now() + 40 * 24 * 3600 * 1000));
  expect(await db.file.count({ where: { ownerId: somebody.viewer.id } })).toBe(0);
  expect(await studio.ctx.storage.stat(captions.storageKey)).toBeNull();
});
