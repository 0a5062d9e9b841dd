import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import type { JobView } from "~/server/jobs/schema";
import { cancelJob, getJob } from "~/server/jobs/service";
import { generateVideo, getVideo, retryVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio, until } from "../../tests/support/studio";
import { createTinyGenerator } from "../../tests/support/tiny-generator";
import { startWorker, type Worker } from "./worker";

let studio: Studio;
let workers: Worker[] = [];

async function work(ctx: Studio["ctx"] = studio.ctx, slots = 1) {
  const options = { slots, workParent: `${studio.folder}/work`, tickMs: 200 };
  const worker = await startWorker(ctx, options);
  workers.push(worker);
  return worker;
}

type Somebody = Awaited<ReturnType<Studio["signUp"]>>;

function untilJob(somebody: Somebody, jobId: string, status: JobView["status"]) {
  return until(
    () => getJob(somebody, { jobId }),
    (job) => job.status === status,
  );
}

afterEach(async () => {
  for (const worker of workers) await worker.stop();
  workers = [];
  await studio.close();
});

test("A submitted video is rendered, hashed, stored and shown as succeeded", async () => {
  studio = await createStudio();
  const somebody = await studio.signUp();
  await work();
  const { videoId, jobId } = await generateVideo(somebody, generateInput());
  await untilJob(somebody, jobId, "SUCCEEDED");
  const video = await getVideo(somebody, { videoId });
  expect(video).toMatchObject({ status: "SUCCEEDED", duration: 10, width: 1280, height: 720 });
  expect(video.job).toMatchObject({ progress: 100, phase: "done", error: null, position: null });
  expect(video.urls.video?.url).toContain(`/api/files/secure/${video.fileId}?`);
  const file = await studio.ctx.db.file.findUniqueOrThrow({ where: { id: video.fileId ?? "" } });
  expect(file).toMatchObject({ kind: "video", status: "READY", contentType: "video/mp4" });
  const end = Number(file.size) - 1;
  const bytes = await buffer(
    await studio.ctx.storage.openRange(file.storageKey, { start: 0, end }),
  );
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(video.sha256);
  expect(await studio.ctx.db.jobFrame.count()).toBe(0);
  const events = await studio.ctx.db.jobEvent.findMany({
    where: { jobId },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ status }) => status)).toEqual([
    "QUEUED",
    "RUNNING",
    "FINALIZING",
    "SUCCEEDED",
  ]);
});

test("Cancelling a running job stops its render within a second and frees the slot", async () => {
  let stoppedAt = 0;
  const endless = createTinyGenerator({
    onStart: ({ recipe, signal }) =>
      recipe.prompt === "endless"
        ? new Promise((_, reject) => {
            signal.addEventListener("abort", () => {
              stoppedAt = performance.now();
              reject(signal.reason);
            });
          })
        : undefined,
  });
  studio = await createStudio({ generators: [endless] });
  const somebody = await studio.signUp();
  await work();
  const first = await generateVideo(somebody, generateInput({ prompt: "endless" }));
  const second = await generateVideo(somebody, generateInput());
  await untilJob(somebody, first.jobId, "RUNNING");
  const canceledAt = performance.now();
  expect(await cancelJob(somebody, first)).toMatchObject({ status: "CANCELED", error: null });
  await untilJob(somebody, second.jobId, "SUCCEEDED");
  expect(stoppedAt - canceledAt).toBeLessThan(1_000);
  expect(await getJob(somebody, first)).toMatchObject({ status: "CANCELED" });
});

test("A render that fails is tried three times, and then the job says so and can be retried", async () => {
  let isBroken = true;
  let tries = 0;
  const moody = createTinyGenerator({
    onStart: () => {
      tries += 1;
      if (isBroken) throw new Error("exit code 139 at /some/path");
    },
  });
  studio = await createStudio({ generators: [moody] });
  const somebody = await studio.signUp();
  await work();
  const failing = await generateVideo(somebody, generateInput());
  const failed = await untilJob(somebody, failing.jobId, "FAILED");
  expect(tries).toBe(3);
  expect(failed.error).toMatchObject({ code: "RENDER_FAILED" });
  expect(failed.error?.message).not.toContain("139");
  isBroken = false;
  const again = await retryVideo(somebody, failing);
  expect(await retryVideo(somebody, failing)).toEqual(again);
  await untilJob(somebody, again.jobId, "SUCCEEDED");
  expect(await getVideo(somebody, failing)).toMatchObject({ status: "SUCCEEDED" });
  expect(await getJob(somebody, failing)).toMatchObject({ status: "FAILED" });
});

test("A full disk ends the job with its own sentence and leaves nothing behind", async () => {
  studio = await createStudio();
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  const ctx = { ...studio.ctx };
  ctx.storage = {
    ...ctx.storage,
    putFile: async (key, path) => {
      if (key.endsWith("preview")) throw full;
      return studio.ctx.storage.putFile(key, path);
    },
  };
  const somebody = await studio.signUp();
  await work(ctx);
  const { jobId } = await generateVideo(somebody, generateInput());
  const failed = await untilJob(somebody, jobId, "FAILED");
  expect(failed.error?.code).toBe("STORAGE_FULL");
  await until(
    () => readdir(`${studio.folder}/storage/renders`, { recursive: true, withFileTypes: true }),
    (entries) => entries.every((entry) => !entry.isFile()),
  );
});

test("A worker that is asked to end hands its job back, unharmed, to the next one", async () => {
  studio = await createStudio({ generators: [createTinyGenerator({ steps: 40, stepMs: 25 })] });
  const somebody = await studio.signUp();
  const first = await work(studio.another());
  const { jobId } = await generateVideo(somebody, generateInput());
  await untilJob(somebody, jobId, "RUNNING");
  workers = [];
  await first.stop();
  expect(await getJob(somebody, { jobId })).toMatchObject({ status: "QUEUED", phase: "waiting" });
  await work(studio.another());
  await untilJob(somebody, jobId, "SUCCEEDED");
  const row = await studio.ctx.db.job.findUniqueOrThrow({ where: { id: jobId } });
  expect(row).toMatchObject({ attempt: 2, failures: 0, losses: 0 });
});

test("Two workers render each of many jobs exactly once", async () => {
  const renders = new Map<number, number>();
  const counting = createTinyGenerator({
    steps: 1,
    onStart: ({ recipe }) => void renders.set(recipe.seed, (renders.get(recipe.seed) ?? 0) + 1),
  });
  studio = await createStudio({ generators: [counting] });
  const people = await Promise.all(Array.from({ length: 6 }, () => studio.signUp("premium")));
  await work(studio.another(), 2);
  await work(studio.another(), 2);
  const wishes = people.flatMap((person, n) =>
    Array.from({ length: 5 }, (_, m) =>
      generateVideo(person, generateInput({ seed: n * 100 + m })),
    ),
  );
  await Promise.all(wishes);
  await until(
    () => studio.ctx.db.job.groupBy({ by: ["status"], _count: true }),
    (groups) => groups.every(({ status }) => status === "SUCCEEDED"),
    15_000,
  );
  expect([...renders.values()]).toEqual(Array.from({ length: 30 }, () => 1));
  expect(await studio.ctx.db.file.count()).toBe(120);
});
