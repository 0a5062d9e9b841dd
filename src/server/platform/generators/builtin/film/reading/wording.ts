import type { ToldClause } from "./clauses";
import { DETERMINERS, PREPOSITIONS } from "./function-words";
import type { Phrase } from "./phrases";
import { isHelpingVerb } from "./verbs";

const LONGEST_LINE = 6;
const JOINING =
  /^(and|or|but|so|while|as|when|where|who|which|that|because|until|like|of|then|next|later|finally|und|et|y|e|и)$/;
/** Prepositions of other languages, which no tagger has seen. */
const FOREIGN = new Set(
  "en por para entre hacia sobre bajo desde con dans sur sous vers avec chez au aux à auf mit im am unter über zwischen durch nach vor bei zum zur aus nel nella sul sulla con tra fra em no na nos nas com sob entre até в во на под над через с со к от у из для между ve ile".split(
    " ",
  ),
);
/** No line begins with these, nor ends with them. */
const CONNECTIVE =
  /^(?:(?:and|or|but|so|of|that|which|while|when|as|because|then|next|later|finally|first)\s+)+/i;

const PRONOUN = /^(he|she|it|they|we|you|i)$/;
const ADVERB = /ly$/;
/** Behind a verb these belong to it: "wakes up", "goes down". */
const PARTICLE = /^(up|down|off|out|away|back|in|on|over|around|together)$/;
/** What is not there is read over, but written. */
const NEGATION =
  /(?<![\p{L}])(?:never|not|no|don['’]t|doesn['’]t|can['’]t|won['’]t)(?![\p{L}]).*$/isu;

/** Where a line may end: between phrases, or in need between a verb and its object. */
type Break = "line" | "verb" | "object" | "none";
type Part = { phrase: Phrase; piece: string; before: Break };

/**
 * What a clause says as it is written, in phrases that may stand on a line of their own.
 * @param text - the text the clause was read from, every character where it was
 * @param after - where the clause before it ends in the text
 */
export function readWording(clause: ToldClause, text: string, after: number): string[] {
  const [denial = ""] = NEGATION.exec(text.slice(after, clause.from)) ?? [];
  const phrases = clause.phrases.filter(
    ({ at }, index) => index === 0 || at !== clause.phrases[index - 1]?.at,
  );
  const lines: Part[][] = [];
  phrases.forEach((phrase, index) => {
    const end = phrases[index + 1]?.at ?? clause.to;
    const before = index === 0 ? "line" : breakBefore(phrases, index, clause);
    const part = {
      phrase,
      piece: (index === 0 ? denial : "") + text.slice(phrase.at, end),
      before,
    };
    if (before === "line") lines.push([part]);
    else lines.at(-1)?.push(part);
  });
  return lines
    .flatMap((line) => {
      const whole = line.map(({ piece }) => piece).join("");
      if (countWords(whole) <= LONGEST_LINE) return [whole];
      // Before the verb rather than behind it.
      return joinUntil(line, ["verb"]).flatMap((half) => {
        const text = half.map(({ piece }) => piece).join("");
        if (countWords(text) <= LONGEST_LINE) return [text];
        return joinUntil(half, ["verb", "object"]).map((part) =>
          part.map(({ piece }) => piece).join(""),
        );
      });
    })
    .map((piece, index) => (index === 0 ? piece.replace(CONNECTIVE, "") : piece))
    .map((piece) => piece.replace(/\s+/g, " ").trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece) || /\p{Extended_Pictographic}/u.test(piece));
}

function joinUntil(parts: readonly Part[], breaks: readonly Break[]): Part[][] {
  const joined: Part[][] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && !breaks.includes(part.before)) last.push(part);
    else joined.push([part]);
  }
  return joined;
}

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

function breakBefore(phrases: readonly Phrase[], index: number, { verbs }: ToldClause): Break {
  const phrase = phrases[index];
  const before = phrases[index - 1];
  if (!phrase || !before) return "none";
  if (before.token.kind === "break") return "line";
  if (phrase.token.kind === "break") return "none";
  const { lower } = phrase.token;
  // "… is blue and the car is red".
  const opens = phrases[index + 1];
  if (JOINING.test(lower) && lower !== "of" && opens && DETERMINERS.has(opens.token.lower))
    return "line";
  if (isUnfinished(before) && !isParticle(phrases, index - 1, verbs)) return "none";
  const isAct = (spot: Phrase | undefined) => spot !== undefined && isDone(spot, verbs);
  const after = phrases[index + 1];
  const isLast = !after || after.token.kind === "break";
  if (isParticle(phrases, index, verbs)) return "none";
  if (leadsOn(phrase) && !isInfinitive(phrase, after, verbs)) return isLast ? "none" : "line";
  const begins =
    isAct(phrase) || isHelpingVerb(lower) || (ADVERB.test(lower) && isAct(phrases[index + 1]));
  if (begins) return leadsToVerb(before) ? "none" : "verb";
  return isAct(before) ? "object" : "none";
}

const isDone = (phrase: Phrase, verbs: ToldClause["verbs"]) =>
  verbs.get(phrase)?.isModifier === false;

function isParticle(phrases: readonly Phrase[], at: number, verbs: ToldClause["verbs"]): boolean {
  const [before, phrase, after] = [phrases[at - 1], phrases[at], phrases[at + 1]];
  if (!before || !phrase || !PARTICLE.test(phrase.token.lower)) return false;
  if (!after || after.token.kind === "break") return true;
  return isDone(before, verbs) && leadsOn(after);
}

const leadsToVerb = ({ token: { lower } }: Phrase) =>
  PRONOUN.test(lower) || ADVERB.test(lower) || isHelpingVerb(lower);

const isUnfinished = (phrase: Phrase) => {
  const { lower, tag, kind } = phrase.token;
  return (
    DETERMINERS.has(lower) ||
    leadsOn(phrase) ||
    kind === "number" ||
    (tag?.part === "adjective" && phrase.words === 1)
  );
};

function leadsOn({ token, words }: Phrase): boolean {
  if (words > 1 || token.kind !== "word") return false;
  const written = token.text.toLowerCase();
  if (JOINING.test(written)) return written !== "of";
  if (!token.tag) return PREPOSITIONS.has(token.lower) || FOREIGN.has(written);
  return (
    token.lower !== "of" && (token.tag.part === "preposition" || PREPOSITIONS.has(token.lower))
  );
}

/** "To their cottage" is a line of its own, "to fly" none. */
const isInfinitive = (phrase: Phrase, after: Phrase | undefined, verbs: ToldClause["verbs"]) =>
  phrase.token.lower === "to" && after !== undefined && verbs.has(after);
