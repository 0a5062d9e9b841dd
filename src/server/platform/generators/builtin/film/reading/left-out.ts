import { findMeaning, type Way } from "../artwork/picture-index";
import { findMotion, findWeather } from "../setting";
import { habitOf } from "../vocabulary/habits";
import { findEnsemble } from "../vocabulary/vocabulary";
import { findColor, findSize } from "./appearance";
import { HOLDERS, SURFACES } from "./function-words";
import { isFunctionWord, readMeaning } from "./members";
import type { Phrase } from "./phrases";
import { isHelpingVerb } from "./verbs";

/** Ways to a picture that only stands for what is meant. */
export const SIGNS: ReadonlySet<Way> = new Set<Way>(["symbol", "idea"]);

/** A phrase among its neighbours. */
export type Spot = {
  phrase: Phrase;
  before: Phrase | undefined;
  after: Phrase | undefined;
  /** The noun behind it, unless that is a verb here. */
  head: Phrase | undefined;
  /** Behind a preposition: it says where, with whom or with what. */
  isWhere: boolean;
};

/** Whether a phrase only leads to the next noun, or is nothing to be seen by itself. */
export function isLeftOut({ phrase, before, after, head, isWhere }: Spot): boolean {
  const { token, words, forms } = phrase;
  if (token.kind === "emoji") return false;
  if (words === 1 && (isFunctionWord(token.lower) || isHelpingVerb(token.lower))) return true;
  const base = forms.at(-1) ?? "";
  const isLed = isWhere || (before !== undefined && isNoun(before));
  if (isLed && SURFACES.has(base)) return true;
  if (isPart(base, before, isWhere) || isRelation(base, before)) return true;
  // A dust storm is weather.
  if (head && token.tag?.part === "noun" && isNoun(head) && findWeather(head.forms)) return true;
  if (forms.some((form) => HOLDERS.has(form)) && after?.token.lower === "of") return true;
  if (isCapital(phrase) && isNameOnly(phrase, before, isWhere)) return true;
  if (before && countOfGroup({ ...EMPTY_SPOT, phrase: before, after: phrase })) return true;
  if (countOfGroup({ ...EMPTY_SPOT, phrase, after: head })) return false;
  if (forms.some((form) => findEnsemble(form))) return false;
  if (!head || !isNoun(head) || isCapital(head) > isCapital(phrase) || !isSeen(head)) return false;
  if (OCCASION.test(token.lower) && isPersonal(head)) return false;
  if (head.forms.some((form) => findMotion([form])) && isAnimal(phrase)) return false;
  // "Coffee shop", "Santa's elves": what it is comes last.
  if (/'s$/.test(token.lower) || token.tag?.part === "adjective") return true;
  return token.tag?.part === "noun" && !SIGNS.has(readMeaning(head)?.way ?? "symbol");
}

const BODY =
  /^(hair|eye|face|hand|arm|head|tail|wing|ear|leg|foot|paw|nose|mouth|fur|mane|feather|smile|voice|finger|lip|skin)$/;
const POSSESSIVE = /^(his|her|its|their|my|your|our)$/;
/** "Happy birthday dad": both are shown. */
const OCCASION = /^(birthday|anniversary|graduation|wedding|christmas)$/;

/** "Wind blowing her hair": drawn with whoever has it. */
const isPart = (base: string, before: Phrase | undefined, isWhere: boolean) =>
  base === "ray" || (BODY.test(base) && (isWhere || POSSESSIVE.test(before?.token.lower ?? "")));

/** "She makes friends with", "they are best friends": nobody new. */
const isRelation = (base: string, before: Phrase | undefined) =>
  base === "friend" &&
  /^(makes?|made|making|are|were|best|become|became|be)$/.test(before?.token.lower ?? "");

/** A birthday cake is one thing; a birthday and a dad are two. */
const isPersonal = (phrase: Phrase) =>
  /^(old-|older-)?(man|woman|boy|girl|baby|person)(-|$)/.test(readMeaning(phrase)?.picture ?? "");

/** "Shark attack", "cat dance": who does it comes first. */
const isAnimal = (phrase: Phrase) =>
  ["walk", "run", "swim", "fly", "crawl", "jump"].includes(
    habitOf(readMeaning(phrase)?.picture ?? "").motion,
  );

const EMPTY_SPOT = { before: undefined, head: undefined, isWhere: false };
const GROUPS: Record<string, number> = { family: 3, pack: 3, herd: 4, flock: 4, couple: 2, duo: 2 };

/** @returns how many a "dinosaur family" are; 0 where the next word is no group of them. */
export function countOfGroup({ phrase, after }: Spot): number {
  const group = after && Object.hasOwn(GROUPS, after.token.lower) ? GROUPS[after.token.lower] : 0;
  const isOne = phrase.token.tag?.part === "noun" && readMeaning(phrase)?.way === "name";
  return isOne ? (group ?? 0) : 0;
}

export const isNoun = ({ token, words }: Phrase) =>
  token.kind === "emoji" ||
  words > 1 ||
  token.tag?.part === "noun" ||
  // A word of another language, which no tagger has seen.
  (token.tag === undefined && findMeaning(token.lower)?.way === "name");

export const isDescribing = ({ token }: Phrase) =>
  token.tag?.part === "adjective" ||
  (findColor(token.lower) ?? findSize(token.lower)) !== undefined;

const isSeen = (phrase: Phrase) =>
  readMeaning(phrase) !== undefined || phrase.forms.some((form) => findEnsemble(form));

const isCapital = ({ token }: Phrase) => token.at > 0 && /^\p{Lu}\p{Ll}/u.test(token.text);

/** "My dog Max", "over Cappadocia": who or where is said already. */
const isNameOnly = (phrase: Phrase, before: Phrase | undefined, isWhere: boolean) =>
  phrase.words === 1 &&
  readMeaning(phrase)?.way !== "name" &&
  (isWhere || (before !== undefined && isNoun(before) && !isCapital(before)));
