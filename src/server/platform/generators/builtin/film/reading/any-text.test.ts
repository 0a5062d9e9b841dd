import { describe, expect, it } from "vitest";
import { DRAWINGS } from "../artwork/drawings";
import { locatePicture } from "../artwork/picture-index";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;

describe("whatever is written", () => {
  const SCRIPTS = [
    "abcdefghijklmnopqrstuvwxyz      .,!?'\"-",
    "абвгдежзийклмнопрстуфхцчшщ ",
    "日本語中文字漢字かなカナ、。「」",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ",
    "नमस्तेदुनियाहिन्दी ",
    "🐶🍕👩🏽‍🚀🦊🎉‼️⁉️ ",
    "0123456789 % $ \u200d\ufe0f ‮",
  ];

  it("gives a story with a cast that can be drawn, and always the same one", () => {
    const random = createRandom(7);
    for (let count = 0; count < 300; count++) {
      const script = [...random.pick(SCRIPTS as [string, ...string[]])];
      const length = random.integer(1, count % 20 === 0 ? 2000 : 60);
      const prompt = Array.from(
        { length },
        () => script[random.integer(0, script.length - 1)],
      ).join("");
      const clauses = read(prompt);
      expect(clauses.length, prompt).toBeGreaterThan(0);
      for (const { cast, props } of clauses) {
        expect(cast.length, prompt).toBeGreaterThan(0);
        for (const { picture, count: number } of [...cast, ...props]) {
          expect(canBeDrawn(picture), `${picture} for ${prompt}`).toBe(true);
          expect(number).toBeGreaterThan(0);
        }
      }
      expect(read(prompt)).toEqual(clauses);
    }
  });

  it("reads two thousand characters in an instant", () => {
    const long = "A tiny robot chases 12 butterflys over the qwertzy bridge while it rains. ";
    read("a first prompt loads the grammar");
    const began = performance.now();
    read(long.repeat(27).slice(0, 2000));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

const canBeDrawn = (picture: string) =>
  locatePicture(picture) !== undefined || Object.hasOwn(DRAWINGS, picture);
