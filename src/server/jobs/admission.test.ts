import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
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

test("The position counts the waiting jobs of everybody that come first", async () => {
  const [first, second] = [await studio.signUp(), await studio.signUp()];
  const ids: string[] = [];
  for (const person of [first, second, first]) {
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
