import { describe, expect, it } from "vitest";
import { listConcreteNouns } from "../tools/vocabulary/concrete-nouns";
import { MISFITS } from "../tools/vocabulary/misfits";
import { scoreNouns } from "../tools/vocabulary/score-nouns";

describe("the vocabulary of films", () => {
  const { found } = scoreNouns(200);

  it("finds a fitting picture or scenery for 180 of the 200 commonest concrete nouns", () => {
    const missing = found
      .filter(({ word, way }) => way === "neighbour" || MISFITS.has(word))
      .map(({ word }) => word);
    expect(missing.length, missing.join(" ")).toBeLessThanOrEqual(20);
  });

  it("takes the nouns by a rule: in the order of the list, concrete and chiefly nouns", () => {
    const nouns = listConcreteNouns(30);
    expect(nouns.map(({ rank }) => rank)).toEqual(
      nouns.map(({ rank }) => rank).toSorted((a, b) => a - b),
    );
    const words = nouns.map(({ word }) => word);
    expect(words).toContain("house");
    for (const abstract of ["time", "love", "run"]) expect(words).not.toContain(abstract);
  });
});
