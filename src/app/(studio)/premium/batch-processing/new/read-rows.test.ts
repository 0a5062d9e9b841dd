import { expect, test } from "vitest";
import { BatchRow } from "~/server/batches/schema";
import { readRows } from "./read-rows";

test("each line is a prompt, empty lines are none, commas belong to it", () => {
  const { rows } = readRows("A boat, far out\r\n\n  A cat  \n");
  expect(rows).toEqual([{ prompt: "A boat, far out" }, { prompt: "A cat" }]);
});

test("a table names its columns in any order and case", () => {
  const { rows, unknownColumns } = readRows(
    'Seconds,Prompt,Aspect ratio,notes\n5,"A boat, at ""dawn""",9:16,first\n,A cat,,\n',
  );
  expect(rows).toEqual([
    { prompt: 'A boat, at "dawn"', duration: 5, aspectRatio: "9:16" },
    { prompt: "A cat" },
  ]);
  expect(unknownColumns).toEqual(["notes"]);
});

test("cells copied from a spreadsheet come with tabs", () => {
  expect(readRows("prompt\tduration\nA boat\t7").rows).toEqual([{ prompt: "A boat", duration: 7 }]);
});

test("a cell may hold line breaks", () => {
  expect(readRows('prompt\n"A boat\nat dawn"').rows).toEqual([{ prompt: "A boat\nat dawn" }]);
});

test("a number that is none is refused with a sentence, not guessed", () => {
  const [row] = readRows("prompt,duration\nA boat,five").rows;
  const { error } = BatchRow.safeParse(row);
  expect(error?.issues[0]?.message).toBe("Choose a whole number of seconds.");
});

test("a quotation mark that nobody closed is named by its line", () => {
  expect(readRows('prompt\nA boat\n"A cat').problem).toMatch(/^Line \d: a quotation mark/);
});

test("nothing is no rows", () => {
  expect(readRows("  \n")).toEqual({ rows: [], unknownColumns: [], problem: null });
});
