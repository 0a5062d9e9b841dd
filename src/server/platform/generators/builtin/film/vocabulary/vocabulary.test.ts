import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DRAWINGS } from "../artwork/drawings";
import { findMeaning, findVerb } from "../artwork/picture-index";
import { findMotion, findPlace } from "../setting";
import { ENSEMBLES } from "./ensembles";

const GENERATED = new URL("../../../../../../generated/", import.meta.url);
const { pictures, targets }: { pictures: Record<string, unknown>; targets: string[] } = JSON.parse(
  readFileSync(new URL("pictures.json", GENERATED), "utf8"),
);
const canBeDrawn = (picture: string) =>
  Object.hasOwn(pictures, picture) || Object.hasOwn(DRAWINGS, picture);

describe("the vocabulary", () => {
  it("leads to pictures that exist, to places with a scenery and to verbs with a motion", () => {
    const broken = targets.filter((target) => {
      if (target === ">") return false;
      if (target.startsWith("@")) return findPlace([target.slice(1)]) === undefined;
      if (target.startsWith(">")) return findMotion([target.slice(1)]) === undefined;
      return !canBeDrawn(target);
    });
    expect(broken).toEqual([]);
    expect(
      Object.values(ENSEMBLES)
        .flat()
        .filter((picture) => !canBeDrawn(picture)),
    ).toEqual([]);
  });

  it("reaches more than a thousand different pictures", () => {
    expect(targets.filter(canBeDrawn).length).toBeGreaterThan(1_000);
  });

  it("finds the first and the last word of its list, and none that is not there", () => {
    const lines = readFileSync(new URL("words.txt", GENERATED), "latin1").trimEnd().split("\n");
    for (const line of [lines[0], lines[lines.length >> 1], lines.at(-1)]) {
      const [word = ""] = line?.split("\t") ?? [];
      expect(findMeaning(word) ?? findVerb(word.replace(/^to /, "")), word).toBeDefined();
    }
    for (const word of ["", "aaaa", "dogg", "zzzzz", "to", "кот"]) {
      expect(findMeaning(word), word).toBeUndefined();
    }
  });

  it("prefers the beast to its namesakes: a phrase is what its last word is", () => {
    expect(findMeaning("red fox")).toBeUndefined();
    expect(findMeaning("polar bear")?.picture).toBe("polar-bear");
    expect(findMeaning("new york")).toEqual({ way: "wider", placeWord: "city" });
  });
});
