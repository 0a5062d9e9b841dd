import { describe, expect, it } from "vitest";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;
function readOne(prompt: string) {
  const [clause] = read(prompt);
  if (!clause) throw new Error("a prompt without a clause");
  return clause;
}

describe("a word without a picture of its own", () => {
  it.each([
    ["labrador", "dog"],
    ["wombat", "koala"],
    ["oak", "deciduous-tree"],
    ["sedan", "automobile"],
    ["cottage", "house"],
    ["dentist", "health-worker"],
    ["blacksmith", "factory-worker"],
    ["lasagna", "spaghetti"],
    ["nightingale", "bird"],
  ])("a %s is drawn as a %s", (word, picture) => {
    expect(readOne(`the ${word} in the morning`).cast[0]?.picture).toBe(picture);
  });

  it.each([
    ["an elefant in the morning", "elephant"],
    ["a pengiun on the ice", "penguin"],
    ["two girafes at night", "giraffe"],
  ])("%s is a slip of the pen", (prompt, picture) => {
    expect(readOne(prompt).cast[0]?.picture).toBe(picture);
  });

  it("shows somebody by their name, and a city as scenery", () => {
    const { cast, place } = readOne("Anna plays the violin in Paris");
    expect(cast[0]).toMatchObject({ picture: "woman", word: "Anna" });
    expect(["city", "street"]).toContain(place);
  });

  it("shows who may be met there when only a place is named", () => {
    expect(readOne("a lake at dawn").cast[0]?.picture).toBe("swan");
    expect(readOne("winter").cast[0]?.picture).toBe("penguin");
  });
});
