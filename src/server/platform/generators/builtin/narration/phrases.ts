/** What is said in one breath. */
export type Phrase = { text: string; endsSentence: boolean };

const MIN_WORDS = 4;
const MAX_WORDS = 13;
const LINKS = new Set(
  "and then while as with when where who which that but or so because until before after through across over under into toward towards beside between behind above below along around near from in on at".split(
    " ",
  ),
);
/** Orders to a camera or a renderer, which nobody would read aloud. */
const TECHNICAL =
  /^(?:\d+k|uhd|hdr?|\d+ ?fps|\d+:\d+|(?:ultra|highly|hyper)[ -]?(?:detailed|realistic|hd)|photo-?realistic|cinematic(?: lighting| shot| look| style)?|(?:soft|dramatic|volumetric|natural) lighting|(?:wide|close|medium|long|drone|aerial|tracking|establishing)[ -](?:up|shot)|slow[ -]?motion|time-?lapse|depth of field|bokeh|award[ -]winning|masterpiece|(?:best|high) quality|trending on \w+|octane render|unreal engine)$/i;
const OPENING =
  /^(?:please )?(?:(?:make|create|generate|show|give|draw|render)(?: me)? )?(?:(?:an?|the) )?(?:[\w-]+ )?(?:short |animated |cinematic )?(?:video|clip|film|movie|animation|shot|footage|time-?lapse)(?: clip)? (?:of|about|showing|where|with) /i;

/**
 * Splits words into phrases at their punctuation, and long ones where a new thought begins. Emoji, marks
 * and orders to the camera are left out.
 */
export function splitPhrases(text: string): Phrase[] {
  return text
    .normalize("NFC")
    .split(/(?<=[.!?…])["'”’»)]?\s+|\n+/u)
    .flatMap((sentence, index) => splitSentence(index === 0 ? dropOpening(sentence) : sentence));
}

function dropOpening(sentence: string): string {
  const rest = sentence.trim().replace(OPENING, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function splitSentence(sentence: string): Phrase[] {
  const clauses = sentence
    .split(/(?<=[,;:–—])\s*/u)
    .map((clause) => clause.replace(/[^\p{L}\p{M}\p{N}\s'’,.!?;:%&$€£+-]+/gu, " "))
    .map((clause) => clause.replace(/\s+/g, " ").replace(/^[\s,.;:'’-]+|\s+$/gu, ""))
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause) && !TECHNICAL.test(withoutEnd(clause)));
  const phrases = joinShort(clauses).flatMap(splitLong);
  return phrases.map((text, index) => ({ text, endsSentence: index === phrases.length - 1 }));
}

/** A clause of few words goes with the next: nobody breathes after every comma of a list. */
function joinShort(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const isShort = last !== undefined && (countWords(last) < MIN_WORDS || countWords(clause) < 3);
    if (isShort && countWords(last) + countWords(clause) <= MAX_WORDS) {
      joined[joined.length - 1] = `${last} ${clause}`;
    } else joined.push(clause);
  }
  return joined;
}

function splitLong(phrase: string): string[] {
  const words = phrase.split(" ");
  if (words.length <= MAX_WORDS) return [phrase];
  const at = findBreak(words);
  return [words.slice(0, at).join(" "), ...splitLong(words.slice(at).join(" "))];
}

/** The last place within a breath where a linking word begins something new. */
function findBreak(words: readonly string[]): number {
  for (let at = Math.min(MAX_WORDS, words.length - 3); at >= MIN_WORDS; at--) {
    if (LINKS.has((words[at] ?? "").toLowerCase())) return at;
  }
  return MAX_WORDS;
}

/** Beginnings of a phrase that stand on their own, longest first. */
export function shortenPhrase({ text }: Phrase): string[] {
  const words = text.split(" ");
  return words
    .flatMap((word, at) => {
      const begins = /,$/.test(words[at - 1] ?? "") || LINKS.has(word.toLowerCase());
      return at >= 2 && begins ? [`${withoutEnd(words.slice(0, at).join(" "))}.`] : [];
    })
    .reverse();
}

const withoutEnd = (text: string) => text.replace(/[\s,.;:!?…-]+$/u, "");
const countWords = (text: string) => text.split(" ").length;
