import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestStack, type TestStack } from "../../../../tests/support/stack";
import { bucketsOf } from "./buckets";
import { type AnalyticsRange, GetAnalyticsInput } from "./schema";
import { getAnalytics } from "./service";

const NOW = new Date("2026-03-10T15:30:00Z");
const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);

let stack: TestStack;
let free: string;
let premium: string;

beforeAll(async () => {
  stack = await startTestStack();
  free = (await stack.createViewer()).id;
  premium = (await stack.createViewer({ tier: "premium" })).id;
  // 15:00…15:30: waits of 1…100 s, runs of twice as much.
  for (let seconds = 1; seconds <= 100; seconds += 1) {
    const finishedAt = hoursAgo(0.25);
    const startedAt = new Date(finishedAt.getTime() - seconds * 2_000);
    const createdAt = new Date(startedAt.getTime() - seconds * 1_000);
    await addJob(free, { status: "SUCCEEDED", createdAt, startedAt, finishedAt });
  }
  await addJob(premium, { status: "FAILED", errorCode: "RENDER_FAILED", finishedAt: hoursAgo(3) });
  await addJob(premium, { status: "FAILED", errorCode: "RENDER_FAILED", finishedAt: hoursAgo(4) });
  await addJob(free, { status: "FAILED", errorCode: "TIMEOUT", finishedAt: hoursAgo(4) });
  await addJob(free, { status: "CANCELED", finishedAt: hoursAgo(4) });
  await addJob(free, { status: "SUCCEEDED", finishedAt: hoursAgo(24 * 40) });
  await addJob(free, { status: "QUEUED" });
  await addFile(1_000, hoursAgo(24 * 50));
  await addFile(500, hoursAgo(10), hoursAgo(5));
  await addFile(70, hoursAgo(2));
  await addFile(9, hoursAgo(24 * 60), hoursAgo(24 * 58));
}, 60_000);
afterAll(() => stack.close());

async function addJob(ownerId: string, part: object) {
  const { db } = stack.adapters;
  const video = await db.video.create({ data: { ownerId, prompt: "x", recipe: {} } });
  const keys = { idempotencyKey: randomUUID(), requestHash: "x" };
  await db.job.create({ data: { ownerId, videoId: video.id, ...keys, ...part } });
}

async function addFile(size: number, createdAt: Date, deletedAt: Date | null = null) {
  await stack.adapters.db.file.create({
    data: {
      ownerId: free,
      kind: "upload",
      filename: "x",
      contentType: "video/mp4",
      size,
      status: deletedAt ? "DELETED" : "READY",
      storageKey: randomUUID(),
      createdAt,
      deletedAt,
    },
  });
}

function look(range: AnalyticsRange, charts?: GetAnalyticsInput["charts"]) {
  const input = GetAnalyticsInput.parse({ range, charts });
  return getAnalytics({ ...stack.adapters, now: () => NOW }, input);
}

test.each([
  ["24h", 24, "2026-03-09T16:00:00.000Z", "2026-03-10T16:00:00.000Z"],
  ["7d", 28, "2026-03-03T18:00:00.000Z", "2026-03-10T18:00:00.000Z"],
  ["30d", 30, "2026-02-09T00:00:00.000Z", "2026-03-11T00:00:00.000Z"],
  ["90d", 90, "2025-12-11T00:00:00.000Z", "2026-03-11T00:00:00.000Z"],
] as const)(
  "%s has its %i buckets, empty ones too, on the clock's marks",
  async (range, count, from, to) => {
    const analytics = await look(range);
    expect([analytics.from, analytics.to]).toEqual([from, to]);
    for (const series of ["outcomes", "durations", "storage"] as const) {
      expect(analytics[series]).toHaveLength(count);
      expect(analytics[series]?.[0]?.at).toBe(from);
    }
  },
);

test("A range that ends on a mark begins a new bucket there", () => {
  const { to } = bucketsOf("24h", new Date("2026-03-10T16:00:00Z"));
  expect(to.toISOString()).toBe("2026-03-10T17:00:00.000Z");
});

describe("in the last 24 hours", () => {
  test("jobs are counted by outcome in the hour that they ended in", async () => {
    const { outcomes = [] } = await look("24h");
    const at = (iso: string) => outcomes.find((bucket) => bucket.at === iso);
    expect(at("2026-03-10T15:00:00.000Z")).toMatchObject({
      succeeded: 100,
      failed: 0,
      canceled: 0,
    });
    expect(at("2026-03-10T12:00:00.000Z")).toMatchObject({ succeeded: 0, failed: 1, canceled: 0 });
    expect(at("2026-03-10T11:00:00.000Z")).toMatchObject({ succeeded: 0, failed: 2, canceled: 1 });
    const all = outcomes.reduce((sum, it) => sum + it.succeeded + it.failed + it.canceled, 0);
    expect(all).toBe(104);
  });

  test("percentiles are those of the jobs that succeeded, null where none did", async () => {
    const { durations = [] } = await look("24h");
    const { wait, run } = durations.at(-1) ?? {};
    // Between 1…100, interpolated: the p-th of 100 values stands at 1 + 99p.
    expect(wait?.p50).toBeCloseTo(50.5);
    expect(wait?.p90).toBeCloseTo(90.1);
    expect(wait?.p99).toBeCloseTo(99.01);
    expect(run?.p50).toBeCloseTo(101);
    expect(run?.p99).toBeCloseTo(198.02);
    expect(durations[0]?.wait).toEqual({ p50: null, p90: null, p99: null });
  });

  test("storage begins with what was there, grows and falls", async () => {
    const { storage = [] } = await look("24h");
    const bytesAt = (iso: string) => storage.find((bucket) => bucket.at === iso)?.bytes;
    expect(storage[0]?.bytes).toBe(1_000);
    expect(bytesAt("2026-03-10T05:00:00.000Z")).toBe(1_500);
    expect(bytesAt("2026-03-10T09:00:00.000Z")).toBe(1_500);
    expect(bytesAt("2026-03-10T10:00:00.000Z")).toBe(1_000);
    expect(storage.at(-1)?.bytes).toBe(1_070);
  });

  test("failures are counted by code, the most frequent first", async () => {
    expect((await look("24h")).failures).toEqual([
      { code: "RENDER_FAILED", jobs: 2 },
      { code: "TIMEOUT", jobs: 1 },
    ]);
  });

  test("outcomes are counted by tier", async () => {
    expect((await look("24h")).tiers).toEqual([
      { tier: "free", succeeded: 100, failed: 1, canceled: 1 },
      { tier: "premium", succeeded: 0, failed: 2, canceled: 0 },
    ]);
  });
});

test("A longer range holds what a shorter one does not", async () => {
  const { outcomes = [], storage = [] } = await look("90d");
  expect(outcomes.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(101);
  expect(storage[0]?.bytes).toBe(0);
});

test("Only the charts that were asked for are drawn", async () => {
  const analytics = await look("7d", ["failures"]);
  expect(analytics.failures).toBeDefined();
  expect(analytics.outcomes).toBeUndefined();
});
