import { DETERMINERS } from "../function-words";
import { findVerb } from "../picture-index";
import { findMotion, type Motion } from "../setting";
import { findPicture } from "../vocabulary/vocabulary";
import { isPlural } from "../words";
import type { Phrase } from "./phrases";

/** A verb of a sentence: what is done, in its base form, and how that moves when it is known. */
export type Verb = { lemma: string; motion: Motion | undefined; isModifier: boolean };

const AUXILIARY =
  /^(is|are|am|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must|let|make|makes|create|show|shows|generate|want|wants|need|like|begin|begins|start|starts|try|tries|go|goes|come|comes|get|gets|seem|seems|become|becomes|turn|turns)$/;
const SEPARATOR = /^(and|while|as|when|then|but|before|after|until|who|which|that|or)$/;

/** Finds the verbs among the phrases of one sentence. */
export function findVerbs(phrases: readonly Phrase[]): Map<Phrase, Verb> {
  const verbs = new Map<Phrase, Verb>();
  let hasSubject = false;
  let hasVerb = false;
  let isPluralSubject = false;
  phrases.forEach((phrase, index) => {
    const { token } = phrase;
    const before = phrases[index - 1];
    if (token.kind === "break" || SEPARATOR.test(token.lower)) {
      isPluralSubject = token.lower === "and" && hasSubject && !hasVerb;
      hasVerb = false;
      return;
    }
    if (token.kind === "emoji") hasSubject = true;
    if (token.kind !== "word" || AUXILIARY.test(token.lower)) return;
    // A dancer is not dancing yet.
    const forms = /er$/.test(token.lower) ? phrase.forms.slice(0, 1) : phrase.forms;
    const motion = findMotion(forms);
    const lemma = motion ? forms.find((form) => findMotion([form])) : undefined;
    const other = motion ? undefined : forms.map(findVerb).find((found) => found);
    const verb: Verb = {
      lemma: lemma ?? other?.lemma ?? phrase.forms[0] ?? token.lower,
      motion: motion ?? (other?.like ? findMotion([other.like]) : undefined),
      isModifier: false,
    };
    const kind = judge(phrase, before, phrases[index + 1], {
      isKnown: motion !== undefined || other !== undefined,
      isMotion: motion !== undefined,
      hasSubject,
      hasVerb,
      isPluralSubject: isPluralSubject || isPlural(before?.token.lower ?? ""),
      isObject: before !== undefined && verbs.get(before)?.isModifier === false,
      isNamed: phrase.forms.some((form) => findPicture(form) !== undefined),
    });
    if (kind === "verb") hasVerb = true;
    if (kind === "noun" && isNounLike(phrase)) hasSubject = true;
    if (kind !== "noun") verbs.set(phrase, { ...verb, isModifier: kind === "modifier" });
  });
  return verbs;
}

type Situation = {
  isKnown: boolean;
  isMotion: boolean;
  hasSubject: boolean;
  hasVerb: boolean;
  isPluralSubject: boolean;
  /** Right behind a verb. */
  isObject: boolean;
  isNamed: boolean;
};

function judge(
  { token, words }: Phrase,
  before: Phrase | undefined,
  after: Phrase | undefined,
  situation: Situation,
): "verb" | "modifier" | "noun" {
  const { isKnown, isMotion, hasSubject, hasVerb, isNamed } = situation;
  const part = token.tag?.part;
  const isTagged = part === "verb";
  const isGerund = /ing$/.test(token.lower);
  if (!isKnown && !isTagged) return "noun";
  if (words > 1) return isMotion ? "verb" : "noun";
  const lead = before?.token;
  const isBound =
    lead !== undefined &&
    (DETERMINERS.has(lead.lower) ||
      lead.lower === "of" ||
      lead.tag?.part === "adjective" ||
      lead.kind === "number");
  if (isGerund && (isTagged || isMotion) && (!before || isBound)) {
    return after && isNounLike(after) ? "modifier" : isBound ? "noun" : "verb";
  }
  if (isBound) return "noun";
  if (lead?.tag?.part === "preposition" && lead.lower !== "to") return isGerund ? "verb" : "noun";
  if (part === undefined) return isMotion && before !== undefined ? "verb" : "noun";
  // "Kids fly kites": what ends in s needs somebody who does it.
  const isThirdPerson = /[^s]s$/.test(token.lower);
  const isFirst = !lead || lead.kind === "break" || SEPARATOR.test(lead.lower);
  if (isTagged && isThirdPerson && (!hasSubject || (isNamed && (isFirst || situation.isObject))))
    return "noun";
  if (isTagged) return "verb";
  if (part === "adjective" || hasVerb || !lead || !before) return "noun";
  if (!isNounLike(before) && part === "noun" && lead.tag?.part !== "pronoun")
    return isMotion && hasSubject && !isThirdPerson ? "verb" : "noun";
  return isThirdPerson !== situation.isPluralSubject ? "verb" : "noun";
}

const isNounLike = ({ token, words, forms }: Phrase) =>
  token.kind === "emoji" ||
  words > 1 ||
  token.tag?.part === "noun" ||
  token.tag?.part === "pronoun" ||
  forms.some((form) => findPicture(form) !== undefined);
