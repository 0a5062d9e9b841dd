import { describe, expect, it } from "vitest";
import { createRandom } from "../drawing/random";
import { readPrompt } from "./prompt";

const read = (prompt: string) => readPrompt(prompt, createRandom(1)).clauses;
function readOne(prompt: string) {
  const [clause] = read(prompt);
  if (!clause) throw new Error("a prompt without a clause");
  return clause;
}

describe("what is said to the camera", () => {
  it.each([
    ["Slow pan over a lake at dawn", { camera: "pan" }],
    ["Zoom in on a tiny house", { camera: "push" }],
    ["A castle, the camera pulls back", { camera: "pull" }],
    ["Aerial view of a forest", { camera: "aerial" }],
    ["Handheld footage of a street", { camera: "handheld" }],
    ["Close-up of a bee on a sunflower", { shot: "close" }],
  ])("%s", (prompt, wish) => {
    expect(readOne(prompt)).toMatchObject(wish);
  });

  it("is no thing to be drawn", () => {
    expect(readOne("Timelapse of a flower, 4k, cinematic").cast).toHaveLength(1);
    expect(readOne("a frying pan on the stove").camera).toBeUndefined();
  });

  it("is asked of its own sentence only", () => {
    const [bee, forest] = read("Close-up of a bee. A drone shot of deer in a forest.");
    expect(bee).toMatchObject({ shot: "close", cast: [{ picture: "honeybee" }] });
    expect(forest).toMatchObject({ camera: "aerial", cast: [{ picture: "deer" }] });
  });
});
