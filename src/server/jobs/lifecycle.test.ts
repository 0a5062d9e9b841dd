import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateVideo, retryVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { MAX_LOSSES } from "./claim";
import {
  beginFinalizing,
  buryJob,
  cancelJob,
  claimJob,
  completeJob,
  getJob,
  listJobs,
  reportProgress,
  watchJobs,
} from "./service";

let studio: Studio;
let ctx: Studio["ctx"];

beforeAll(async () => {
  studio = await createStudio();
  ctx = studio.ctx;
});
afterAll(() => studio.close());

async function claim(jobId: string) {
  const claimed = await claimJob(ctx, { jobId, workerId: "a worker" });
  if (!claimed) throw new Error("The job can be claimed.");
  return claimed;
}

async function succeed(jobId: string) {
  const claimed = await claim(jobId);
  await beginFinalizing(ctx, claimed);
  expect(await completeJob(ctx, claimed, async () => undefined)).toBe(true);
  return claimed;
}

test("A waiting job is cancelled at once, and no worker gets it any more", async () => {
  const somebody = await studio.signUp();
  const job = await generateVideo(somebody, generateInput());
  expect(await cancelJob(somebody, job)).toMatchObject({ status: "CANCELED", position: null });
  expect(await claimJob(ctx, { jobId: job.jobId, workerId: "late" })).toBeNull();
  expect(await cancelJob(somebody, job)).toMatchObject({ status: "CANCELED" });
});

test("What has ended cannot be cancelled, and what was made cannot be retried", async () => {
  const somebody = await studio.signUp();
  const job = await generateVideo(somebody, generateInput());
  await expect(retryVideo(somebody, job)).rejects.toMatchObject({
    code: "CONFLICT",
    message: "This job has not ended yet.",
  });
  await succeed(job.jobId);
  await expect(cancelJob(somebody, job)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(retryVideo(somebody, job)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await getJob(somebody, job)).toMatchObject({ status: "SUCCEEDED", progress: 100 });
});

test("Completing twice after an answer that got lost keeps the result once", async () => {
  const somebody = await studio.signUp();
  const job = await generateVideo(somebody, generateInput());
  const claimed = await succeed(job.jobId);
  const keep = () => Promise.reject(new Error("It is kept already."));
  expect(await completeJob(ctx, claimed, keep)).toBe(true);
});

test("Progress never falls, stays below 100, and starts a new attempt where the last one was", async () => {
  const somebody = await studio.signUp();
  const { jobId } = await generateVideo(somebody, generateInput());
  const first = await claim(jobId);
  const show = async (percent: number, by = first) => {
    expect(await reportProgress(ctx, by, { phase: "drawing", percent })).toBe(true);
    return (await getJob(somebody, { jobId })).progress;
  };
  expect([await show(40), await show(10), await show(1_000)]).toEqual([40, 40, 99]);
  const second = await claim(jobId);
  expect(await show(5, second)).toBe(99);
});

test("A cancelled job ignores the worker that was about to finish it", async () => {
  const somebody = await studio.signUp();
  const job = await generateVideo(somebody, generateInput());
  const claimed = await claim(job.jobId);
  await beginFinalizing(ctx, claimed);
  await cancelJob(somebody, job);
  const keep = () => Promise.reject(new Error("The result of a cancelled job must not be kept."));
  expect(await completeJob(ctx, claimed, keep)).toBe(false);
  expect(await reportProgress(ctx, claimed, { phase: "drawing", percent: 1 })).toBe(false);
});

test("A job under which workers keep vanishing ends as WORKER_LOST", async () => {
  const somebody = await studio.signUp();
  const { jobId } = await generateVideo(somebody, generateInput());
  for (let n = 0; n <= MAX_LOSSES; n += 1) await claim(jobId);
  expect(await claimJob(ctx, { jobId, workerId: "the last one" })).toBeNull();
  const { status, error } = await getJob(somebody, { jobId });
  expect([status, error?.code]).toEqual(["FAILED", "WORKER_LOST"]);
});

test("A dead letter ends an active job and changes no ended one", async () => {
  const somebody = await studio.signUp();
  const [lost, made] = [
    await generateVideo(somebody, generateInput()),
    await generateVideo(somebody, generateInput()),
  ];
  await succeed(made.jobId);
  await buryJob(ctx, lost.jobId);
  await buryJob(ctx, made.jobId);
  expect(await getJob(somebody, lost)).toMatchObject({ error: { code: "WORKER_LOST" } });
  expect(await getJob(somebody, made)).toMatchObject({ status: "SUCCEEDED", error: null });
});

test("The database itself refuses to change how a job ended", async () => {
  const somebody = await studio.signUp();
  const { jobId } = await generateVideo(somebody, generateInput());
  await succeed(jobId);
  const change = (data: { status?: "QUEUED"; progress?: number; sweptAttempt?: number }) =>
    ctx.db.job.update({ where: { id: jobId }, data });
  await expect(change({ status: "QUEUED" })).rejects.toThrow("has ended as SUCCEEDED");
  await expect(change({ progress: 3 })).rejects.toThrow("has ended as SUCCEEDED");
  await change({ sweptAttempt: 5 });
});

test("Lists are pages, newest first, and can show only what is active or has ended", async () => {
  const somebody = await studio.signUp();
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    ids.unshift((await generateVideo(somebody, generateInput())).jobId);
  }
  await cancelJob(somebody, { jobId: ids[0] ?? "" });
  const idsOf = async (input: Parameters<typeof listJobs>[1]) => {
    const page = await listJobs(somebody, input);
    return { ids: page.items.map(({ id }) => id), cursor: page.nextCursor };
  };
  const first = await idsOf({ filter: "all", limit: 3 });
  const second = await idsOf({ filter: "all", limit: 3, cursor: first.cursor });
  expect([...first.ids, ...second.ids]).toEqual(ids);
  expect(second.cursor).toBeNull();
  expect((await idsOf({ filter: "ended", limit: 9 })).ids).toEqual(ids.slice(0, 1));
  expect((await idsOf({ filter: "active", limit: 9 })).ids).toEqual(ids.slice(1));
  await expect(
    listJobs(somebody, { filter: "all", limit: 3, cursor: "bm9uc2Vuc2U" }),
  ).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("A stranger's job is one that does not exist, whatever is asked of it", async () => {
  const [owner, stranger] = [await studio.signUp(), await studio.signUp()];
  const job = await generateVideo(owner, generateInput());
  const attempts = [
    () => getJob(stranger, job),
    () => cancelJob(stranger, job),
    () => retryVideo(stranger, job),
    () => watchJobs(stranger, job).next(),
  ];
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "There is no such job.",
    });
  }
  await expect(getJob(stranger, { jobId: randomUUID() })).rejects.toThrow("There is no such job.");
  expect((await listJobs(stranger, { filter: "all", limit: 10 })).items).toEqual([]);
  expect(await getJob(owner, job)).toMatchObject({ status: "QUEUED" });
});
