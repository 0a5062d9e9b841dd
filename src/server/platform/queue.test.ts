import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database";
import { until } from "../../../tests/support/studio";
import { createDatabase, type Database } from "./db";
import { createLogger } from "./log";
import { createQueue, type Queue } from "./queue";

let database: TestDatabase;
let db: Database;
let queues: Queue[];

beforeEach(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.url);
  queues = [];
});
afterEach(async () => {
  for (const queue of queues) await queue.stop({ timeoutSeconds: 1 });
  await db.$disconnect();
  await database.drop();
});

function open(): Queue {
  const log = createLogger("silent", "test");
  const queue = createQueue({ connectionString: database.url, log });
  queues.push(queue);
  return queue;
}

const nothing = async () => undefined;
const send = (queue: Queue, jobId: string) => db.$transaction((tx) => queue.send(tx, jobId));

test("Any number of processes may start at once, and the queue answers", async () => {
  const started = Array.from({ length: 4 }, open);
  await Promise.all(started.map((queue) => queue.start()));
  await Promise.all(started.map((queue) => queue.probe()));
});

test("A job is delivered when the transaction that sent it commits, and not before or without", async () => {
  const [web, worker] = [open(), open()];
  const delivered: string[] = [];
  const onJob = async ({ jobId }: { jobId: string }) => void delivered.push(jobId);
  await worker.work({ onJob, onDead: nothing }, { slots: 1 });
  const [kept, dropped] = [randomUUID(), randomUUID()];
  const failing = db.$transaction(async (tx) => {
    await web.send(tx, dropped);
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await db.$transaction(async (tx) => {
    await web.send(tx, kept);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(delivered).toEqual([]);
  });
  await until(
    async () => delivered,
    ({ length }) => length > 0,
  );
  expect(delivered).toEqual([kept]);
});

test("Sending what is under way already does nothing; sending it after its end delivers again", async () => {
  const queue = open();
  const jobId = randomUUID();
  let release: () => void = () => undefined;
  const delivered: string[] = [];
  const onJob = async (delivery: { jobId: string }) => {
    delivered.push(delivery.jobId);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  };
  await queue.work({ onJob, onDead: nothing }, { slots: 2 });
  await Promise.all([send(queue, jobId), send(queue, jobId)]);
  await until(
    async () => delivered,
    ({ length }) => length === 1,
  );
  await send(queue, jobId);
  release();
  const countLive = async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pgboss.job WHERE state < 'completed' AND name = 'render'`;
    return row?.count;
  };
  await until(countLive, (count) => count === 0);
  expect(delivered).toHaveLength(1);
  await send(queue, jobId);
  await until(
    async () => delivered,
    ({ length }) => length === 2,
  );
  release();
});

test("A resent job ends the delivery that is going on and starts another", async () => {
  const queue = open();
  const jobId = randomUUID();
  const signals: AbortSignal[] = [];
  const onJob = async ({ signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    if (signals.length > 1) return;
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  };
  await queue.work({ onJob, onDead: nothing }, { slots: 2 });
  await send(queue, jobId);
  await until(
    async () => signals.length,
    (count) => count === 1,
  );
  await db.$transaction((tx) => queue.resend(tx, jobId));
  await until(async () => signals[0]?.aborted, Boolean);
  expect(signals).toHaveLength(2);
});

test("A backlog drains at once: no slot sleeps between two jobs for longer than half a second", async () => {
  const queue = open();
  const delivered = new Set<string>();
  for (let n = 0; n < 8; n += 1) await send(queue, randomUUID());
  const startedAt = performance.now();
  const onJob = async ({ jobId }: { jobId: string }) => void delivered.add(jobId);
  await queue.work({ onJob, onDead: nothing }, { slots: 2 });
  await until(
    async () => delivered.size,
    (size) => size === 8,
  );
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test("What cannot be delivered any more is announced as dead", async () => {
  const queue = open();
  const jobId = randomUUID();
  await queue.start();
  await send(queue, jobId);
  await db.$executeRaw`UPDATE pgboss.job SET retry_limit = 0 WHERE singleton_key = ${jobId}`;
  const dead: string[] = [];
  const handlers = {
    onJob: () => Promise.reject(new Error("no luck")),
    onDead: async (id: string) => void dead.push(id),
  };
  await queue.work(handlers, { slots: 1 });
  await until(
    async () => dead,
    ({ length }) => length > 0,
  );
  expect(dead).toEqual([jobId]);
});
