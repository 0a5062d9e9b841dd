import { findMeaning, findVerb, type Meaning, wordsStartingWith } from "../artwork/picture-index";
import { baseForms } from "../vocabulary/word-forms";
import { STOP_WORDS } from "./function-words";
import type { Token } from "./words";

const SETTING_WORDS =
  "sunset sunrise morning evening twilight midnight night forest ocean beach mountain mountains desert island jungle garden street river village city castle snowy rainy winter summer spring autumn storm stormy foggy cloudy sunny windy underwater kitchen library school hospital market meadow savanna volcano space lightning thunder christmas".split(
    " ",
  );
const MIN_LETTERS = 5;
const LETTERS_FOR_TWO_SLIPS = 7;
/** Endings of those who do something. */
const DOER = /(?:ist|ian|eer|smith|maker|keeper|monger|wright)s?$/;

/** @returns a sensible neighbour of a word that no list knows: whose name it is, what it was meant to be. */
export function guessMeaning(token: Token): Meaning | undefined {
  const { name } = token.tag ?? {};
  if (name === "place") return { way: "wider", placeWord: "city" };
  const isWritten = name !== "person" || /^\p{Lu}/u.test(token.text);
  if (name && isWritten) return { way: "wider", picture: name };
  const isKnown = baseForms(token.lower).some((form) => findMeaning(form) ?? findVerb(form));
  const meant = isKnown ? undefined : mendPlural(token.lower);
  if (meant) return { ...findMeaning(meant), way: "wider" };
  return DOER.test(token.lower) ? { way: "symbol", picture: "person" } : undefined;
}

/** "Dolfins": the end of a plural is no slip. */
const mendPlural = (word: string) =>
  mendSpelling(word) ?? (/[^s]s$/.test(word) ? mendSpelling(word.slice(0, -1)) : undefined);

/**
 * The time, weather, season or place that a slip of the pen meant ("sunst", "ocaen").
 * @returns undefined for words that mean something as they are
 */
export function mendSetting(word: string): string | undefined {
  if (word.length < MIN_LETTERS || !/^[a-z]+$/.test(word)) return undefined;
  if (STOP_WORDS.has(word)) return undefined;
  if (baseForms(word).some((form) => findMeaning(form) ?? findVerb(form))) return undefined;
  const [meant] = SETTING_WORDS.filter(
    (known) => Math.abs(known.length - word.length) <= 1 && countSlips(word, known) === 1,
  );
  return meant;
}

/** The nearest word that names something, one slip away, or two in a long word. */
function mendSpelling(word: string): string | undefined {
  if (word.length < MIN_LETTERS || !/^[a-z]+$/.test(word)) return undefined;
  const allowed = word.length >= LETTERS_FOR_TWO_SLIPS ? 2 : 1;
  let best: { word: string; slips: number } | undefined;
  for (const candidate of wordsStartingWith(word.slice(0, 1))) {
    if (candidate.way !== "name" || Math.abs(candidate.word.length - word.length) > allowed)
      continue;
    const slips = countSlips(sound(word), sound(candidate.word));
    if (slips <= allowed && (!best || slips < best.slips)) best = { word: candidate.word, slips };
  }
  return best?.word;
}

/** "Dolfin" is written as it is heard. */
const sound = (word: string) => word.replaceAll("ph", "f");

/** Damerau's distance: letters missing, added, wrong or two swapped. */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + wrong,
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? a.length;
}
