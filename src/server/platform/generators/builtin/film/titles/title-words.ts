const MAX_WORDS_PER_SCENE = 6;
const MAX_WORDS_OF_A_QUOTE = 16;
const MAX_LETTERS = 24;
const letters = new Intl.Segmenter("und", { granularity: "grapheme" });
const LINKS = new Set(
  "across at in on through above under over with into by near around behind between from to and while during beyond along for of down up after before like".split(
    " ",
  ),
);
const DANGLING = new Set(
  "a an the this that these those no and or then my our your his her its their".split(" "),
);
/** Scripts that put no space between words (Unicode Standard Annex 14). */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PICTURE = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F?|\p{RI}\p{RI})/u;

/** Whether a word of a title is drawn as a picture. */
export const isEmoji = (word: string): boolean => PICTURE.test(word);

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Whether a word is read from right to left. */
export const isRightToLeft = (word: string): boolean => RIGHT_TO_LEFT.test(word);

/** Whether two neighbours stand without a space between them. */
export const areJoined = (word: string, next: string): boolean =>
  UNSPACED.test([...word].at(-1) ?? "") && UNSPACED.test([...next][0] ?? "");

/**
 * Shares the phrases of a clause among its shots, one line each; the last stay wordless when there are
 * more shots than lines.
 */
export function shareTitle(phrases: readonly string[], shots: number): string[][] {
  const pieces = phrases
    .map((phrase) => phrase.split(/\s+/).flatMap(breakLongWord).filter(isShown))
    .filter((words) => words.length > 0);
  const lines = breakLines(pieces, shots);
  const titles = lines.slice(0, shots).map((line, index) => finish(line, index === 0));
  return Array.from({ length: shots }, (_, index) => titles[index] ?? []);
}

const ENDS_THOUGHT = /[,;:.!?،、，。！？…]$/u;
const COST = { line: 1, lone: 5, insidePhrase: 1, pastComma: 3, cut: 5, unshown: 3 };

/**
 * Breaks a text where its thoughts end: at commas rather than before prepositions, and with no word
 * left alone (optimal line breaking after Knuth and Plass, with costs of our own).
 */
function breakLines(pieces: readonly string[][], most: number): string[][] {
  type Best = { cost: number; lines: string[][] };
  const bestFrom = (start: number, left: number): Best => {
    const unshown = pieces.slice(start).length * COST.unshown;
    let best: Best = { cost: start === 0 ? Number.POSITIVE_INFINITY : unshown, lines: [] };
    if (start === pieces.length || left === 0) return best;
    for (let end = start + 1; end <= pieces.length; end++) {
      const words = pieces.slice(start, end).flat();
      if (end > start + 1 && weigh(words) > MAX_WORDS_PER_SCENE) break;
      const rest = bestFrom(end, left - 1);
      const cost = costOf(pieces.slice(start, end), pieces[end]) + rest.cost;
      if (cost <= best.cost) best = { cost, lines: [words, ...rest.lines] };
    }
    return best;
  };
  return bestFrom(0, Math.min(most, pieces.length)).lines;
}

function costOf(line: readonly (readonly string[])[], next: readonly string[] | undefined): number {
  const endsThought = (piece: readonly string[] | undefined) =>
    ENDS_THOUGHT.test(piece?.at(-1) ?? "");
  const isWhole = !next || endsThought(line.at(-1));
  const isCut =
    DANGLING.has(next?.[0]?.toLowerCase() ?? "") && !/^(and|or|then)$/i.test(next?.[0] ?? "");
  const hasComma = line.slice(0, -1).some(endsThought);
  return (
    COST.line +
    (line.flat().length === 1 ? COST.lone : 0) +
    (isWhole ? 0 : COST.insidePhrase + (hasComma ? COST.pastComma : 0) + (isCut ? COST.cut : 0))
  );
}

/** What is written without spaces has shorter words. */
const weigh = (words: readonly string[]) =>
  words.reduce((sum, word) => sum + (UNSPACED.test(word) ? 0.5 : 1), 0);

const isShown = (word: string) => isEmoji(word) || /[\p{L}\p{N}]/u.test(word);

function finish(line: string[], isFirst: boolean): string[] {
  const shown = line.slice(0, MAX_WORDS_PER_SCENE * (UNSPACED.test(line.join("")) ? 2 : 1));
  if (shown.length < line.length) while (dangles(shown)) shown.pop();
  const words = shown.map((word, index) => trimPunctuation(word, index === shown.length - 1));
  if (!words.some((word) => /[\p{L}\p{N}]/u.test(word))) return [];
  const [first = "", ...others] = words;
  return isFirst ? [capitalize(first), ...others] : words;
}

/** Georgian has capitals but begins no sentence with one (Unicode Standard, 7.7). */
const capitalize = (word: string) =>
  word.replace(/^(?!\p{Script=Georgian})\p{Ll}/u, (letter) => letter.toUpperCase());

/** @returns what stands in quotation marks, word by word; nothing where it has no letter or digit. */
export function quoteWords(quote: string | undefined): string[] {
  if (!quote || !/[\p{L}\p{N}]/u.test(quote)) return [];
  return quote.trim().split(/\s+/).flatMap(breakLongWord).slice(0, MAX_WORDS_OF_A_QUOTE);
}

/** Commas stay inside a line. */
function trimPunctuation(word: string, isLast: boolean): string {
  if (isEmoji(word)) return word;
  const end = isLast ? /[^\p{L}\p{M}\p{N}%]+$/u : /[^\p{L}\p{M}\p{N}%,،、，]+$/u;
  return word.replace(/^[^\p{L}\p{N}]+/u, "").replace(end, "");
}

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
    .filter((piece) => [...letters.segment(piece)].length <= MAX_LETTERS);
}

const segmentWords = (text: string) =>
  [...new Intl.Segmenter("und", { granularity: "word" }).segment(text)].map(
    ({ segment }) => segment,
  );

/** No line that had to be cut ends with an article. */
function dangles(line: readonly string[]): boolean {
  const last = line.at(-1)?.toLowerCase() ?? "";
  return line.length > 1 && (DANGLING.has(last) || LINKS.has(last));
}
