import { describe, expect, it } from "vitest";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;
const leads = (prompt: string) => read(prompt).map(({ cast }) => cast[0]?.picture);

describe("the order of events", () => {
  it.each([
    ["The wolf howls before the sheep run away", ["wolf", "ewe"]],
    ["The sheep run away after the wolf howls", ["wolf", "ewe"]],
    ["Before the sheep run away, the wolf howls", ["wolf", "ewe"]],
    ["After the wolf howls, the sheep run away", ["wolf", "ewe"]],
    ["The sun rises over the sea, then dolphins jump", ["sun", "dolphin"]],
    ["A cat climbs a tree. Then it falls asleep.", ["cat", "cat"]],
  ])("%s", (prompt, order) => {
    expect(leads(prompt)).toEqual(order);
  });

  it("lets weather, time and place last from when they are said", () => {
    expect(
      read("A man walks his dog. It starts to rain. They run home.").map(({ weather }) => weather),
    ).toEqual(["clear", "rain"]);
    expect(
      read("A rocket lifts off from a field, then it orbits the earth at night").map(
        ({ place }) => place,
      ),
    ).toEqual(["meadow", "meadow"]);
    expect(
      read("Ducks swim while an old man fishes at the lake").map(({ place }) => place),
    ).toEqual(["lake", "lake"]);
    expect(read("A cat sleeps. A dog barks. It is night.").map(({ time }) => time)).toEqual([
      "night",
      "night",
    ]);
  });

  it("keeps one moment together, however many commas it has", () => {
    expect(read("a lighthouse, stormy sea, at night, cinematic")).toHaveLength(1);
    expect(read("A shop sign says “Open” while it snows")).toHaveLength(1);
  });
});
