import { findMembers } from "~/server/platform/generators/builtin/film/reading/members";
import { groupPhrases } from "~/server/platform/generators/builtin/film/reading/phrases";
import { findScenery } from "~/server/platform/generators/builtin/film/reading/scenery-words";
import { tokenize } from "~/server/platform/generators/builtin/film/reading/words";
import { type ConcreteNoun, listConcreteNouns } from "./concrete-nouns";

export type Found = ConcreteNoun & {
  pictures: readonly string[];
  scenery: string | undefined;
  /** How it was found; a neighbour is nothing found. */
  way: "own name" | "sign of an idea" | "keyword" | "wider term" | "scenery" | "neighbour";
};

const WAYS = {
  name: "own name",
  idea: "sign of an idea",
  keyword: "keyword",
  wider: "wider term",
  symbol: "neighbour",
} as const;

/** Looks the commonest concrete nouns up as a prompt of that one word would. */
export function scoreNouns(count: number): { found: Found[]; score: number } {
  const found = listConcreteNouns(count).map(lookUp);
  return { found, score: found.filter(({ way }) => way !== "neighbour").length };
}

function lookUp(noun: ConcreteNoun): Found {
  const [token] = tokenize(noun.word);
  const [phrase] = groupPhrases(token ? [{ ...token, tag: { part: "noun" } }] : []);
  if (!phrase) throw new Error(`no word in ${noun.word}`);
  const { members, way } = findMembers(phrase, {});
  const scenery = findScenery(phrase);
  const pictures = members.map(({ picture }) => picture);
  const how = members.length > 0 ? WAYS[way] : scenery ? "scenery" : "neighbour";
  return { ...noun, pictures, scenery, way: how === "neighbour" && scenery ? "scenery" : how };
}
