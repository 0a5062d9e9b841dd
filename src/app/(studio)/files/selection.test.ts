import { expect, test } from "vitest";
import { extend, keepShown, NOTHING, selectAll, toggle } from "./selection";

const ORDER = ["a", "b", "c", "d", "e"];
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].toSorted();

test("One is chosen, and chosen again it is not", () => {
  const one = toggle(NOTHING, "b");
  expect(idsOf(one)).toEqual(["b"]);
  expect(idsOf(toggle(one, "b"))).toEqual([]);
  expect(NOTHING.ids.size).toBe(0);
});

test("A range goes from the last one chosen, in both directions, and keeps what was chosen", () => {
  const from = toggle(toggle(NOTHING, "e"), "c");
  expect(idsOf(extend(from, "a", ORDER))).toEqual(["a", "b", "c", "e"]);
  const further = extend(extend(from, "b", ORDER), "d", ORDER);
  expect(idsOf(further)).toEqual(["b", "c", "d", "e"]);
});

test("A range without a beginning is the one file", () => {
  expect(idsOf(extend(NOTHING, "d", ORDER))).toEqual(["d"]);
  expect(idsOf(extend({ ids: new Set(["z"]), anchor: "z" }, "d", ORDER))).toEqual(["d", "z"]);
});

test("What is not shown any more is not chosen any more", () => {
  const all = selectAll(ORDER);
  expect(idsOf(keepShown(all, ["b", "d"]))).toEqual(["b", "d"]);
  expect(keepShown(all, [...ORDER, "f"])).toBe(all);
});
