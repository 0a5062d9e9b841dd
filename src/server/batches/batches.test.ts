import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beatWorker, beginFinalizing, claimJob, completeJob } from "~/server/jobs/service";
import { keepRender } from "~/server/videos/service";
import { createStudio, type Studio } from "../../../tests/support/studio";
import { CreateBatchInput } from "./schema";
import {
  cancelBatch,
  createBatch,
  getBatch,
  listBatches,
  listBatchRows,
  pauseBatch,
  planBatch,
  resumeBatch,
} from "./service";

let studio: Studio;
let ctx: Studio["ctx"];
type Person = Awaited<ReturnType<Studio["signUp"]>>;

beforeAll(async () => {
  studio = await createStudio();
  ctx = studio.ctx;
});
afterAll(() => studio.close());

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ prompt: `Number ${index + 1}`, duration: 5 }));

function ask(person: Person, rows: unknown[], idempotencyKey: string = randomUUID()) {
  const input = CreateBatchInput.parse({ name: "Numbers", rows, idempotencyKey });
  return createBatch(person, input);
}

/** A batch of which a worker has begun as many rows as the tier allows. */
async function begin(person: Person, rows: unknown[]) {
  await beatWorker(ctx, { id: "a worker", slots: 8, machine: "here", pid: process.pid });
  const { batchId } = await ask(person, rows);
  const jobs = await ctx.db.job.findMany({
    where: { video: { batchId }, admittedAt: { not: null } },
    orderBy: { createdAt: "asc" },
  });
  await ctx.db.worker.deleteMany();
  return { batchId, admitted: jobs.map(({ id }) => id) };
}

async function finish(jobId: string) {
  const claim = await claimJob(ctx, { jobId, workerId: "a worker" });
  if (!claim) throw new Error("The job can be claimed.");
  await beginFinalizing(ctx, claim);
  const file = (contentType: string) => ({
    storageKey: randomUUID(),
    contentType,
    size: 2_000_000,
    sha256: "ab".repeat(32),
  });
  await completeJob(ctx, claim, (tx) =>
    keepRender(tx, claim, {
      durationSeconds: 5,
      width: 1280,
      height: 720,
      video: file("video/mp4"),
      poster: file("image/webp"),
      preview: file("video/mp4"),
    }),
  );
}

test("A dry run names each row that cannot be made, and starts nothing", async () => {
  const person = await studio.signUp("premium");
  const plan = await planBatch(person, {
    rows: [
      { prompt: "A boat" },
      { prompt: "" },
      { prompt: "A cat", duration: 31 },
      { prompt: "A dog", quality: "8K" },
      { prompt: "A cow", model: "none" },
      "not a row",
    ],
  });
  expect(plan).toMatchObject({ rows: 6, valid: { rows: 1, filmSeconds: 10 } });
  expect(plan.problems).toEqual([
    { row: 2, sentence: "Write a prompt first." },
    { row: 3, sentence: "Tiny makes videos of 1 to 30 seconds." },
    { row: 4, sentence: "Choose a quality: 480p, 720p, 1080p." },
    { row: 5, sentence: "There is no model called “none”." },
    { row: 6, sentence: "This row cannot be read." },
  ]);
  expect(await ctx.db.video.count({ where: { ownerId: person.viewer.id } })).toBe(0);
});

test("All rows are accepted or none: one that cannot be made is named", async () => {
  const person = await studio.signUp("premium");
  await expect(ask(person, [...rowsOf(3), { prompt: "" }])).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: "Row 4: Write a prompt first.",
  });
  expect(await ctx.db.batch.count({ where: { ownerId: person.viewer.id } })).toBe(0);
});

test("A thousand rows become a thousand videos in their order, each with its job", async () => {
  const person = await studio.signUp("premium");
  const { batchId } = await ask(person, rowsOf(1_000));
  const videos = await ctx.db.video.findMany({
    where: { batchId },
    orderBy: { currentJob: { createdAt: "asc" } },
    select: { batchRow: true, prompt: true, currentJob: { select: { status: true } } },
  });
  expect(videos).toHaveLength(1_000);
  expect(videos.every(({ batchRow, prompt }) => prompt === `Number ${batchRow}`)).toBe(true);
  expect(videos.map(({ batchRow }) => batchRow)).toEqual(videos.map((_, index) => index + 1));
  const batch = await getBatch(person, { batchId });
  expect(batch).toMatchObject({ state: "RUNNING", rows: 1_000, letters: "q".repeat(1_000) });
  await cancelBatch(person, { batchId });
});

test("A free member has no batches, however few the rows", async () => {
  const person = await studio.signUp("free");
  await expect(ask(person, rowsOf(1))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(planBatch(person, { rows: rowsOf(1) })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("Two clicks with one key at the same time make one batch; other rows are refused", async () => {
  const person = await studio.signUp("premium");
  const key = randomUUID();
  const made = await Promise.all([1, 2, 3].map(() => ask(person, rowsOf(2), key)));
  expect(new Set(made.map(({ batchId }) => batchId)).size).toBe(1);
  expect(await ctx.db.video.count({ where: { ownerId: person.viewer.id } })).toBe(2);
  await expect(ask(person, rowsOf(3), key)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("A paused batch lets nothing new begin, and a resumed one goes on", async () => {
  const person = await studio.signUp("premium");
  const { batchId, admitted } = await begin(person, rowsOf(5));
  expect(admitted).toHaveLength(3);
  await pauseBatch(person, { batchId });
  await beatWorker(ctx, { id: "a worker", slots: 8, machine: "here", pid: process.pid });
  for (const jobId of admitted) await finish(jobId);
  const waiting = { video: { batchId }, admittedAt: null };
  expect(await ctx.db.job.count({ where: waiting })).toBe(2);
  expect(await getBatch(person, { batchId })).toMatchObject({ state: "PAUSED", letters: "sssqq" });
  await resumeBatch(person, { batchId });
  expect(await ctx.db.job.count({ where: waiting })).toBe(0);
  await ctx.db.worker.deleteMany();
});

test("Canceling keeps what is made and stops the rest, for good", async () => {
  const person = await studio.signUp("premium");
  const { batchId, admitted } = await begin(person, rowsOf(5));
  await finish(admitted[0] ?? "");
  const batch = await cancelBatch(person, { batchId });
  expect(batch).toMatchObject({ state: "CANCELED", letters: "scccc" });
  expect(await cancelBatch(person, { batchId })).toEqual(batch);
  await expect(resumeBatch(person, { batchId })).rejects.toMatchObject({ code: "CONFLICT" });
  const events = await ctx.db.jobEvent.count({
    where: { job: { video: { batchId } }, status: "CANCELED" },
  });
  expect(events).toBe(4);
});

test("A dry run foretells from what recent videos took", async () => {
  const person = await studio.signUp("premium");
  const { admitted } = await begin(person, rowsOf(1));
  await finish(admitted[0] ?? "");
  await ctx.db.worker.deleteMany();
  const rows = [{ prompt: "A boat", duration: 10 }];
  const alone = await planBatch(person, { rows });
  expect(alone.valid.finish, "no worker, no promise").toBeNull();
  expect(alone.valid.bytes).toBe(4_000_000);
  await beatWorker(ctx, { id: "a worker", slots: 1, machine: "here", pid: process.pid });
  const { valid } = await planBatch(person, { rows });
  expect(valid.finish?.likelySeconds).toBeGreaterThan(0);
  expect(valid.finish?.slowSeconds).toBeGreaterThanOrEqual(valid.finish?.likelySeconds ?? 1);
  await ctx.db.worker.deleteMany();
});

test("The contact sheet comes in pages of rows, deleted videos left out", async () => {
  const person = await studio.signUp("premium");
  const { batchId } = await ask(person, rowsOf(5));
  const gone = { batchId, batchRow: 2 };
  await ctx.db.video.updateMany({ where: gone, data: { deletedAt: new Date() } });
  const first = await listBatchRows(person, { batchId, limit: 2 });
  expect(first.items.map(({ row, video }) => [row, video.prompt])).toEqual([
    [1, "Number 1"],
    [3, "Number 3"],
  ]);
  const second = await listBatchRows(person, { batchId, limit: 2, cursor: first.nextCursor });
  expect(second.items.map(({ row }) => row)).toEqual([4, 5]);
  expect(second.nextCursor).toBeNull();
  expect((await getBatch(person, { batchId })).letters).toBe("q-qqq");
  await cancelBatch(person, { batchId });
});

test("A stranger's batch and none at all look the same", async () => {
  const owner = await studio.signUp("premium");
  const stranger = await studio.signUp("premium");
  const { batchId } = await ask(owner, rowsOf(2));
  for (const id of [batchId, randomUUID()]) {
    for (const act of [getBatch, pauseBatch, resumeBatch, cancelBatch]) {
      await expect(act(stranger, { batchId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    const rows = listBatchRows(stranger, { batchId: id, limit: 5 });
    await expect(rows).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect((await listBatches(stranger, { limit: 10 })).items).toEqual([]);
  expect(await getBatch(owner, { batchId })).toMatchObject({ state: "RUNNING", letters: "qq" });
  await cancelBatch(owner, { batchId });
});
