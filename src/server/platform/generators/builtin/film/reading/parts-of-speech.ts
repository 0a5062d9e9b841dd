import { createRequire } from "node:module";

export type Part = "noun" | "verb" | "adjective" | "preposition" | "pronoun" | "other";
/** What compromise says of a word: its part of speech, and whose or which name it is. */
export type Tag = { part: Part; name?: "man" | "woman" | "person" | "place" };

type Nlp = typeof import("compromise/two").default;
const require = createRequire(import.meta.url);

const PARTS: readonly [tag: string, part: Part][] = [
  ["Pronoun", "pronoun"],
  ["Verb", "verb"],
  ["Adjective", "adjective"],
  ["Preposition", "preposition"],
  ["Noun", "noun"],
];

/**
 * Tags the words of an English text.
 * @returns tags by the offset of a word's first letter
 */
export function tagWords(text: string): Map<number, Tag> {
  // Required late: it takes a third of a second, and a prompt in another language does not need it.
  const nlp: Nlp = require("compromise/two");
  const tags = new Map<number, Tag>();
  for (const { terms } of nlp(text).json({ offset: true, terms: { tags: true, offset: true } })) {
    for (const term of terms ?? []) {
      const start: unknown = term.offset?.start;
      if (typeof start === "number") tags.set(start, readTags(term.tags));
    }
  }
  return tags;
}

function readTags(tags: readonly string[]): Tag {
  const part = PARTS.find(([tag]) => tags.includes(tag))?.[1] ?? "other";
  if (tags.includes("MaleName")) return { part, name: "man" };
  if (tags.includes("FemaleName")) return { part, name: "woman" };
  if (tags.includes("FirstName") || tags.includes("Person")) return { part, name: "person" };
  if (tags.includes("Place")) return { part, name: "place" };
  return { part };
}
