import { expect, test } from "vitest";
import { NEW_DRAFT, readDraftPart, toWish } from "./draft";

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

test("A draft in which no voice, captions or pictures are chosen asks for none", () => {
  expect(Object.keys(toWish(NEW_DRAFT))).not.toContain("narration");
  const narrated = { ...NEW_DRAFT, narration: { voice: "clara" as const }, pictures: [] };
  expect(toWish(narrated)).toMatchObject({ narration: { voice: "clara" } });
  expect(Object.keys(toWish(narrated))).not.toContain("pictures");
});

test("A voice that is not there any more is no draft's", () => {
  expect(readDraftPart({ narration: { voice: "nobody" } })).toBeNull();
});
