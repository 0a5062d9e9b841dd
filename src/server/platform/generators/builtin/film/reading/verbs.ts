import { findVerb } from "../artwork/picture-index";
import { findMotion, findWeather, type Motion } from "../setting";
import { findPicture } from "../vocabulary/vocabulary";
import { isPlural } from "../vocabulary/word-forms";
import { findWordScene } from "../vocabulary/word-scenes";
import { DETERMINERS, PREPOSITIONS, PRONOUNS, STOP_WORDS } from "./function-words";
import type { Phrase } from "./phrases";

/** A verb of a sentence: what is done, in its base form, and how that moves when it is known. */
export type Verb = { lemma: string; motion: Motion | undefined; isModifier: boolean };

const AUXILIARY =
  /^(is|are|am|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|shall|should|may|might|must|let|want|wants|need|like|become|becomes|became|began|started|went|came|got|begin|begins|start|starts|try|tries|go|goes|come|comes|get|gets|seem|seems|become|becomes|turn|turns)$/;
/** Verbs that only lead to another, or say that something is. */
export const isHelpingVerb = (word: string) => AUXILIARY.test(word);
/** Said to the film maker. */
const ORDER = /^(make|create|show|generate|draw|film|imagine|tell|give|please|render|produce)$/;
const SEPARATOR =
  /^(and|while|as|when|then|but|before|after|until|who|which|that|or|next|later|finally|suddenly|meanwhile|eventually)$/;

/** What moves goes there; what is a thing is not. */
const AWAY = /^(to|into|toward|towards|away|off|from)$/;
const RELATIVE = /^(who|which|that)$/;

/** Finds the verbs among the phrases of one sentence. */
export function findVerbs(phrases: readonly Phrase[]): Map<Phrase, Verb> {
  const verbs = new Map<Phrase, Verb>();
  if (phrases.length === 1) return verbs;
  let hasSubject = false;
  let hasVerb = false;
  let hasDeterminer = false;
  let isPluralSubject = false;
  phrases.forEach((phrase, index) => {
    const { token } = phrase;
    const before = phrases[index - 1];
    if (token.kind === "break" || SEPARATOR.test(token.lower)) {
      isPluralSubject = token.lower === "and" && hasSubject && !hasVerb;
      hasVerb = false;
      hasDeterminer = false;
      return;
    }
    hasDeterminer ||= DETERMINERS.has(token.lower);
    if (token.kind === "emoji" || PRONOUNS.has(token.lower)) hasSubject = true;
    const isOrder = !hasSubject && ORDER.test(token.lower);
    if (token.kind !== "word" || isHelpingVerb(token.lower) || isOrder) return;
    // A dancer is not dancing yet.
    const forms = /er$/.test(token.lower) ? phrase.forms.slice(0, 1) : phrase.forms;
    const motion = findMotion(forms);
    const lemma = motion ? forms.find((form) => findMotion([form])) : undefined;
    // "Fishes" is what he does, not what he catches: the motion has the form that is no thing.
    // "Made" is make: the base comes last where the past is irregular.
    const other = motion ? undefined : forms.map(findVerb).findLast((found) => found);
    const verb: Verb = {
      lemma: lemma ?? other?.lemma ?? phrase.forms[0] ?? token.lower,
      motion: motion ?? findMotion([`${other?.lemma}ing`, other?.like ?? ""]),
      isModifier: false,
    };
    if (!motion && phrase.words === 1 && STOP_WORDS.has(token.lower)) return;
    const kind = judge(phrase, {
      before,
      after: phrases[index + 1],
      hasDeterminer,
      isKnown: motion !== undefined || other !== undefined,
      isMotion: motion !== undefined,
      hasSubject,
      hasVerb,
      isPluralSubject: isPluralSubject || isPlural(before?.token.lower ?? ""),
      isObject: before !== undefined && verbs.get(before)?.isModifier === false,
      isNamed: phrase.forms.some((form) => findPicture(form) !== undefined),
    });
    if (kind === "verb") hasVerb = true;
    if (kind === "noun" && (isNounLike(phrase) || token.tag?.part === "verb")) hasSubject = true;
    if (kind !== "noun") verbs.set(phrase, { ...verb, isModifier: kind === "modifier" });
  });
  return verbs;
}

type Situation = {
  before: Phrase | undefined;
  after: Phrase | undefined;
  isKnown: boolean;
  isMotion: boolean;
  /** It has a picture as a thing. */
  isNamed: boolean;
  hasSubject: boolean;
  hasVerb: boolean;
  hasDeterminer: boolean;
  isPluralSubject: boolean;
  /** Right behind a verb. */
  isObject: boolean;
};
type Kind = "verb" | "modifier" | "noun";

function judge(phrase: Phrase, situation: Situation): Kind {
  const { isKnown, isMotion, before } = situation;
  const { token } = phrase;
  const part = token.tag?.part;
  if (!isKnown && part !== "verb") return "noun";
  if (phrase.words > 1) return isMotion ? "verb" : "noun";
  if (isImperative(phrase, situation) || isNextAct(phrase, situation)) return "verb";
  const isBound = before !== undefined && bindsNoun(before);
  if (/ing$/.test(token.lower) && (part === "verb" || isMotion)) {
    return judgeGerund(isBound, situation);
  }
  if (isBound || (before && leadsNoun(before))) return "noun";
  if (part === undefined) return isMotion && before !== undefined ? "verb" : "noun";
  if (part === "verb") return isNounAfterAll(phrase, situation) ? "noun" : "verb";
  return part === "noun" && isVerbAfterAll(phrase, situation) ? "verb" : "noun";
}

/** "Press the button": a thing would have an article of its own. */
const isImperative = ({ token }: Phrase, { before, after, isKnown }: Situation): boolean =>
  isKnown &&
  (!before || before.token.kind === "break" || before.token.kind === "number") &&
  after !== undefined &&
  DETERMINERS.has(after.token.lower) &&
  !isThirdPerson(token.lower);

/** "…, crosses a bridge and digs up a chest": what the same one does next. */
const isNextAct = (
  { token }: Phrase,
  { before, after, isKnown, isNamed, hasSubject }: Situation,
): boolean =>
  isKnown &&
  hasSubject &&
  isThirdPerson(token.lower) &&
  before !== undefined &&
  (before.token.kind === "break" || SEPARATOR.test(before.token.lower)) &&
  after !== undefined &&
  (DETERMINERS.has(after.token.lower) ||
    (isNamed ? AWAY.test(after.token.lower) : PREPOSITIONS.has(after.token.lower)));

/** "Dancing cats", "the running dog", "a bear fishing". */
function judgeGerund(isBound: boolean, { before, after }: Situation): Kind {
  // "In shining armor": said of what follows.
  const isLed = before !== undefined && leadsNoun(before) && after?.token.tag?.part === "noun";
  if (!before || isBound || isLed)
    return after && isNounLike(after) ? "modifier" : isBound ? "noun" : "verb";
  return "verb";
}

/** "Kids fly", "finally birds nest", "time passes": what ends in s needs somebody who does it. */
function isNounAfterAll({ token }: Phrase, situation: Situation): boolean {
  const { before, after, isNamed, hasSubject, isObject } = situation;
  const isThird = isThirdPerson(token.lower);
  if (!hasSubject && isThird) return true;
  if (!hasSubject && !before && (!after || isThirdPerson(after.token.lower))) return true;
  if (!isThird || !isNamed) return false;
  const isFirst = !before || before.token.kind === "break" || SEPARATOR.test(before.token.lower);
  const leads = after && after.token.kind === "word" && !SEPARATOR.test(after.token.lower);
  if (before && RELATIVE.test(before.token.lower)) return false;
  // "…, waves below, gulls above".
  if (isFirst && after && /^(below|above|beyond|nearby|outside)$/.test(after.token.lower))
    return true;
  return isObject || (isFirst && leads === true && !bindsNoun(after) && !leadsNoun(after));
}

/** "A dog chases", "a man saws wood", "kids fly kites". */
function isVerbAfterAll({ token }: Phrase, situation: Situation): boolean {
  const { before, isNamed, isMotion, hasSubject, hasVerb, hasDeterminer } = situation;
  if (hasVerb || !before) return false;
  const isThird = isThirdPerson(token.lower);
  if (PRONOUNS.has(before.token.lower) || RELATIVE.test(before.token.lower)) return true;
  // "Time flies", "rain falls".
  const isIntangible =
    before.forms.some((form) => findWordScene(form)?.isIdea) ||
    findWeather(before.forms) !== undefined;
  if (isThird && isMotion && isIntangible) return true;
  if (!isNounLike(before)) return isMotion && hasSubject && !isThird;
  if (isNamed && (isThird ? !hasDeterminer : !isMotion)) return false;
  return isThird !== situation.isPluralSubject;
}

const isThirdPerson = (word: string) => /[^s]s$/.test(word);

const bindsNoun = ({ token }: Phrase) =>
  DETERMINERS.has(token.lower) ||
  token.lower === "of" ||
  token.tag?.part === "adjective" ||
  token.kind === "number";

const leadsNoun = ({ token }: Phrase) =>
  token.lower !== "to" && (token.tag?.part === "preposition" || PREPOSITIONS.has(token.lower));

const isNounLike = ({ token, words, forms }: Phrase) =>
  token.kind === "emoji" ||
  words > 1 ||
  token.tag?.part === "noun" ||
  token.tag?.part === "pronoun" ||
  forms.some((form) => findPicture(form) !== undefined);
