import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ENTITLEMENTS, type Tier } from "~/server/accounts/schema";
import { createStudio, type Studio } from "../../../tests/support/studio";
import { expectStarts } from "./position";
import { readLine } from "./read-line";
import { beatWorker, sweepJobs } from "./service";

let studio: Studio;

beforeEach(async () => {
  studio = await createStudio();
});
afterEach(() => studio.close());

const addWorker = (slots: number) =>
  beatWorker(studio.ctx, { id: randomUUID(), slots, machine: "elsewhere", pid: 1 });

/** Rows without the work around them: a flood of requests would take the test's time. */
async function ask(tier: Tier, people: number, jobsEach: number, batchId: string | null = null) {
  const { db } = studio.ctx;
  const users = await db.user.createManyAndReturn({
    data: Array.from({ length: people }, () => ({ id: randomUUID(), email: "x@t2m.test", tier })),
  });
  const ids: string[] = [];
  for (const { id } of users) ids.push(...(await askMore(id, jobsEach, batchId)));
  return { people: users.map(({ id }) => id), jobs: ids };
}

async function askMore(ownerId: string, count: number, batchId: string | null = null) {
  const { db } = studio.ctx;
  const videos = await db.video.createManyAndReturn({
    data: Array.from({ length: count }, () => ({ ownerId, prompt: "x", recipe: {}, batchId })),
  });
  const jobs = await db.job.createManyAndReturn({
    data: videos.map(({ id }) => ({
      ownerId,
      videoId: id,
      idempotencyKey: randomUUID(),
      requestHash: "",
    })),
  });
  return jobs.map(({ id }) => id);
}

const listAdmitted = () =>
  studio.ctx.db.job.findMany({
    where: { status: "QUEUED", admittedAt: { not: null } },
    select: { id: true, ownerId: true },
  });

const end = (ids: string[]) =>
  studio.ctx.db.job.updateMany({ where: { id: { in: ids } }, data: { status: "CANCELED" } });

/** The real admission; who is let in is the question, carrying it to the queue is not. */
const admit = () =>
  sweepJobs({ ...studio.ctx, queue: { ...studio.ctx.queue, send: async () => undefined } });

/** Lets in, ends what was let in, and so on. @returns the owners in the order of being let in. */
async function serve(turns: number, before: (turn: number) => Promise<unknown> = async () => {}) {
  const order: { id: string; ownerId: string }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await before(turn);
    await admit();
    const admitted = await listAdmitted();
    order.push(...admitted);
    await end(admitted.map(({ id }) => id));
  }
  return order;
}

const FREE_WEIGHT = ENTITLEMENTS.free.queueWeight;
const PREMIUM_WEIGHT = ENTITLEMENTS.premium.queueWeight;

describe("beside a flood", () => {
  // A free member's turn is 1/1 after the clock v at which they came. Whoever else has weight w is first
  // served at any clock, then each time at least 1/w later than the time before: at v, v + 1/w, … So at
  // most w + 1 of theirs start before v + 1. Nobody's flood can make that more.
  const passes = (weight: number) => weight / FREE_WEIGHT + 1;

  test("of 300 jobs of one premium member, each of twenty free jobs starts within 25 turns of one slot", async () => {
    await addWorker(1);
    await ask("premium", 1, 300);
    await serve(3);
    const free = await ask("free", 20, 1);
    const order = await serve(30);
    const waits = free.jobs.map((id) => order.findIndex((job) => job.id === id) + 1);
    expect(Math.min(...waits)).toBeGreaterThan(0);
    expect(Math.max(...waits)).toBeLessThanOrEqual(passes(PREMIUM_WEIGHT) + 20);
  });

  test("that never ends, of ten premium members who ask again and again, the bound is the same for each", async () => {
    await addWorker(1);
    const flood = await ask("premium", 10, 3);
    await serve(4);
    const free = await ask("free", 1, 1);
    const [freeId] = free.jobs;
    const bound = 10 * passes(PREMIUM_WEIGHT) + 1;
    const order = await serve(bound, (turn) => askMore(flood.people[turn % 10] ?? "", 2));
    expect(order.map(({ id }) => id)).toContain(freeId);
  });

  test("a premium member has four turns to one of a free one who floods too", async () => {
    await addWorker(1);
    const [free, premium] = [await ask("free", 1, 40), await ask("premium", 1, 40)];
    const order = await serve(30);
    const countOf = (owner: string | undefined) =>
      order.filter(({ ownerId }) => ownerId === owner).length;
    expect(countOf(premium.people[0])).toBe(24);
    expect(countOf(free.people[0])).toBe(6);
  });

  test("a newcomer with premium starts before the free ones who came with them", async () => {
    await addWorker(1);
    await ask("free", 5, 1);
    const { jobs } = await ask("premium", 1, 1);
    expect((await serve(1)).map(({ id }) => id)).toEqual(jobs);
  });

  test("somebody whose jobs stood aside for long has not saved up turns", async () => {
    await addWorker(1);
    const { db } = studio.ctx;
    const { people } = await ask("free", 2, 0);
    const [patient = "", busy = ""] = people;
    const batch = await db.batch.create({
      data: {
        ownerId: patient,
        name: "x",
        rows: 20,
        idempotencyKey: randomUUID(),
        requestHash: "",
        pausedAt: new Date(),
      },
    });
    await askMore(patient, 20, batch.id);
    await askMore(busy, 40);
    expect((await serve(20)).filter(({ ownerId }) => ownerId === patient)).toEqual([]);
    await db.batch.update({ where: { id: batch.id }, data: { pausedAt: null } });
    const owners = (await serve(10)).map(({ ownerId }) => ownerId);
    // Every other turn, and the one in which they were first.
    expect(owners.filter((id) => id === patient)).toHaveLength(5 + 1);
  });

  test("of one's own batch, one's own single video is next", async () => {
    await addWorker(1);
    const { people } = await ask("premium", 1, 0);
    const [owner = ""] = people;
    const batch = await studio.ctx.db.batch.create({
      data: { ownerId: owner, name: "x", rows: 9, idempotencyKey: randomUUID(), requestHash: "" },
    });
    await askMore(owner, 9, batch.id);
    const [single] = await askMore(owner, 1);
    expect((await serve(1)).map(({ id }) => id)).toEqual([single]);
  });
});

test("The line runs ahead exactly as it is served, slots and batches included", async () => {
  await addWorker(1);
  await ask("free", 3, 4);
  const { people } = await ask("premium", 2, 6);
  await serve(5);
  await askMore(people[0] ?? "", 3);
  await ask("free", 2, 2);
  const foreseen = expectStarts(await readLine(studio.ctx.db)).map(({ jobId }) => jobId);
  expect(foreseen.length).toBe(26);
  const served = (await serve(26)).map(({ id }) => id);
  expect(served).toEqual(foreseen);
});
