import {
  findEmojiPicture,
  findMeaning,
  locatePicture,
  type Meaning,
  type Way,
} from "../artwork/picture-index";
import { findMotion, findSeason, findTimeOfDay, findWeather } from "../setting";
import type { CastMember } from "../storyboard";
import { findEnsemble, findPicture } from "../vocabulary/vocabulary";
import { isPlural } from "../vocabulary/word-forms";
import { findWordScene } from "../vocabulary/word-scenes";
import { findColor } from "./appearance";
import { STOP_WORDS } from "./function-words";
import type { Phrase } from "./phrases";
import { guessMeaning } from "./unknown-word";
import { readCount } from "./words";

/** What was said before a noun: how many there are, and what they look like. */
export type Appearance = Pick<CastMember, "color" | "size" | "isBurning"> & {
  count?: number;
  gender?: "man" | "woman";
};
export type Members = { members: CastMember[]; way: Way };

const NONE: Members = { members: [], way: "name" };
const PLURAL = 3;

/** @returns who or what a phrase puts on the screen. */
export function findMembers(phrase: Phrase, { count, gender, ...look }: Appearance): Members {
  const { token, first } = phrase;
  const forms = nounForms(phrase);
  if (token.kind === "emoji") {
    const picture = findEmojiPicture(token.text);
    return picture ? { members: [{ picture, count: count ?? 1 }], way: "name" } : NONE;
  }
  if (token.kind !== "word" || (phrase.words === 1 && isFunctionWord(token.lower))) return NONE;
  const amount = count ?? (isPlural(token.lower) ? PLURAL : 1);
  const color = look.color ?? (first ? findColor(first) : undefined);
  const show = (picture: string, number: number): CastMember => ({
    picture,
    count: number,
    word: callIt(phrase),
    ...(color ? { color } : {}),
    ...(look.size ? { size: look.size } : {}),
    ...(look.isBurning ? { isBurning: true } : {}),
  });
  for (const form of forms) {
    const scene = findWordScene(form);
    if (scene) {
      const member = {
        ...show(asGender(scene.picture, gender), form.includes(" ") ? (count ?? 1) : amount),
        word: form,
      };
      return { members: [member], way: scene.isIdea ? "idea" : "name" };
    }
    const ensemble = findEnsemble(form);
    if (!ensemble) continue;
    return { members: share(ensemble, count ?? ensemble.length), way: "name" };
  }
  const meaning = readMeaning(phrase);
  if (!meaning?.picture) return NONE;
  return { members: [show(asGender(meaning.picture, gender), amount)], way: meaning.way };
}

/** Two people are two of the several that stand for people. */
function share(ensemble: readonly string[], count: number): CastMember[] {
  const some = ensemble.slice(0, count);
  const each = (index: number) =>
    Math.floor(count / some.length) + (index < count % some.length ? 1 : 0);
  return some.map((picture, index) => ({ picture, count: each(index) }));
}

/** The set draws most of its people as persons, men and women. */
function asGender(picture: string, gender: "man" | "woman" | undefined): string {
  const gendered = `${gender}-${picture.replace(/^person-/, "")}`;
  return gender && locatePicture(gendered) ? gendered : picture;
}

const GENDER_WORDS = new Map<string, "man" | "woman">([
  ...["female", "woman", "women", "lady", "girl"].map((word) => [word, "woman"] as const),
  ...["male", "man", "men", "gentleman", "boy"].map((word) => [word, "man"] as const),
]);

/** @returns whom a word before a profession makes of it: "female firefighter". */
export const findGender = (word: string) => GENDER_WORDS.get(word);

/** A name as it is written; all else in its base form. */
function callIt(phrase: Phrase): string {
  const { token, words } = phrase;
  if (words === 1 && token.tag?.name && /^\p{Lu}/u.test(token.text)) return token.text;
  const forms = nounForms(phrase);
  return forms.find((form) => findMeaning(form) !== undefined) ?? forms[0] ?? token.lower;
}

/** An orange is a fruit where it describes nothing. */
export const isFunctionWord = (word: string) =>
  STOP_WORDS.has(word) && !(findColor(word) && findPicture(word));

/** Likeliest last of all as it is spelled when it is a plural; a sweater is no sweat. */
export function nounForms({ token, forms }: Phrase): string[] {
  const [asIs = token.lower, ...bases] = /er$/.test(token.lower) ? forms.slice(0, 1) : forms;
  const isItself = findMeaning(asIs)?.way === "name";
  return isPlural(token.lower) && !isItself ? [...bases, asIs] : [asIs, ...bases];
}

/** The nearest meaning of a phrase: by name first; weather, times and counts are no things. */
export function readMeaning(phrase: Phrase): Meaning | undefined {
  const { token, words } = phrase;
  const forms = nounForms(phrase);
  const meanings = forms.map(findMeaning).filter((meaning) => meaning !== undefined);
  const own = meanings.find(({ way }) => way === "name" || way === "idea");
  if (own) return own;
  const isSaidOtherwise =
    token.lower === "fall" ||
    (findTimeOfDay(forms) ?? findWeather(forms) ?? findSeason(forms) ?? readCount(token)) !==
      undefined;
  if (isSaidOtherwise) return undefined;
  const part = token.tag?.part;
  if (part === undefined && findMotion(forms)) return undefined;
  if (words === 1 && part !== undefined && part !== "noun" && part !== "verb") return undefined;
  const { name } = token.tag ?? {};
  const isName = name !== undefined && /^\p{Lu}/u.test(token.text);
  const known = meanings.find(({ way }) => way !== "symbol") ?? meanings[0];
  if (isName && name === "place" && !known?.placeWord)
    return { way: "symbol", picture: "hot-air-balloon" };
  return (isName && name !== "person" ? undefined : known) ?? guessMeaning(token) ?? known;
}
