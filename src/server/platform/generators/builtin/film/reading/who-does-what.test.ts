import { describe, expect, it } from "vitest";
import { leads, readOne } from "../../../../../../../tests/support/read-prompt";

describe("who does what to whom", () => {
  it.each([
    ["A dog chases a cat", "dog", "chase", "cat"],
    ["The cat is chased by a dog", "dog", "chase", "cat"],
    ["A girl feeds a horse", "girl", "feed", "horse"],
    ["A monkey rides a bicycle", "monkey", "ride", "bicycle"],
    ["A man saws wood", "man", "saw", "wood"],
    ["Santa Claus delivers presents", "santa-claus", "deliver", "wrapped-gift"],
  ])("%s", (prompt, subject, verb, object) => {
    const clause = readOne(prompt);
    expect(clause.cast.map(({ picture }) => picture)).toEqual([subject]);
    expect(clause.verb).toBe(verb);
    expect(clause.props[0]).toMatchObject({ picture: object, isObject: true });
  });

  it("tells several who do it together from what is only near", () => {
    const { cast, props } = readOne("A dentist and a violinist dance with a cat near a tree");
    expect(cast.map(({ word }) => word)).toEqual(["dentist", "violinist"]);
    expect(props.map(({ picture, isObject }) => [picture, isObject])).toEqual([
      ["cat", undefined],
      ["deciduous-tree", undefined],
    ]);
  });

  it("sees buildings from outside", () => {
    expect(readOne("a house").place).toBe("meadow");
    expect(readOne("A knight guards a castle").place).toBe("meadow");
    expect(["city", "street"]).toContain(readOne("the Eiffel Tower").place);
    expect(readOne("A cat sleeps in the house").place).toBe("room");
  });

  it("takes a form that is noun and verb for what it is there", () => {
    expect(readOne("Kids fly kites on the beach").motion).toBe("fly");
    expect(readOne("a fly lands on a rose").cast[0]?.picture).toBe("fly");
    expect(readOne("an old man fishes at the lake").motion).toBe("fish");
    expect(leads("First a seed sprouts, then a tree grows, finally birds nest in it")).toEqual([
      "seedling",
      "deciduous-tree",
      "bird",
    ]);
  });

  it("tells women from men where the pictures do", () => {
    expect(readOne("A female firefighter runs").cast[0]?.picture).toBe("woman-firefighter");
    expect(readOne("Two men dance").cast[0]).toMatchObject({ picture: "man", count: 2 });
    expect(
      readOne("a woman astronaut and a male nurse").cast.map(({ picture }) => picture),
    ).toEqual(["woman-astronaut", "man-health-worker"]);
  });

  it("shows what a compound is, not what it is made of", () => {
    expect(readOne("a robot dog in a coffee shop").cast).toMatchObject([{ picture: "dog" }]);
    expect(readOne("a cup of coffee on the table").cast).toMatchObject([
      { picture: "hot-beverage", count: 1 },
    ]);
  });

  it("knows verbs by what they are like", () => {
    expect(readOne("A fox saunters through the forest").motion).toBe("walk");
    expect(readOne("A bear gobbles honey").motion).toBe("eat");
  });

  it("sees colours, sizes and crowds", () => {
    expect(readOne("A tiny red robot chases twenty butterflies")).toMatchObject({
      cast: [{ picture: "robot", count: 1, color: "red", size: "tiny" }],
      props: [{ picture: "butterfly", count: 12 }],
    });
    expect(readOne("An orange cat eats an orange")).toMatchObject({
      cast: [{ picture: "cat", color: "orange" }],
      props: [{ picture: "tangerine" }],
    });
    expect(readOne("A dozen penguins and a whale").cast.map(({ count }) => count)).toEqual([6, 1]);
  });
});
