import { readFileSync } from "node:fs";

type PictureIndex = {
  /** Byte offset and length in pictures.bin. */
  pictures: Record<string, [offset: number, length: number]>;
  emoji: Record<string, string>;
  /** What words stand for: pictures, words for a scenery (after @), verbs that move alike (after >). */
  targets: string[];
};

/** How a word came to its picture: by its own name, as an idea's sign, by a keyword, a wider term, or a sign of its kind. */
export type Way = "name" | "idea" | "keyword" | "wider" | "symbol";
export type Meaning = { way: Way; picture?: string; placeWord?: string };

const GENERATED = new URL("../../../../../../generated/", import.meta.url);
export const PICTURE_BODIES = new URL("pictures.bin", GENERATED);
const WAYS: Record<string, Way> = { n: "name", i: "idea", k: "keyword", w: "wider", s: "symbol" };
const TAB = 9;
const NEWLINE = 10;

const index: PictureIndex = JSON.parse(readFileSync(new URL("pictures.json", GENERATED), "utf8"));
/** Sorted lines of a word, a tab, its way and the number of its target: searched, never parsed whole. */
const words = readFileSync(new URL("words.txt", GENERATED));

export const locatePicture = (picture: string) =>
  Object.hasOwn(index.pictures, picture) ? index.pictures[picture] : undefined;

/** @returns the picture of an emoji; without its skin tone, or of its first part, when need be. */
export function findEmojiPicture(emoji: string): string | undefined {
  const plain = emoji.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, "");
  const [first = ""] = plain.split("\u200D");
  return [plain, first].map((key) => index.emoji[key]).find((name) => name !== undefined);
}

/** @returns what an English word or phrase in its base form stands for. */
export function findMeaning(word: string): Meaning | undefined {
  const found = readLine(word);
  const way = WAYS[found?.way ?? ""];
  if (!found || !way) return undefined;
  const { target } = found;
  return target.startsWith("@") ? { way, placeWord: target.slice(1) } : { way, picture: target };
}

/** @returns a verb by its base form, with a commoner one that moves alike where there is one. */
export function findVerb(form: string): { lemma: string; like?: string } | undefined {
  const target = readLine(`to ${form}`)?.target;
  if (target === undefined) return undefined;
  return target === ">" ? { lemma: form } : { lemma: form, like: target.slice(1) };
}

function readLine(word: string): { way: string; target: string } | undefined {
  const start = findLine(word);
  const end = words.indexOf(TAB, start);
  if (end < 0 || words.toString("latin1", start, end) !== word) return undefined;
  const value = words.toString("latin1", end + 1, words.indexOf(NEWLINE, end));
  const target = index.targets[Number.parseInt(value.slice(1), 36)];
  return target === undefined ? undefined : { way: value.slice(0, 1), target };
}

/** Words that are spelled like the start of another: `[word, way]` in the order of the alphabet. */
export function* wordsStartingWith(start: string): Generator<{ word: string; way: Way }> {
  for (let at = findLine(start); at < words.length; ) {
    const end = words.indexOf(NEWLINE, at);
    const [word = "", value = ""] = words.toString("latin1", at, end).split("\t");
    if (!word.startsWith(start)) return;
    const way = WAYS[value[0] ?? ""];
    if (way) yield { word, way };
    at = end + 1;
  }
}

/** Binary search. @returns where the first line begins whose word is not before the given one. */
function findLine(word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : words.lastIndexOf(NEWLINE, middle - 1) + 1;
    const end = words.indexOf(TAB, start);
    if (words.toString("latin1", start, end) < word) low = words.indexOf(NEWLINE, start) + 1;
    else high = start;
  }
  return low;
}

/** How many different pictures English words lead to, those of women and men included. */
export function countReachablePictures(): number {
  const named = new Set(index.targets);
  return Object.keys(index.pictures).filter((picture) => {
    const [, neutral = picture] = /^(?:wo)?man-(.+)$/.exec(picture) ?? [];
    return named.has(picture) || named.has(neutral) || named.has(`person-${neutral}`);
  }).length;
}
