import { expect, test } from "vitest";
import { toStretches } from "./stretches";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds)).toISOString();
const moment = (
  status: "QUEUED" | "RUNNING" | "FINALIZING" | "SUCCEEDED",
  seconds: number,
  phase = "",
) => ({ status, phase, at: at(seconds) });

test("a job's time is waiting, making and saving, and ends where it ended", () => {
  const history = [
    moment("QUEUED", 0),
    moment("RUNNING", 4, "starting"),
    moment("RUNNING", 5, "drawing"),
    moment("FINALIZING", 20),
    moment("SUCCEEDED", 21),
  ];
  expect(toStretches(history, Date.parse(at(50)))).toEqual([
    { kind: "waiting", seconds: 4 },
    { kind: "making", seconds: 16 },
    { kind: "saving", seconds: 1 },
  ]);
});

test("a job that was given back waits and is made again", () => {
  const history = [
    moment("QUEUED", 0),
    moment("RUNNING", 1),
    moment("QUEUED", 6),
    moment("RUNNING", 8),
  ];
  expect(toStretches(history, Date.parse(at(10)))).toEqual([
    { kind: "waiting", seconds: 1 },
    { kind: "making", seconds: 5 },
    { kind: "waiting", seconds: 2 },
    { kind: "making", seconds: 2 },
  ]);
});

test("a clock of the browser that is behind makes no stretch shorter than nothing", () => {
  expect(toStretches([moment("QUEUED", 30)], Date.parse(at(10)))).toEqual([
    { kind: "waiting", seconds: 0 },
  ]);
});
