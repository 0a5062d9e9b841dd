import { describe, expect, it } from "vitest";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;

describe("the words that a clause puts on the screen", () => {
  it.each([
    [
      "Two children fly a red kite on a windy hill, then rain begins and they run home to their cottage",
      [
        ["Two children fly a red kite", "on a windy hill"],
        ["they run home", "to their cottage"],
      ],
    ],
    [
      "A knight rides a white horse through an autumn forest towards a burning castle",
      [["A knight rides a white horse", "through an autumn forest", "towards a burning castle"]],
    ],
    [
      "My grandfather and his oldest friend slowly paint a very old wooden boat",
      [["My grandfather", "and his oldest friend", "slowly paint", "a very old wooden boat"]],
    ],
    ["Timelapse of a flower, 4k, cinematic", [["a flower,"]]],
    ["Never give up on your dreams", [["Never give up on your dreams"]]],
    ["Los niños juegan en la playa", [["Los niños juegan", "en la playa"]]],
  ])("of %s are whole phrases of its own", (prompt, wording) => {
    expect(read(prompt).map((clause) => clause.wording)).toEqual(wording);
  });
});
