import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Tier } from "~/server/accounts/schema";
import { generateVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { readPositions } from "./position";
import { beatWorker, sweepJobs } from "./service";

let studio: Studio;

beforeEach(async () => {
  studio = await createStudio();
});
afterEach(() => studio.close());

const addWorker = (slots: number) =>
  beatWorker(studio.ctx, { id: randomUUID(), slots, machine: "elsewhere", pid: 1 });

const listAdmitted = () =>
  studio.ctx.db.job.findMany({
    where: { status: "QUEUED", admittedAt: { not: null } },
    select: { id: true, ownerId: true },
  });

/** Time is moved by dating everything back. */
const letPass = (seconds: number) =>
  studio.ctx.db.$executeRaw`
    UPDATE "Job" SET "createdAt" = "createdAt" - make_interval(secs => ${seconds}::int)
    WHERE status = 'QUEUED'`;

/** Rows without the work around them: a flood of requests would take the test's time. */
async function flood(tier: Tier, people: number, jobsEach: number): Promise<string[]> {
  const { db } = studio.ctx;
  const users = await db.user.createManyAndReturn({
    data: Array.from({ length: people }, () => ({ id: randomUUID(), email: "x@t2m.test", tier })),
  });
  const videos = await db.video.createManyAndReturn({
    data: users.flatMap(({ id }) =>
      Array.from({ length: jobsEach }, () => ({ ownerId: id, prompt: "x", recipe: {} })),
    ),
  });
  await db.job.createMany({
    data: videos.map(({ id, ownerId }) => ({
      ownerId,
      videoId: id,
      idempotencyKey: randomUUID(),
      requestHash: "",
    })),
  });
  return users.map(({ id }) => id);
}

test("Without a live worker nothing is admitted, and the first one lets the waiting in", async () => {
  const somebody = await studio.signUp();
  await generateVideo(somebody, generateInput());
  expect(await listAdmitted()).toEqual([]);
  await addWorker(1);
  await sweepJobs(studio.ctx);
  expect(await listAdmitted()).toHaveLength(1);
});

test("A worker that has been silent for 20 seconds is no capacity", async () => {
  await addWorker(4);
  await studio.ctx.db
    .$executeRaw`UPDATE "Worker" SET "heartbeatAt" = now() - interval '21 seconds'`;
  await generateVideo(await studio.signUp(), generateInput());
  expect(await listAdmitted()).toEqual([]);
});

test("A person has as many jobs under way as the tier allows, however many slots are free", async () => {
  await addWorker(16);
  const [free, premium] = [await studio.signUp("free"), await studio.signUp("premium")];
  for (let n = 0; n < 5; n += 1) {
    await generateVideo(free, generateInput());
    await generateVideo(premium, generateInput());
  }
  const admitted = await listAdmitted();
  const countOf = (id: string) => admitted.filter(({ ownerId }) => ownerId === id).length;
  expect([countOf(free.viewer.id), countOf(premium.viewer.id)]).toEqual([1, 3]);
});

test("Twenty free jobs beside a flood of a hundred premium ones wait a bounded time", async () => {
  await addWorker(4);
  const free = new Set(await flood("free", 20, 1));
  await flood("premium", 35, 3);
  const waits: number[] = [];
  // Who is let in is the question; carrying it to the queue five hundred times is not.
  const unsent = { ...studio.ctx, queue: { ...studio.ctx.queue, send: async () => undefined } };
  // Each round is a minute: four jobs run and end, and four new premium jobs arrive.
  for (let minute = 0; waits.length < 20 && minute < 150; minute += 1) {
    await sweepJobs(unsent);
    const admitted = await listAdmitted();
    waits.push(...admitted.filter(({ ownerId }) => free.has(ownerId)).map(() => minute));
    await studio.ctx.db.job.updateMany({
      where: { id: { in: admitted.map(({ id }) => id) } },
      data: { status: "CANCELED" },
    });
    await letPass(60);
    await flood("premium", 4, 1);
  }
  expect(waits).toHaveLength(20);
  // After x minutes only premium jobs older than x/4 come first: 105 + 4 · 3x/4, beside the 20 free.
  expect(Math.max(...waits)).toBeLessThanOrEqual(105 + 20);
});

test("The position counts the waiting jobs of everybody that come first", async () => {
  const [first, second] = [await studio.signUp(), await studio.signUp()];
  const ids: string[] = [];
  for (const person of [first, second, first]) {
    await letPass(10);
    ids.push((await generateVideo(person, generateInput())).jobId);
  }
  const positions = await readPositions(studio.ctx.db, ids);
  expect(ids.map((id) => positions.get(id))).toEqual([0, 1, 2]);
});

test("A job that may run but is missing in the queue is sent again, and never twice", async () => {
  await addWorker(1);
  const { jobId } = await generateVideo(await studio.signUp(), generateInput());
  const countDeliveries = async () => {
    const [row] = await studio.ctx.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pgboss.job WHERE singleton_key = ${jobId}`;
    return row?.count;
  };
  expect(await countDeliveries()).toBe(1);
  await sweepJobs(studio.ctx);
  expect(await countDeliveries()).toBe(1);
  await studio.ctx.db.$executeRaw`DELETE FROM pgboss.job`;
  await sweepJobs(studio.ctx);
  expect(await countDeliveries()).toBe(1);
});
