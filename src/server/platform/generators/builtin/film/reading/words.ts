import type { Tag } from "./parts-of-speech";

const COUNTS: Record<string, number> = {
  two: 2,
  pair: 2,
  couple: 2,
  both: 2,
  twins: 2,
  three: 3,
  trio: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  dozen: 12,
  dozens: 12,
  fifteen: 12,
  twenty: 12,
  thirty: 12,
  fifty: 12,
  hundred: 12,
  thousand: 12,
  million: 12,
  millions: 12,
  countless: 12,
  various: 4,
  bunch: 4,
  gang: 4,
  team: 4,
  colony: 7,
  fleet: 5,
  pod: 4,
  litter: 4,
  pride: 4,
  parade: 6,
  rows: 6,
  several: 4,
  some: 3,
  few: 3,
  many: 6,
  group: 4,
  herd: 5,
  flock: 6,
  pack: 4,
  school: 6,
  swarm: 8,
  crowd: 7,
  army: 8,
  hundreds: 12,
  thousands: 12,
};

export type Token = {
  /** As written. */
  text: string;
  /** Where it begins in the text. */
  at: number;
  /** Of a word of an English text. */
  tag?: Tag;
  /** Lower case, without accents' composition changed. */
  lower: string;
  kind: "word" | "number" | "emoji" | "break";
};

const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})*/u;
const TOKEN = new RegExp(
  `${EMOJI.source}|[\\p{L}\\p{M}]+(?:['’-][\\p{L}\\p{M}]+)*|\\p{N}+(?:[a-z%]+)?|[.;:!?\\n。！？،,、，]`,
  "gu",
);

/** Splits a prompt of any script, in composed form, into words, numbers, emoji and clause ends. */
export function tokenize(prompt: string): Token[] {
  return [...prompt.matchAll(TOKEN)].map(({ 0: text, index: at }) => {
    const lower = text.toLowerCase().replaceAll("’", "'");
    // "40th", "50%" and "35mm" count nothing that is seen.
    if (/^\p{N}+[a-z%]/iu.test(text)) return { text, at, lower, kind: "word" };
    if (/^\p{N}/u.test(text)) return { text, at, lower, kind: "number" };
    if (/^[\p{L}\p{M}]/u.test(text)) return { text, at, lower, kind: "word" };
    return { text, at, lower, kind: EMOJI.test(text) ? "emoji" : "break" };
  });
}

/** A crowd: more would be too small to be told apart. */
const MOST = 12;

/** @returns how many a word or number says there are, or undefined. */
export function readCount(token: Token): number | undefined {
  if (token.kind === "number") {
    const value = Number(token.lower);
    return value >= 1 && value <= 99 ? Math.min(value, MOST) : undefined;
  }
  return Object.hasOwn(COUNTS, token.lower) ? COUNTS[token.lower] : undefined;
}
