import { expect, test } from "vitest";
import { JobStatus } from "~/server/jobs/schema";
import { phaseWords, statusWord } from "./job-words";

const job = { status: "RUNNING", phase: "drawing", position: null } as const;

test("every state has a word of its own", () => {
  expect(new Set(JobStatus.options.map(statusWord)).size).toBe(JobStatus.options.length);
});

test("who waits reads how many come before", () => {
  const waiting = { ...job, status: "QUEUED", phase: "waiting" } as const;
  expect(phaseWords({ ...waiting, position: 3 })).toBe("3 jobs ahead");
  expect(phaseWords({ ...waiting, position: 1 })).toBe("One job ahead");
  expect(phaseWords({ ...waiting, position: 0 })).toBe("Next in line");
  expect(phaseWords(waiting)).toBe("Waiting");
});

test("a running job says its phase, also one that this page does not know yet", () => {
  expect(phaseWords(job)).toBe("Drawing frames");
  expect(phaseWords({ ...job, phase: "narrating" })).toBe("In the works");
});

test("what has ended says how, whatever its last phase was", () => {
  expect(phaseWords({ ...job, status: "CANCELED" })).toBe("Canceled");
});
