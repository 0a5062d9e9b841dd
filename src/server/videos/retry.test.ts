import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { cancelJob } from "~/server/jobs/service";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { generateVideo, retryVideo } from "./service";

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});
afterAll(() => studio.close());

type Somebody = Awaited<ReturnType<Studio["signUp"]>>;

async function cancelOne(somebody: Somebody, wish: Parameters<typeof generateInput>[0] = {}) {
  const job = await generateVideo(somebody, generateInput(wish));
  await cancelJob(somebody, job);
  return job;
}

test("What was made in premium is not made again without it, and is again when it is back", async () => {
  const premium = await studio.signUp("premium");
  const sharp = await cancelOne(premium, { quality: "1080p" });
  const long = await cancelOne(premium, { duration: 30 });
  const small = await cancelOne(premium);
  const free = { ...premium, viewer: { ...premium.viewer, tier: "free" as const } };
  await expect(retryVideo(free, sharp)).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: "Your plan allows videos of up to 720p. Premium makes sharper ones.",
  });
  await expect(retryVideo(free, long)).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("Premium makes longer ones."),
  });
  expect(await retryVideo(free, small)).toMatchObject({ videoId: small.videoId });
  const again = await retryVideo(premium, sharp);
  expect(again).toMatchObject({ videoId: sharp.videoId });
  expect(await retryVideo(free, sharp), "it was begun while it was allowed").toEqual(again);
});

test("A full storage refuses a retry too, with what to do about it", async () => {
  const somebody = await studio.signUp();
  const job = await cancelOne(somebody);
  await studio.ctx.db.file.create({
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
  await expect(retryVideo(somebody, job)).rejects.toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("storage of 2 GiB is full"),
  });
});
