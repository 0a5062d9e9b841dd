import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { jobsTopic } from "./context";
import { beginFinalizing, cancelJob, claimJob, completeJob, reportProgress } from "./service";
import type { WatchedJob } from "./updates";
import { watchJobs } from "./watch";

let studio: Studio;
let ctx: Studio["ctx"];

beforeAll(async () => {
  studio = await createStudio();
  ctx = studio.ctx;
});
afterAll(() => studio.close());

type Stream = AsyncGenerator<WatchedJob, void>;

async function next(stream: Stream): Promise<WatchedJob> {
  const { value } = await stream.next();
  if (!value) throw new Error("The stream has ended.");
  return value;
}

async function nextWhere(stream: Stream, isWished: (update: WatchedJob) => boolean) {
  for (;;) {
    const update = await next(stream);
    if (isWished(update)) return update;
  }
}

function watch(person: Awaited<ReturnType<Studio["signUp"]>>, input = {}) {
  const abort = new AbortController();
  return { abort, stream: watchJobs(person, input, abort.signal) };
}

async function claim(jobId: string) {
  const claimed = await claimJob(ctx, { jobId, workerId: "a worker" });
  if (!claimed) throw new Error("The job can be claimed.");
  return claimed;
}

test("A watcher sees what is active, then each change with its picture, then the end", async () => {
  const somebody = await studio.signUp();
  const { jobId } = await generateVideo(somebody, generateInput());
  const { abort, stream } = watch(somebody);
  expect((await next(stream)).data).toMatchObject({ id: jobId, status: "QUEUED", position: 0 });
  const claimed = await claim(jobId);
  await nextWhere(stream, ({ data }) => data.status === "RUNNING");
  const frame = Buffer.from("a picture");
  await reportProgress(ctx, claimed, { phase: "drawing", percent: 40, frame });
  const { data } = await nextWhere(stream, ({ data }) => data.progress === 40);
  expect(data.frame).toBe(`data:image/webp;base64,${frame.toString("base64")}`);
  await reportProgress(ctx, claimed, { phase: "drawing", percent: 50 });
  const later = await nextWhere(stream, ({ data }) => data.progress === 50);
  expect(later.data.frame).toBeNull();
  await beginFinalizing(ctx, claimed);
  await completeJob(ctx, claimed, async () => undefined);
  const last = await nextWhere(stream, ({ data }) => data.status === "SUCCEEDED");
  expect(last.data.progress).toBe(100);
  abort.abort();
  expect(await stream.next()).toEqual({ done: true, value: undefined });
});

test("Coming back with the last id, a watcher learns of jobs that ended meanwhile", async () => {
  const somebody = await studio.signUp();
  const [first, second] = [
    await generateVideo(somebody, generateInput()),
    await generateVideo(somebody, generateInput()),
  ];
  const before = watch(somebody);
  await next(before.stream);
  const { id: lastEventId } = await next(before.stream);
  before.abort.abort();
  await before.stream.return();
  await cancelJob(somebody, first);
  const { abort, stream } = watch(somebody, { lastEventId });
  const updates = [await next(stream), await next(stream)];
  expect(new Map(updates.map(({ data }) => [data.id, data.status]))).toEqual(
    new Map([
      [second.jobId, "QUEUED"],
      [first.jobId, "CANCELED"],
    ]),
  );
  abort.abort();
  await stream.return();
});

test("A slow watcher gets the newest state, not every step", async () => {
  const somebody = await studio.signUp();
  const { jobId } = await generateVideo(somebody, generateInput());
  const claimed = await claim(jobId);
  const { abort, stream } = watch(somebody);
  await next(stream);
  for (let percent = 1; percent <= 60; percent += 1) {
    await reportProgress(ctx, claimed, { phase: "drawing", percent });
  }
  const updates = [await next(stream)];
  while (updates.at(-1)?.data.progress !== 60) updates.push(await next(stream));
  expect(updates.length).toBeLessThanOrEqual(2);
  abort.abort();
  await stream.return();
});

test("A watcher of everything, of one job, and a stranger each get exactly what is theirs", async () => {
  const [somebody, stranger] = [await studio.signUp(), await studio.signUp()];
  const [one, other] = [
    await generateVideo(somebody, generateInput()),
    await generateVideo(somebody, generateInput()),
  ];
  const theirs = await generateVideo(stranger, generateInput());
  const single = watch(somebody, { jobId: one.jobId });
  const foreign = watch(stranger);
  expect((await next(single.stream)).data.id).toBe(one.jobId);
  expect((await next(foreign.stream)).data.id).toBe(theirs.jobId);
  await cancelJob(somebody, other);
  await cancelJob(somebody, one);
  await cancelJob(stranger, theirs);
  expect((await nextWhere(single.stream, ({ data }) => data.status === "CANCELED")).data.id).toBe(
    one.jobId,
  );
  expect((await next(foreign.stream)).data).toMatchObject({ id: theirs.jobId, status: "CANCELED" });
  for (const { abort, stream } of [single, foreign]) {
    abort.abort();
    await stream.return();
  }
});

test("A person can have five streams, and a closed one makes room", async () => {
  const somebody = await studio.signUp();
  await generateVideo(somebody, generateInput());
  const open = Array.from({ length: 5 }, () => watch(somebody));
  for (const { stream } of open) await next(stream);
  await expect(watch(somebody).stream.next()).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  open[0]?.abort.abort();
  await open[0]?.stream.next();
  const again = watch(somebody);
  await next(again.stream);
  for (const { abort, stream } of [...open, again]) {
    abort.abort();
    await stream.return();
  }
});

test.each([
  ["suspended", "FORBIDDEN"],
  ["gone", "UNAUTHORIZED"],
])("A stream of somebody who is %s ends within a minute", async (fate, code) => {
  const somebody = await studio.signUp();
  const where = { id: somebody.viewer.id };
  const { jobId } = await generateVideo(somebody, generateInput());
  let time = new Date();
  const stream = watchJobs({ ...somebody, now: () => time }, {});
  await next(stream);
  if (fate === "suspended") await ctx.db.user.update({ where, data: { suspendedAt: time } });
  else await ctx.db.user.delete({ where });
  time = new Date(time.getTime() + 60_000);
  await ctx.events.publish(ctx.db, jobsTopic(where.id), { jobId });
  await expect(stream.next()).rejects.toMatchObject({ code });
});

test("A watcher survives that the database drops every connection, and misses nothing", async () => {
  const somebody = await studio.signUp();
  const job = await generateVideo(somebody, generateInput());
  const { abort, stream } = watch(somebody);
  await next(stream);
  const client = new pg.Client({ connectionString: studio.url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  // Straight into the table, so that no event tells of it: only the new connection's look does.
  await client.query(`UPDATE "Job" SET progress = 7 WHERE id = $1`, [job.jobId]);
  await client.end();
  const { data } = await nextWhere(stream, ({ data }) => data.progress === 7);
  expect(data.id).toBe(job.jobId);
  abort.abort();
  await stream.return();
});
