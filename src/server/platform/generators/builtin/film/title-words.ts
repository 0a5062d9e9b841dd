const MAX_WORDS_PER_SCENE = 6;
const MAX_WORDS_OF_A_QUOTE = 16;
const MAX_LETTERS = 24;
const LINKS = new Set(
  "across at in on through above under over with into by near around behind between from to and while during beyond along for of down up after before like".split(
    " ",
  ),
);
const DANGLING = new Set("a an the and or then my our your his her its their".split(" "));
/** Scripts that put no space between words (Unicode Standard Annex 14). */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PICTURE = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?|\p{RI}\p{RI})/u;
const QUOTED = /["“«„「『]([^"”»“」』]{1,200})["”»“」』]/gu;

/** Whether a word of a title is drawn as a picture. */
export const isEmoji = (word: string): boolean => PICTURE.test(word);

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Whether a word is read from right to left. */
export const isRightToLeft = (word: string): boolean => RIGHT_TO_LEFT.test(word);

/** Whether two neighbours stand without a space between them. */
export const areJoined = (word: string, next: string): boolean =>
  UNSPACED.test([...word].at(-1) ?? "") && UNSPACED.test([...next][0] ?? "");

/**
 * Shares the words of a prompt among its scenes: to each clause's shots what that clause says. `shots`
 * counts the scenes of each clause; a scene may stay wordless.
 */
export function shareTitles(prompt: string, shots: readonly number[]): string[][] {
  const told = prompt.replace(QUOTED, " ");
  const parts = told
    .split(/[\n.!?;:,，。！？、；：]|\bthen\b/u)
    .filter((part) => /\p{L}/u.test(part));
  const total = shots.reduce((sum, count) => sum + count, 0);
  const isToldInParts = shots.length > 1 && parts.length === shots.length;
  const titles = isToldInParts
    ? shots.flatMap((count, index) => pad(splitTitle(parts[index] ?? "", count), count))
    : pad(splitTitle(told, total), total);
  const [[first = "", ...others] = []] = titles;
  return first ? [[capitalize(first), ...others], ...titles.slice(1)] : titles;
}

const capitalize = (word: string) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

const pad = (groups: string[][], count: number): string[][] =>
  Array.from({ length: count }, (_, index) => groups[index] ?? []);

/** @returns what stands in quotation marks, word by word; nothing where it has no letter or digit. */
export function quoteWords(quote: string | undefined): string[] {
  if (!quote || !/[\p{L}\p{N}]/u.test(quote)) return [];
  return quote.trim().split(/\s+/).flatMap(breakLongWord).slice(0, MAX_WORDS_OF_A_QUOTE);
}

/** The first sentence with words in it, a phrase to each scene, at most six words a scene. */
function splitTitle(text: string, scenes: number): string[][] {
  if (scenes === 0) return [];
  const sentence = text.split(/[\n.!?;。！？]/u).find((part) => /\p{L}/u.test(part)) ?? "";
  const words = sentence
    .split(/\s+/)
    .flatMap(breakLongWord)
    .map(trimPunctuation)
    .filter((word) => word !== "")
    .slice(0, scenes * MAX_WORDS_PER_SCENE);
  const groups = phrases(words);
  while (groups.length > scenes) joinShortestPair(groups);
  return groups.map((group) => {
    const shown = group.slice(0, MAX_WORDS_PER_SCENE);
    // What the sentence ends with belongs to it.
    if (group !== groups.at(-1) || shown.length < group.length)
      while (takeDangling(shown).length > 0);
    return shown.some((word) => /[\p{L}\p{N}]/u.test(word)) ? shown : [];
  });
}

const trimPunctuation = (word: string) =>
  isEmoji(word) ? word : word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}%]+$/gu, "");

/** Splits emoji off, and words out of a script that does not; what is still too long is left out. */
function breakLongWord(word: string): string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const { segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(word)) {
    const last = pieces.length - 1;
    if (isEmoji(segment)) pieces.push(segment);
    else if (isOpen) pieces[last] += segment;
    else pieces.push(segment);
    isOpen = !isEmoji(segment);
  }
  return pieces
    .flatMap((piece) => (UNSPACED.test(piece) ? segmentWords(piece) : [piece]))
    .filter((piece) => piece.length <= MAX_LETTERS);
}

const segmentWords = (text: string) =>
  [...new Intl.Segmenter("und", { granularity: "word" }).segment(text)].map(
    ({ segment }) => segment,
  );

function phrases(words: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const word of words) {
    const current = groups.at(-1);
    const isLink = LINKS.has(word.toLowerCase()) && word.toLowerCase() !== "of";
    const full = current !== undefined && current.length >= MAX_WORDS_PER_SCENE - 1;
    if (!current || full || (isLink && current.length >= 2)) {
      groups.push([...takeDangling(current), word]);
    } else current.push(word);
  }
  const last = groups.at(-1);
  const before = groups.at(-2);
  if (last && before && last.length === 1 && before.length < MAX_WORDS_PER_SCENE) {
    before.push(...(groups.pop() ?? []));
  }
  return groups;
}

/** No line ends with an article: it goes on to the next. */
function takeDangling(group: string[] | undefined): string[] {
  const last = group?.at(-1)?.toLowerCase() ?? "";
  const dangles = DANGLING.has(last) || LINKS.has(last);
  return group && group.length > 1 && dangles ? group.splice(-1) : [];
}

function joinShortestPair(groups: string[][]) {
  let best = 0;
  let bestLength = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < groups.length; index++) {
    const length = (groups[index]?.length ?? 0) + (groups[index + 1]?.length ?? 0);
    if (length < bestLength) [best, bestLength] = [index, length];
  }
  groups.splice(best, 2, [...(groups[best] ?? []), ...(groups[best + 1] ?? [])]);
}
