import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";

let studio: Studio;

beforeAll(async () => {
  studio = await createStudio();
});
afterAll(() => studio.close());

test("Fifty clicks with one key at the same time make one job", async () => {
  const somebody = await studio.signUp();
  const input = generateInput();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => generateVideo(somebody, input)),
  );
  expect(new Set(answers.map(({ jobId, videoId }) => `${jobId} ${videoId}`)).size).toBe(1);
  const ownerId = somebody.viewer.id;
  expect(await studio.ctx.db.job.count({ where: { ownerId } })).toBe(1);
  expect(await studio.ctx.db.video.count({ where: { ownerId } })).toBe(1);
});

test("The same key with other settings is a conflict, and two people may use the same key", async () => {
  const [somebody, another] = [await studio.signUp(), await studio.signUp()];
  const idempotencyKey = randomUUID();
  const first = await generateVideo(somebody, generateInput({ idempotencyKey }));
  const wish = generateInput({ idempotencyKey, duration: 5 });
  await expect(generateVideo(somebody, wish)).rejects.toMatchObject({ code: "CONFLICT" });
  const theirs = await generateVideo(another, wish);
  expect(theirs.jobId).not.toBe(first.jobId);
});

test("What cannot be committed leaves neither a video nor a job nor a place in the queue", async () => {
  const somebody = await studio.signUp();
  const failing = {
    ...somebody,
    events: { ...somebody.events, publish: () => Promise.reject(new Error("no news today")) },
  };
  await expect(generateVideo(failing, generateInput())).rejects.toThrow("no news today");
  const where = { ownerId: somebody.viewer.id };
  expect(await studio.ctx.db.video.count({ where })).toBe(0);
  expect(await studio.ctx.db.job.count({ where })).toBe(0);
});

test("A hundred people may click in the same moment, and everybody gets a job", async () => {
  const people = await Promise.all(Array.from({ length: 100 }, () => studio.signUp()));
  const answers = await Promise.all(people.map((one) => generateVideo(one, generateInput())));
  expect(new Set(answers.map(({ jobId }) => jobId)).size).toBe(100);
});
