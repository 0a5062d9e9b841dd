import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beatWorker } from "~/server/jobs/service";
import { generateVideo } from "~/server/videos/service";
import { createStudio, generateInput, type Studio } from "../../../tests/support/studio";
import { readLanes, readPosition, readWaits } from "./service";

let studio: Studio;

beforeEach(async () => {
  studio = await createStudio();
});
afterEach(() => studio.close());

type Person = Awaited<ReturnType<Studio["signUp"]>>;

const ask = (person: Person, prompt: string) => generateVideo(person, generateInput({ prompt }));

const addWorker = (slots: number) =>
  beatWorker(studio.ctx, { id: randomUUID(), slots, machine: "elsewhere", pid: 1 });

/** A film of 10 s in 720p that took this long: what the pace is known from. */
async function tellPace(person: Person, seconds: number, waitedSeconds = 0) {
  const { jobId } = await ask(person, "An older film");
  const startedAt = new Date(Date.now() - 60_000);
  await studio.ctx.db.job.update({
    where: { id: jobId },
    data: {
      status: "SUCCEEDED",
      createdAt: new Date(startedAt.getTime() - waitedSeconds * 1_000),
      startedAt,
      finishedAt: new Date(startedAt.getTime() + seconds * 1_000),
    },
  });
}

test("My waiting jobs come with their place and the seconds until each is expected to start", async () => {
  const [ann, bob] = [await studio.signUp(), await studio.signUp()];
  await tellPace(bob, 40);
  await addWorker(1);
  await ask(bob, "Bob's first");
  const first = await ask(ann, "Ann's first");
  await ask(bob, "Bob's second");
  const second = await ask(ann, "Ann's second");
  expect((await readPosition(ann)).jobs).toEqual([
    { jobId: first.jobId, prompt: "Ann's first", position: 1, startsInSeconds: 40 },
    { jobId: second.jobId, prompt: "Ann's second", position: 3, startsInSeconds: 120 },
  ]);
});

test("Nobody knows when, without a worker or before the first film; the order is known", async () => {
  const ann = await studio.signUp();
  await ask(ann, "First");
  expect((await readPosition(ann)).jobs).toMatchObject([{ position: 0, startsInSeconds: null }]);
  await tellPace(ann, 40);
  expect((await readPosition(ann)).jobs).toMatchObject([{ position: 0, startsInSeconds: null }]);
});

test("The lanes show strangers' jobs as beads and nothing else of them", async () => {
  const [ann, bob] = [await studio.signUp(), await studio.signUp("premium")];
  const theirs = [await ask(bob, "A secret garden"), await ask(bob, "A secret door")];
  await ask(ann, "Mine");
  const lanes = await readLanes(ann);
  expect(lanes.views.free.lanes.map(({ tier, beads }) => [tier, beads.length])).toEqual([
    ["premium", 2],
    ["free", 2],
  ]);
  const text = JSON.stringify(lanes);
  const secrets = [bob.viewer.id, "secret", ...theirs.flatMap((made) => Object.values(made))];
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).toContain("Mine");
});

test("With premium the same line starts my videos sooner, and it says by how much", async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => studio.signUp()));
  const [ann] = people as [Person];
  await tellPace(ann, 10);
  for (const person of people.slice(1)) await ask(person, "Before");
  await ask(ann, "Mine");
  await addWorker(1);
  const { free, premium } = (await readLanes(ann)).views;
  expect(free.mine.map(({ position }) => position)).toEqual([3]);
  expect(premium.mine.map(({ position }) => position)).toEqual([0]);
  expect(free.next).toEqual({ position: 4, startsInSeconds: 40 });
  expect(premium.next).toEqual({ position: 1, startsInSeconds: 10 });
  expect(premium.lanes[0]?.beads.map(({ isNext, mine }) => isNext || mine?.prompt)).toEqual([
    "Mine",
    true,
  ]);
});

test("A paused batch waits aside: no place, no bead, and it is not let in", async () => {
  const ann = await studio.signUp("premium");
  const { videoId, jobId } = await ask(ann, "A row");
  const batch = await studio.ctx.db.batch.create({
    data: {
      ownerId: ann.viewer.id,
      name: "Batch",
      rows: 1,
      idempotencyKey: randomUUID(),
      requestHash: "",
      pausedAt: new Date(),
    },
  });
  await studio.ctx.db.video.update({ where: { id: videoId }, data: { batchId: batch.id } });
  await addWorker(2);
  await ask(ann, "Another one");
  expect((await readPosition(ann)).jobs.map(({ prompt }) => prompt)).toEqual(["Another one"]);
  const job = await studio.ctx.db.job.findUniqueOrThrow({ where: { id: jobId } });
  expect(job.admittedAt).toBeNull();
});

test("The longest wait of each hour is told by tier, from coming to starting", async () => {
  const [ann, bob] = [await studio.signUp(), await studio.signUp("premium")];
  await tellPace(ann, 5, 30);
  await tellPace(await studio.signUp(), 5, 12);
  await tellPace(bob, 5, 3);
  const waits = await readWaits(studio.ctx);
  expect(waits).toHaveLength(24);
  const longest = (tier: "free" | "premium") =>
    Math.max(...waits.map((wait) => wait.longest[tier] ?? 0));
  expect([longest("free"), longest("premium")]).toEqual([30, 3]);
});
