import { describe, expect, it } from "vitest";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;
function readOne(prompt: string) {
  const [clause] = read(prompt);
  if (!clause) throw new Error("a prompt without a clause");
  return clause;
}

describe("what is not there, and what is written", () => {
  it("leaves out what is denied", () => {
    expect(readOne("A lake without rain at dawn")).toMatchObject({
      weather: "clear",
      time: "dawn",
    });
    const street = readOne("A city street, no people or cars, at night");
    expect(street.cast.map(({ picture }) => picture)).toEqual(["bird"]);
    expect(street.time).toBe("night");
  });

  it.each([
    ['A sign says "Open late"', "Open late"],
    ["Un panneau dit « Bonjour »", "Bonjour"],
    ["「こんにちは」と猫が踊る", "こんにちは"],
    ["Ein Hund sagt „Hallo“", "Hallo"],
    ["A cat's dream: ‘fish’ in the sky", "fish"],
  ])("keeps the words in quotation marks of %s", (prompt, quote) => {
    expect(readOne(prompt).quote).toBe(quote);
  });

  it("draws a prompt that is nothing but a quotation", () => {
    expect(readOne("“a cat on the moon”")).toMatchObject({
      place: "moon",
      cast: [{ picture: "cat" }],
    });
  });

  it("reads the mood that is said before the one that things suggest", () => {
    expect(readPrompt("A sad clown at a party", createRandom(1)).mood).toBe("melancholic");
    expect(readPrompt("A happy ghost in a cave", createRandom(1)).mood).toBe("joyful");
    expect(readPrompt("Two ghosts in a cave", createRandom(1)).mood).toBe("mysterious");
  });

  it("reads the season", () => {
    expect(readOne("A group of friends hike in the fall").season).toBe("autumn");
    expect(readOne("a flower in spring").season).toBe("spring");
  });
});
