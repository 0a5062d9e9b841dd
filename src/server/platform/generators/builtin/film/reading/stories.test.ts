import { describe, expect, it } from "vitest";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;
const leads = (prompt: string) =>
  read(prompt).map(({ cast }) => cast.map(({ picture }) => picture).join("+"));

describe("the hero of a story", () => {
  it.each([
    [
      "A boy finds a map. He sails to an island. Then he digs up a treasure chest.",
      ["boy", "boy", "boy"],
    ],
    ["A chef bakes a cake. Then he carries it to the king.", ["cook", "cook"]],
    ["A girl plants a seed. It grows into a giant tree.", ["girl", "seedling"]],
    [
      "A princess meets a dragon. She hugs the dragon. They fly away.",
      ["princess", "princess", "princess+dragon"],
    ],
    ["The cat chases a mouse, and at last the mouse hides in a hole", ["cat", "mouse"]],
  ])("is kept in %s", (prompt, heroes) => {
    expect(leads(prompt)).toEqual(heroes);
  });

  it("sees the island that he sails to, and is there in the next scene", () => {
    const [voyage, arrival] = read("A boy sails to an island. Then he digs a hole.");
    expect(voyage).toMatchObject({ place: "sea", motion: "sail" });
    expect(voyage?.props.map(({ picture }) => picture)).toEqual(["desert-island"]);
    expect(arrival).toMatchObject({ place: "island", motion: "dig" });
  });

  it.each([
    ["A sailboat leaves the harbor", "harbor"],
    ["A canoe on a river", "river"],
    ["A boat sails along the coast", "coast"],
    ["A ship crosses the desert", "sea"],
  ])("sails where there is water: %s", (prompt, place) => {
    expect(read(prompt)[0]).toMatchObject({ place, motion: "sail" });
  });

  it("is one volcano, though its lava is told", () => {
    const [scene] = read("A volcano erupts lava");
    expect(scene?.cast.map(({ picture }) => picture)).toEqual(["volcano"]);
    expect(scene).toMatchObject({ place: "volcano", props: [] });
  });

  it("acts at every time of day that is told", () => {
    const day = read(
      "A train leaves the station in the morning, crosses a bridge at noon and arrives at the sea at night",
    );
    expect(day.map(({ time }) => time)).toEqual(["dawn", "day", "night"]);
    expect(day.map(({ cast }) => cast[0]?.picture)).toEqual(Array(3).fill("locomotive"));
  });
});

describe("the looks of a film", () => {
  it.each([
    "macro lens, shallow depth of field, soft bokeh, 60fps",
    "anamorphic lens flare, film grain, ultra detailed",
    "unreal engine, octane render, vibrant colors",
    "oil painting style, muted colors, cozy atmosphere",
    "moody, high contrast, shot on 35mm",
    "plan large, ralenti",
  ])("%s are no things", (looks) => {
    const [fox] = read(`a fox in the forest, ${looks}`);
    expect([fox?.cast.map(({ picture }) => picture), fox?.props]).toEqual([["fox"], []]);
    expect(fox?.wording.join(" ")).toBe("a fox in the forest,");
  });

  it("do not hide what the film shall be about", () => {
    expect(read("please make a video about a penguin")).toMatchObject([
      { cast: [{ picture: "penguin" }], wording: ["a penguin"] },
    ]);
  });
});

describe("what only describes", () => {
  it.each([
    ["A dust storm in the desert with a camel", ["camel"]],
    ["A girl on a beach, wind in her hair", ["girl"]],
    ["A turtle swims, sun rays", ["turtle"]],
    ["A cat and a dog are best friends", ["cat", "dog"]],
    ["A SHARK ATTACK", ["shark"]],
    ["Happy 40th birthday dad", ["birthday-cake", "man"]],
  ])("%s shows only what there is", (prompt, pictures) => {
    const [clause] = read(prompt);
    const seen = [...(clause?.cast ?? []), ...(clause?.props ?? [])];
    expect(seen.map(({ picture }) => picture)).toEqual(expect.arrayContaining(pictures));
    expect(seen.every(({ count }) => count === 1)).toBe(true);
  });

  it("tells the colour behind the noun", () => {
    expect(read("the car is red")).toMatchObject([{ cast: [{ color: "red" }] }]);
  });

  it("mends a slip of the pen in a time or place", () => {
    expect(read("a sunst over the ocaen")).toMatchObject([{ time: "sunset", place: "sea" }]);
  });
});
