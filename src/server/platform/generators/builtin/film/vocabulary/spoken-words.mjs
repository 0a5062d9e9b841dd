// Decides which picture or scenery every English word and phrase stands for, once, at install time.
import { readdirSync, readFileSync } from "node:fs";
import { createWidening } from "./widening.mjs";
import { readDictionary, readUses } from "./wordnet.mjs";

const folder = new URL("./", import.meta.url);
/** The lexicographer's files that a list's words mean; a list without any means concrete things. */
const KINDS_OF_LIST = {
  "animals.txt": ["animal"],
  "people.txt": ["person", "group"],
  "plants.txt": ["plant"],
  "food.txt": ["food", "plant"],
  "ideas.txt":
    "cognition communication act event feeling state attribute time possession group phenomenon process motive relation quantity location".split(
      " ",
    ),
};
const NEAR = 3.5;
const NEAR_PHRASE = 3.5;
/** A lone wolf is a wolf rather than a person, but a prairie dog is no dog. */
const AS_NEAR = 1;
const NEAR_VERB = 2.7;
const FAR = 9;
const GENERAL = 2.5;

const linesOf = (list) => readFileSync(new URL(list, folder), "utf8").split("\n").filter(Boolean);

/** @returns {{ list: string, picture: string, word: string, kinds?: string[] }[]} */
function readLists() {
  return readdirSync(folder)
    .filter((list) => /\.txt$/.test(list) && !/^(places|verbs|symbols)\.txt$/.test(list))
    .sort()
    .flatMap((list) =>
      linesOf(list).flatMap((line) => {
        const [picture, words] = line.split(": ");
        return words.split(" ").map((entry) => {
          const [word, kind] = entry.replaceAll("_", " ").split(".");
          return { list, picture, word, kinds: kind ? [kind] : KINDS_OF_LIST[list] };
        });
      }),
    );
}

/** @returns {{ word: string, kinds: string[] }[]} */
const readPlaces = () =>
  linesOf("places.txt").flatMap((line) =>
    line.split(" ").map((entry) => {
      const [word, kind] = entry.replaceAll("_", " ").split(".");
      return { word, kinds: kind ? [kind] : ["object", "artifact", "location", "plant"] };
    }),
  );

/**
 * @param {{ names: string[], keywords: Map<string, { picture: string, rank: number }> }} set the emoji set's
 *   own names, and the keywords of its pictures
 * @returns {Map<string, string>} by word: how it was found and the target. `n` by name, `i` as an idea,
 *   `k` by keyword, `w` by a wider term, `s` by a symbol of its kind, `v` a verb (after "to ").
 *   A target after `@` is a word for a place, one after `>` a verb that moves alike.
 */
export function findSpokenWords({ names, keywords }) {
  const found = new Map();
  const lists = readLists();
  const offer = (word, way, target) => {
    if (!found.has(word)) found.set(word, way + target);
  };
  const named = lists.filter(({ list }) => list !== "kinds.txt");
  for (const { list, word, picture } of named) {
    if (list !== "ideas.txt") offer(word, "n", picture);
  }
  for (const { word, picture } of named) offer(word, "i", picture);
  for (const name of names) offer(name.replaceAll("-", " "), "n", name);

  const nouns = readDictionary("noun");
  const widen = createWidening(nouns, [
    ...named.map(({ word, picture, kinds }) => ({ word, target: picture, kinds })),
    ...readPlaces().map(({ word, kinds }) => ({ word, target: `@${word}`, kinds })),
    ...names.map((name) => ({ word: name.replaceAll("-", " "), target: name })),
    ...lists
      .filter(({ list }) => list === "kinds.txt")
      .map(({ word, picture, kinds }) => ({ word, target: picture, kinds, cost: GENERAL })),
    { word: "person", target: "person", kinds: ["Tops"], cost: GENERAL + 1.5 },
  ]);
  const symbols = new Map(
    linesOf("symbols.txt").flatMap((line) => {
      const [picture, kinds] = line.split(": ");
      return kinds.split(" ").map((kind) => [kind, picture]);
    }),
  );
  const uses = readUses();
  for (const word of nouns.senses.keys()) {
    if (found.has(word) || !isSpoken(word)) continue;
    const [asNoun = 0, ...asOther] = uses.get(word) ?? [];
    const isNoun = asNoun >= Math.max(...asOther, 0);
    const wider = widen.nearest(word);
    const keyword = keywords.get(word);
    const isPhrase = word.includes(" ");
    // A red fox is a fox, although it is a plant, too.
    const head = found.get(word.slice(word.lastIndexOf(" ") + 1)) ?? "";
    const isNearer = wider && wider.cost <= (head.startsWith("n") ? AS_NEAR : NEAR_PHRASE);
    if (isPhrase && (!isNearer || widen.canMean(word, head.slice(1)))) continue;
    if (wider && isNoun && wider.cost <= (isPhrase ? NEAR_PHRASE : NEAR))
      offer(word, "w", wider.target);
    else if (keyword) offer(word, "k", keyword.picture);
    else if (wider && isNoun && wider.cost <= FAR && !isPhrase) offer(word, "w", wider.target);
    else if (!isPhrase) {
      const symbol = symbols.get(widen.kindOf(word));
      if (symbol) offer(word, "s", symbol);
    }
  }
  for (const [word, { picture }] of keywords) offer(word, "k", picture);
  findVerbs(uses, offer);
  return found;
}

/** Verbs that texts use, each with the nearest wider one that a film has a motion for. */
function findVerbs(uses, offer) {
  const verbs = readDictionary("verb");
  const anchors = linesOf("verbs.txt").flatMap((line) => line.split(" "));
  const widen = createWidening(
    verbs,
    anchors.map((word) => ({ word, target: word, kinds: ["verb"] })),
  );
  for (const word of verbs.senses.keys()) {
    const wider = /^[a-z]{3,}$/.test(word) ? widen.nearest(word) : undefined;
    if (wider && wider.cost <= NEAR_VERB) offer(`to ${word}`, "v", `>${wider.target}`);
    else if ((uses.get(word)?.[1] ?? 0) > 0 && /^[a-z]{2,}$/.test(word))
      offer(`to ${word}`, "v", ">");
  }
}

const isSpoken = (word) => /^[a-z][a-z'-]*(?: [a-z'-]+){0,2}$/.test(word) && word.length > 2;
