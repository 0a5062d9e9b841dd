import { FOREIGN_ATTRIBUTES } from "./foreign-attributes";
import { FOREIGN_WORDS } from "./foreign-words";

const ENGLISH_BY_WORD = new Map(
  [...Object.entries(FOREIGN_WORDS), ...Object.entries(FOREIGN_ATTRIBUTES)].flatMap(
    ([english, words]) => words.split(" ").map((word) => [spell(word), english] as const),
  ),
);
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const UNSPACED_WORDS = [...ENGLISH_BY_WORD.keys()]
  .filter((word) => UNSPACED.test(word))
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** @returns the English words that a foreign word means; none for English and unknown words. */
export function translate(written: string): string[] {
  const lower = spell(written);
  const exact = ENGLISH_BY_WORD.get(lower) ?? ENGLISH_BY_WORD.get(lower.replace(/^[وبلكف]?ال/, ""));
  if (exact) return [exact];
  if (UNSPACED.test(lower)) return translateUnspaced(lower);
  if (/^\p{Script=Cyrillic}{4,}$/u.test(lower)) {
    for (const ending of [2, 3]) {
      const stem = lower.slice(0, Math.max(ending + 1, lower.length - ending));
      for (const [word, english] of ENGLISH_BY_WORD) if (word.startsWith(stem)) return [english];
    }
  }
  const singular = /^(\p{L}{3,}?)(?:es|s|en|n|i)$/u.exec(lower)?.[1];
  // "Luces" is the plural of "luz".
  const forms = [singular, lower.replace(/ces$/, "z")];
  const known =
    forms.map((form) => ENGLISH_BY_WORD.get(form ?? "")).find(Boolean) ?? findByBeginning(lower);
  return known ? [known] : [];
}

/** Russian leaves the dots of its ё out at will. */
function spell(word: string): string {
  return word.replaceAll("ё", "е");
}

/** "Bahçede" is in the garden: endings of up to four letters may follow. */
function findByBeginning(lower: string): string | undefined {
  if (!/^\p{Script=Latin}{5,}$/u.test(lower)) return undefined;
  for (let letters = lower.length - 1; letters >= Math.max(4, lower.length - 4); letters--) {
    const english = ENGLISH_BY_WORD.get(lower.slice(0, letters));
    if (english) return english;
  }
  return undefined;
}

function translateUnspaced(text: string): string[] {
  const found: { at: number; english: string }[] = [];
  let rest = text;
  for (const word of UNSPACED_WORDS) {
    const at = rest.indexOf(word);
    const english = ENGLISH_BY_WORD.get(word);
    if (at < 0 || !english) continue;
    found.push({ at, english });
    rest = rest.replace(word, "　".repeat(word.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ english }) => english);
}
