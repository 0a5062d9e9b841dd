import { expect, test } from "vitest";
import type { JobUpdate } from "~/server/jobs/schema";
import { createLiveStore } from "./live-store";

function update(part: Partial<JobUpdate> = {}): JobUpdate {
  return {
    id: "job-1",
    videoId: "video-1",
    prompt: "A lighthouse in a storm",
    status: "RUNNING",
    phase: "drawing",
    progress: 10,
    error: null,
    position: null,
    aspectRatio: "16:9",
    duration: 10,
    quality: "720p",
    createdAt: "2026-11-24T12:00:00.000Z",
    startedAt: null,
    finishedAt: null,
    frame: null,
    ...part,
  };
}

function progressOf(store: ReturnType<typeof createLiveStore>) {
  return store.getSnapshot().jobs.map(({ id, status, progress }) => `${id} ${status} ${progress}`);
}

test("an update that was overtaken by a newer one is dropped", () => {
  const store = createLiveStore();
  store.apply(update({ progress: 40 }));
  store.apply(update({ progress: 30 }));
  store.apply(update({ status: "FINALIZING", progress: 40 }));
  store.apply(update({ status: "RUNNING", progress: 40 }));
  expect(progressOf(store)).toEqual(["job-1 FINALIZING 40"]);
});

test("it begins with the jobs that the server knew, oldest first, and goes on from there", () => {
  const young = update({ id: "job-2", createdAt: "2026-11-24T13:00:00.000Z" });
  const store = createLiveStore([young, update({ progress: 40 })]);
  expect(progressOf(store)).toEqual(["job-1 RUNNING 40", "job-2 RUNNING 10"]);
  expect(store.getInitial()).toBe(store.getSnapshot());
  expect(store.apply(update({ progress: 30 }))).toBe(false);
  expect(store.apply(update({ status: "SUCCEEDED", progress: 100 }))).toBe(true);
  expect(store.getInitial().jobs[0], "what was drawn first stays as it was").toMatchObject({
    progress: 40,
  });
});

test("what has ended never changes again", () => {
  const store = createLiveStore();
  store.apply(update({ status: "CANCELED", progress: 40 }));
  store.apply(update({ status: "RUNNING", progress: 90 }));
  expect(progressOf(store)).toEqual(["job-1 CANCELED 40"]);
});

test("work that a dead worker gave back waits again, with its progress", () => {
  const store = createLiveStore();
  store.apply(update({ progress: 40 }));
  store.apply(update({ status: "QUEUED", progress: 40, position: 2 }));
  expect(progressOf(store)).toEqual(["job-1 QUEUED 40"]);
});

test("the newest frame stays until there is a newer one", () => {
  const store = createLiveStore();
  store.apply(update({ frame: "data:a" }));
  store.apply(update({ progress: 20 }));
  expect(store.getSnapshot().jobs[0]?.frame).toBe("data:a");
});

test("lists are old only when a job began or ended", () => {
  const store = createLiveStore();
  expect(store.apply(update())).toBe(true);
  expect(store.apply(update({ progress: 50 }))).toBe(false);
  expect(store.apply(update({ status: "SUCCEEDED", progress: 100 }))).toBe(true);
  expect(store.apply(update({ status: "SUCCEEDED", progress: 100 }))).toBe(false);
});

test("listeners hear of changes only, until they leave", () => {
  const store = createLiveStore();
  let calls = 0;
  const leave = store.subscribe(() => {
    calls += 1;
  });
  store.setConnection("live");
  store.setConnection("live");
  expect(calls).toBe(1);
  leave();
  store.setConnection("offline");
  expect(calls).toBe(1);
});
