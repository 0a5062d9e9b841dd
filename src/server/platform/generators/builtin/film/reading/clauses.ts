import { findTimeOfDay, findWeather } from "../setting";
import { groupPhrases, type Phrase } from "./phrases";
import { findVerbs, type Verb } from "./verbs";
import type { Token } from "./words";

/** What happens at one time, in the order of the story. */
export type ToldClause = {
  phrases: readonly Phrase[];
  verbs: ReadonlyMap<Phrase, Verb>;
  /** Clauses of one moment happen at the same time. */
  moment: number;
  /** Where it stands in the text. */
  from: number;
  to: number;
};

const SENTENCE_END = /^[.;:!?\n。！？]$/;
const LINK =
  /^(and|while|as|when|whereas|but|until|before|after|meanwhile|then|next|later|finally|suddenly|afterwards|eventually|lastly)$/;
const THEN = /^(then|next|later|finally|suddenly|afterwards|eventually|lastly|meanwhile)$/;
const LATER =
  /^(before|after|until|then|next|later|finally|suddenly|afterwards|eventually|lastly)$/;
const FIRST = /^(first|firstly|initially)$/;
const MIN_WORDS = 3;

/** Splits a text into what happens one after the other; "before" and "after" are put right. */
export function splitClauses(tokens: readonly Token[]): ToldClause[] {
  const clauses: ToldClause[] = [];
  for (const sentence of splitSentences(tokens)) {
    const moment = (clauses.at(-1)?.moment ?? 0) + 1;
    clauses.push(...splitSentence(sentence, moment));
  }
  return clauses.filter(({ phrases }) => phrases.length > 0);
}

/** A sentence of one or two words ("Night.") belongs to its neighbour. */
function splitSentences(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    const current = sentences.at(-1) ?? [];
    if (token.kind !== "break" || !SENTENCE_END.test(token.lower)) current.push(token);
    else if (current.length >= MIN_WORDS) sentences.push([]);
  }
  const last = sentences.at(-1) ?? [];
  if (sentences.length > 1 && last.length < MIN_WORDS) {
    sentences.pop();
    sentences.at(-1)?.push(...last);
  }
  return sentences;
}

function splitSentence(tokens: readonly Token[], firstMoment: number): ToldClause[] {
  const phrases = groupPhrases(tokens).filter(({ token }) => !FIRST.test(token.lower));
  const verbs = findVerbs(phrases);
  const parts: { link: string; phrases: Phrase[] }[] = [{ link: "", phrases: [] }];
  for (let index = 0; index < phrases.length; index++) {
    const phrase = phrases[index];
    const part = parts.at(-1);
    if (!phrase || !part) break;
    const links = linksAt(phrases, index);
    const rest = phrases.slice(index + links.length);
    if (links.length > 0 && part.phrases.length === 0) {
      part.link ||= joinLinks(links);
      index += links.length - 1;
    } else if (links.length > 0 && opensClause(links, part.phrases, rest, verbs)) {
      parts.push({ link: joinLinks(links), phrases: [] });
      index += links.length - 1;
    } else part.phrases.push(phrase);
  }
  let moment = firstMoment;
  return putInOrder(parts).map(({ link, phrases: own }) => {
    if (LATER.test(link)) moment += 1;
    return toClause(own, verbs, moment);
  });
}

/** "X after Y" happened the other way round; so did "before Y, X". */
function putInOrder<Part extends { link: string }>(parts: Part[]): Part[] {
  const ordered: Part[] = [];
  for (const part of parts) {
    const opened = parts[0] === part;
    const first = parts[0];
    if (part.link === "after" && !opened) ordered.splice(-1, 0, part);
    else if (first?.link === "before" && parts[1] === part) ordered.splice(-1, 0, part);
    else ordered.push(part);
  }
  return ordered;
}

/** A comma with the joining words behind it. */
function linksAt(phrases: readonly Phrase[], index: number): Phrase[] {
  const links: Phrase[] = [];
  for (const [at, phrase] of phrases.entries()) {
    if (at < index) continue;
    // "Next to" says where.
    const isWhere = phrase.token.lower === "next" && phrases[at + 1]?.token.lower === "to";
    if (isWhere || (phrase.token.kind !== "break" && !LINK.test(phrase.token.lower))) break;
    links.push(phrase);
  }
  return links;
}

const joinLinks = (links: readonly Phrase[]) =>
  links.map(({ token }) => token.lower).find((word) => word === "before" || word === "after") ??
  links.at(-1)?.token.lower ??
  "";

/** Whether something new happens behind a comma or joining word: somebody does something there. */
function opensClause(
  links: readonly Phrase[],
  before: readonly Phrase[],
  rest: readonly Phrase[],
  verbs: ReadonlyMap<Phrase, Verb>,
): boolean {
  const isDone = (phrases: readonly Phrase[]) => phrases.some((phrase) => acts(phrase, verbs));
  const end = rest.findIndex((_, index) => linksAt(rest, index).length > 0);
  const next = end < 0 ? rest : rest.slice(0, end);
  if (links.some(({ token }) => THEN.test(token.lower))) return next.length > 0;
  if (!isDone(before))
    return links.some(({ token }) => /^(before|after)$/.test(token.lower)) && isDone(next);
  if (next.some(({ forms }) => findWeather(forms)) && next.length < MIN_WORDS) return false;
  const verbAt = next.findIndex((phrase) => acts(phrase, verbs));
  const hasTimeWord = links.some(({ token }) => /^(before|after|until)$/.test(token.lower));
  // "Leaves in the morning and arrives at night".
  const isTimed = [before, next].every((part) => part.some(({ forms }) => findTimeOfDay(forms)));
  return verbAt > 0 || (verbAt === 0 && (hasTimeWord || isTimed));
}

const acts = (phrase: Phrase, verbs: ReadonlyMap<Phrase, Verb>) =>
  verbs.get(phrase)?.isModifier === false;

function toClause(phrases: Phrase[], verbs: ReadonlyMap<Phrase, Verb>, moment: number): ToldClause {
  const from = phrases[0]?.at ?? 0;
  const last = phrases.at(-1)?.token;
  return { phrases, verbs, moment, from, to: (last?.at ?? 0) + (last?.text.length ?? 0) };
}
