import { expect, test } from "vitest";
import { readDraftPart } from "./draft";

test("A part of a draft stays a part, so that it changes nothing else", () => {
  expect(readDraftPart({ prompt: "A kite" })).toEqual({ prompt: "A kite" });
});

test("What a recipe has more than a draft is left out", () => {
  expect(readDraftPart({ prompt: "A kite", seed: 7, version: 1 })).toEqual({
    prompt: "A kite",
    seed: 7,
  });
});

test("A recipe's pictures are the draft's pictures, without their hashes", () => {
  const pictures = [{ fileId: "one", sha256: "ab" }, "two"];
  expect(readDraftPart({ pictures })).toEqual({ pictures: ["one", "two"] });
});

test.each([[{ prompt: ["a", "b"] }], [{ style: "of last year" }], [null], ["A kite"]])(
  "%j is no draft",
  (from) => {
    expect(readDraftPart(from)).toBeNull();
  },
);
