import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginFinalizing, claimJob, completeJob } from "~/server/jobs/service";
import type { StoryboardView } from "~/server/platform/generators/schema";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { generateVideo, getVideo, keepRender, listVideos } from "./service";

let studio: Studio;
beforeAll(async () => {
  studio = await createStudio();
});
afterAll(() => studio.close());

const STORYBOARD: StoryboardView = {
  scenes: [
    {
      start: 0,
      duration: 10,
      place: "moon",
      time: "night",
      weather: "clear",
      mood: "joyful",
      cast: [{ word: "cat", count: 3, color: "red" }],
      props: [{ word: "mouse", count: 1, isObject: true }],
      verb: "chase",
      motion: "chase",
    },
  ],
};

async function makeVideo(storyboard?: StoryboardView) {
  const somebody = await studio.signUp();
  const made = await generateVideo(somebody, generateInput());
  const claim = await claimJob(studio.ctx, { jobId: made.jobId, workerId: "a worker" });
  if (!claim) throw new Error("The job can be claimed.");
  expect((await getVideo(somebody, made)).storyboard).toBeNull();
  await beginFinalizing(studio.ctx, claim);
  const file = (contentType: string) => ({
    ...{ storageKey: randomUUID(), contentType, size: 2_000, sha256: "ab".repeat(32) },
  });
  await completeJob(studio.ctx, claim, (tx) =>
    keepRender(tx, claim, {
      ...{ durationSeconds: 10, width: 1280, height: 720 },
      ...{ video: file("video/mp4"), poster: file("image/webp"), preview: file("video/mp4") },
      ...(storyboard ? { storyboard } : {}),
    }),
  );
  return { somebody, made };
}

test("What a model understood is kept with its film and told with the video, not in lists", async () => {
  const { somebody, made } = await makeVideo(STORYBOARD);
  expect((await getVideo(somebody, made)).storyboard).toEqual(STORYBOARD);
  const { items } = await listVideos(somebody, { limit: 1 });
  expect(items[0]).not.toHaveProperty("storyboard");
});

test("A model that does not say what it understood leaves it open", async () => {
  const { somebody, made } = await makeVideo();
  expect((await getVideo(somebody, made)).storyboard).toBeNull();
});
