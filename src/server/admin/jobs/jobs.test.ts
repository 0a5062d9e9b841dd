import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "~/server/accounts/schema";
import { createCaller } from "~/server/api/root";
import { claimJob, completeJob, getJob, STOP_TOPIC } from "~/server/jobs/service";
import { startTestStack, type TestStack } from "../../../../tests/support/stack";
import { until } from "../../../../tests/support/studio";

let stack: TestStack;
let staff: Viewer;
beforeAll(async () => {
  stack = await startTestStack();
  staff = await stack.createViewer({ permissions: ["jobs:manage"] });
  await stack.adapters.queue.start();
});
afterAll(() => stack.close());

const admin = () => createCaller(stack.as(staff)).admin;

async function ask() {
  const owner = await stack.createViewer();
  const api = createCaller(stack.as(owner));
  const wish = { prompt: "A secret garden", idempotencyKey: randomUUID() };
  return { owner, api, ...(await api.videos.generate(wish)) };
}

const actsOn = (subjectId: string) =>
  stack.adapters.db.auditEvent.findMany({ where: { subjectId } });

test("Everybody's jobs are listed; prompts only for those who may judge them", async () => {
  const { jobId, owner } = await ask();
  const { items } = await admin().jobs.list({ owner: owner.id });
  expect(items).toMatchObject([
    { id: jobId, owner: { email: owner.email }, prompt: null, promptLength: 15, status: "QUEUED" },
  ]);
  const judge = await stack.createViewer({ role: "moderator" });
  const seen = await createCaller(stack.as(judge)).admin.jobs.list({ owner: owner.email });
  expect(seen.items).toMatchObject([{ id: jobId, prompt: "A secret garden" }]);
  const old = await admin().jobs.list({ owner: owner.id, olderThanMinutes: 5 });
  expect(old.items).toEqual([]);
  const failed = await admin().jobs.list({ owner: owner.id, filter: "failed" });
  expect(failed.items).toEqual([]);
});

test("A job that is forced to fail stops its worker, says so to its owner, and lets the next one in", async () => {
  const { db, events } = stack.adapters;
  await db.worker.create({ data: { id: "w1", slots: 9, machine: "test", pid: 1 } });
  const { jobId, owner, api } = await ask();
  const waiting = await api.videos.generate({ prompt: "Next", idempotencyKey: randomUUID() });
  const claim = await claimJob(stack.adapters, { jobId, workerId: "w1" });
  const told: unknown[] = [];
  const off = await events.subscribe(STOP_TOPIC, { onEvent: (event) => void told.push(event) });
  await admin().jobs.forceFail({ jobId, reason: "runs for an hour" });
  expect(await getJob({ db, viewer: owner }, { jobId })).toMatchObject({
    status: "FAILED",
    error: { code: "STOPPED_BY_STAFF" },
  });
  await until(
    async () => told,
    (it) => it.length > 0,
  );
  off();
  expect(told).toContainEqual({ jobId });
  const kept = claim && (await completeJob(stack.adapters, claim, async () => undefined));
  expect(kept).toBe(false);
  const next = await db.job.findUniqueOrThrow({ where: { id: waiting.jobId } });
  expect(next.admittedAt).not.toBeNull();
  expect(await actsOn(jobId)).toMatchObject([
    { actorId: staff.id, action: "jobs.forceFail", detail: { reason: "runs for an hour" } },
  ]);
  await expect(admin().jobs.forceFail({ jobId, reason: "once more" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await db.worker.deleteMany();
});

test("A job that failed gets a successor, once; its owner's retry gives the same one", async () => {
  const { jobId, videoId, api } = await ask();
  await expect(admin().jobs.requeue({ jobId })).rejects.toMatchObject({ code: "CONFLICT" });
  await admin().jobs.forceFail({ jobId, reason: "wrong lane" });
  const next = await admin().jobs.requeue({ jobId });
  expect(next).toMatchObject({ videoId });
  expect(await api.jobs.get({ jobId: next.jobId })).toMatchObject({ status: "QUEUED" });
  expect(await api.jobs.retry({ jobId })).toEqual(next);
  await expect(admin().jobs.requeue({ jobId })).rejects.toMatchObject({ code: "CONFLICT" });
  const acts = (await actsOn(jobId)).map(({ action, detail }) => [action, detail]);
  expect(acts).toContainEqual(["jobs.requeue", { successor: next.jobId }]);
});

test("A job that is stuck is taken from its worker, whose result does not count any more", async () => {
  const { jobId, owner } = await ask();
  const claim = await claimJob(stack.adapters, { jobId, workerId: "stuck" });
  expect(await admin().jobs.requeue({ jobId })).toMatchObject({ jobId });
  const { db } = stack.adapters;
  expect(await getJob({ db, viewer: owner }, { jobId })).toMatchObject({ status: "QUEUED" });
  const kept = claim && (await completeJob(stack.adapters, claim, async () => undefined));
  expect(kept).toBe(false);
  const again = await claimJob(stack.adapters, { jobId, workerId: "fresh" });
  expect(again?.attempt).toBe(2);
});

test("A job that is not there is NOT_FOUND", async () => {
  const jobId = randomUUID();
  const gone = { code: "NOT_FOUND" };
  await expect(admin().jobs.forceFail({ jobId, reason: "no such" })).rejects.toMatchObject(gone);
  await expect(admin().jobs.requeue({ jobId })).rejects.toMatchObject(gone);
});

test("The summary counts what waits, runs, and how jobs ended by the hour", async () => {
  const before = await admin().jobs.summary();
  const { jobId } = await ask();
  await admin().jobs.forceFail({ jobId, reason: "to be counted" });
  await ask();
  const after = await admin().jobs.summary();
  expect(after.waiting).toBe(before.waiting + 1);
  expect(after.hours).toHaveLength(24);
  const failed = (it: typeof after) => it.hours.reduce((sum, hour) => sum + hour.failed, 0);
  expect(failed(after)).toBe(failed(before) + 1);
});
