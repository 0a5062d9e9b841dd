import { expect, test } from "vitest";
import { type Line, type Owner, runLine, type WaitingJob } from "./line";

const FREE: Owner = { weight: 1, slots: 1, servedAt: null };
const PREMIUM: Owner = { weight: 4, slots: 3, servedAt: null };

/** Jobs "a1", "a2", … of owner "a", in the order given; each takes ten seconds. */
function line(ids: string, part: Partial<Line> & { owners: Line["owners"] }): Line {
  const waiting = ids.split(" ").map(
    (id, createdAt): WaitingJob => ({
      id,
      ownerId: id.slice(0, 1),
      clock: 0,
      createdAt,
      isOfBatch: false,
      runSeconds: 10,
    }),
  );
  return { clock: 0, capacity: 1, held: [], waiting, ...part };
}

const startsOf = (of: Line) =>
  runLine(of).map(({ id, startsInSeconds }) => `${id} in ${startsInSeconds}`);

test("One after the other on one slot, and people take turns", () => {
  const owners = new Map([
    ["a", FREE],
    ["b", FREE],
  ]);
  expect(startsOf(line("a1 a2 a3 b1", { owners }))).toEqual([
    "a1 in 0",
    "b1 in 10",
    "a2 in 20",
    "a3 in 30",
  ]);
});

test("Whoever has all their slots taken lets others by, and starts when one of theirs is free", () => {
  const owners = new Map([
    ["a", FREE],
    ["b", FREE],
  ]);
  const held = [{ ownerId: "a", secondsLeft: 25 }];
  expect(startsOf(line("a1 b1 b2", { owners, capacity: 3, held }))).toEqual([
    "b1 in 0",
    "b2 in 10",
    "a1 in 25",
  ]);
});

test("Premium has three at once and four turns to one", () => {
  const owners = new Map([
    ["a", FREE],
    ["p", PREMIUM],
  ]);
  const wide = startsOf(line("a1 a2 p1 p2 p3 p4", { owners, capacity: 4 }));
  expect(wide).toEqual(["p1 in 0", "p2 in 0", "p3 in 0", "a1 in 0", "p4 in 10", "a2 in 10"]);
  const narrow = runLine(line("a1 a2 p1 p2 p3 p4 p5 p6", { owners })).map(({ id }) => id);
  expect(narrow).toEqual(["p1", "p2", "p3", "a1", "p4", "p5", "p6", "a2"]);
});

test("Whoever was served before the clock went on has waited no less than a newcomer", () => {
  const owners = new Map([
    ["a", { ...FREE, servedAt: 7 }],
    ["b", { ...FREE, servedAt: 2 }],
  ]);
  const waiting = line("a1 b1", { owners }).waiting.map((job) => ({ ...job, clock: 1 }));
  expect(runLine({ ...line("a1", { owners }), clock: 7, waiting }).map(({ id }) => id)).toEqual([
    "b1",
    "a1",
  ]);
});

test("Without a live worker there is still an order", () => {
  const owners = new Map([["a", FREE]]);
  expect(runLine(line("a1 a2", { owners, capacity: 0 })).map(({ id }) => id)).toEqual(["a1", "a2"]);
});
