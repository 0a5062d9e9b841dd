import { findMeaning } from "../artwork/picture-index";
import { findMotion, findPlace, findTimeOfDay, findWeather } from "../setting";
import { findEnsemble } from "../vocabulary/vocabulary";
import { baseForms } from "../vocabulary/word-forms";
import { findWordScene } from "../vocabulary/word-scenes";
import { STOP_WORDS } from "./function-words";
import { readCount, type Token } from "./words";

/** One word, or several that name one thing ("polar bear"). */
export type Phrase = {
  /** The last word, or the only one. */
  token: Token;
  /** Where its first word begins in the text. */
  at: number;
  words: number;
  /** What it may be in a dictionary, likeliest first. */
  forms: string[];
  /** The word before it that says what it looks like, when it is part of the name ("blue whale"). */
  first: string;
};

const LONGEST = 3;
const PARTICLE = /^(off|up|down|away|asleep)$/;

/** Joins the words of a clause that name one thing together. */
export function groupPhrases(tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = [];
  for (let index = 0; index < tokens.length; ) {
    const phrase = longestPhrase(tokens, index);
    if (!phrase) break;
    phrases.push(phrase);
    index += phrase.words;
  }
  return phrases;
}

function longestPhrase(tokens: readonly Token[], start: number): Phrase | undefined {
  const first = tokens[start];
  if (!first) return undefined;
  for (let words = LONGEST; words > 1; words--) {
    const slice = tokens.slice(start, start + words);
    const token = slice.at(-1);
    if (!token || slice.length < words || slice.some(({ kind }) => kind !== "word")) continue;
    const isParticle = PARTICLE.test(token.lower);
    if (!mayBegin(first) || (token.tag?.part === "preposition" && !isParticle)) continue;
    const head = slice
      .slice(0, -1)
      .map(({ lower }) => lower)
      .join(" ");
    // "Lifts off": here it is the first word that has an ending.
    const forms = PARTICLE.test(token.lower)
      ? baseForms(head).map((verb) => `${verb} ${token.lower}`)
      : baseForms(token.lower).map((last) => `${head} ${last}`);
    if (forms.some(isKnown)) return { token, at: first.at, words, forms, first: first.lower };
  }
  return { token: first, at: first.at, words: 1, forms: baseForms(first.lower), first: "" };
}

const mayBegin = (token: Token) =>
  /^(new|red|blue|green|white|black|brown|golden|short|big|great|best)$/.test(token.lower) ||
  (!STOP_WORDS.has(token.lower) && readCount(token) === undefined) ||
  findMotion(baseForms(token.lower)) !== undefined;

const isKnown = (form: string) =>
  findMeaning(form) !== undefined ||
  findEnsemble(form) !== undefined ||
  findWordScene(form) !== undefined ||
  findWeather([form]) !== undefined ||
  findTimeOfDay([form]) !== undefined ||
  findMotion([form]) !== undefined ||
  findPlace([form]) !== undefined;
