import { HOLDERS, PREPOSITIONS, PRONOUNS, SURFACES } from "../function-words";
import { LANDMARKS } from "../habits";
import type { Way } from "../picture-index";
import { findPlace, findSeason, findTimeOfDay, findWeather, type Place } from "../setting";
import type { CastMember } from "../storyboard";
import { findEnsemble, findPicture } from "../vocabulary/vocabulary";
import { baseForms, readCount } from "../words";
import { findColor, findSize } from "./appearance";
import type { ToldClause } from "./clauses";
import { createFinding, type Finding } from "./finding";
import {
  type Appearance,
  findGender,
  findMembers,
  isFunctionWord,
  nounForms,
  readMeaning,
} from "./members";
import type { Phrase } from "./phrases";
import { isHelpingVerb } from "./verbs";

const SIGNS = new Set<Way>(["symbol", "idea"]);
/** "The moon" alone is seen from afar. */
const CELESTIAL = new Set<Place>(["moon", "space", "sky"]);
const BE = /^(is|are|was|were|be|been|being|gets?)$/;

/** Reads who does what to whom, where, when and in which weather. */
export function readClause({ phrases, verbs }: ToldClause): Finding {
  const finding = createFinding();
  let look: Appearance = {};
  let preposition = "";
  let isPassive = false;
  let hasHelpingVerb = false;
  phrases.forEach((phrase, index) => {
    const { token } = phrase;
    const before = phrases[index - 1];
    const after = phrases[index + 1];
    const verb = verbs.get(phrase);
    readTimes(finding, phrase);
    if (!verb && token.lower === "fall") finding.season ??= "autumn";
    if (verb) {
      if (verb.motion && !finding.motion) finding.verb = verb.lemma;
      finding.verb ??= verb.lemma;
      finding.motion ??= verb.motion;
      isPassive ||=
        before !== undefined && BE.test(before.token.lower) && /(ed|en|t|own)$/.test(token.lower);
      finding.usualPlace ??= findPlace(phrase.forms);
      if (!verb.isModifier) preposition = "";
      return;
    }
    if (token.kind === "break") {
      look = {};
      preposition = "";
      return;
    }
    hasHelpingVerb ||= finding.beforeVerb.length > 0 && isHelpingVerb(token.lower);
    if (PRONOUNS.has(token.lower)) finding.hasPronoun ||= finding.beforeVerb.length === 0;
    const isOutOf = token.lower === "of" && /^(out|off|instead)$/.test(before?.token.lower ?? "");
    if (isOutOf || (PREPOSITIONS.has(token.lower) && token.lower !== "of")) {
      preposition = token.lower;
      look = {};
      return;
    }
    const isDescription = after !== undefined && (isNoun(after) || isDescribing(after));
    const color = isDescription ? findColor(token.lower) : undefined;
    const size = isDescription ? findSize(token.lower) : undefined;
    const gender = after !== undefined && isNoun(after) ? findGender(token.lower) : undefined;
    if (gender) look = { ...look, gender };
    if (phrase.words === 1 && (color ?? size)) {
      look = { ...look, ...(color ? { color } : {}), ...(size ? { size } : {}) };
      return;
    }
    const isWhere = preposition !== "";
    const isPlace = readPlace(finding, phrase, preposition);
    const count = readCount(token);
    const head = after && !verbs.has(after) ? after : undefined;
    const isLed = isWhere || (before !== undefined && isNoun(before));
    const isNaming = isCapital(phrase) && isNameOnly(phrase, before, isWhere);
    if (isPlace || isNaming || isLeftOut(phrase, head, phrases[index + 2], isLed)) {
      if (count !== undefined) look = { ...look, count };
      return;
    }
    const { members, way } = findMembers(phrase, look);
    if (members.length === 0) {
      if (count !== undefined) look = { ...look, count };
      return;
    }
    const isAfter =
      hasHelpingVerb || (finding.verb !== undefined && !isOnlyModifier(verbs, phrases, index));
    const isSign = SIGNS.has(way);
    const isAgent = isPassive && preposition === "by";
    if (isSign && !(isAfter && way === "idea")) add(finding.signs, members);
    else if (isAgent) {
      finding.afterVerb.unshift(
        ...finding.beforeVerb.map((member) => ({ ...member, isObject: true as const })),
      );
      finding.beforeVerb = members;
    } else if (isAfter && !isWhere) {
      add(
        finding.afterVerb,
        members.map((member) => ({ ...member, isObject: true })),
      );
    } else add(isAfter || isWhere ? finding.afterVerb : finding.beforeVerb, members);
    look = {};
    preposition = after?.token.lower === "and" ? preposition : "";
  });
  return finding;
}

function readTimes(finding: Finding, { forms }: Phrase): void {
  finding.time ??= findTimeOfDay(forms);
  finding.weather ??= findWeather(forms);
  finding.season ??= findSeason(forms);
}

/** @returns the scenery that a phrase calls for. */
export function findScenery(phrase: Phrase): Place | undefined {
  const placeWord = readMeaning(phrase)?.placeWord;
  const bases = phrase.words > 1 ? baseForms(phrase.token.lower) : [];
  return findPlace([...nounForms(phrase), ...(placeWord ? [placeWord] : []), ...bases]);
}

/** @returns whether a phrase says where it happens and is no thing of its own. */
function readPlace(finding: Finding, phrase: Phrase, preposition: string): boolean {
  const place = findScenery(phrase);
  if (!place) return false;
  // Under the stars nobody floats, and who howls at the moon is not there.
  if (
    CELESTIAL.has(place) &&
    /^(under|below|beneath|at|toward|towards|past|with)$/.test(preposition)
  )
    return false;
  const isWhere = preposition !== "";
  const isThing = phrase.forms.some((form) => findPicture(form) !== undefined);
  if (isWhere || !isThing) finding.place ??= place;
  else if (!CELESTIAL.has(place) && !isBuilding(phrase)) finding.usualPlace ??= place;
  return isWhere || !isThing;
}

/** A house is seen from outside, not from its own room. */
const isBuilding = (phrase: Phrase) =>
  /store$/.test(readMeaning(phrase)?.picture ?? "") ||
  LANDMARKS.test(readMeaning(phrase)?.picture ?? "");

/** What only leads to the next noun, or is nothing to be seen by itself. */
function isLeftOut(
  phrase: Phrase,
  after: Phrase | undefined,
  next: Phrase | undefined,
  isLed: boolean,
): boolean {
  const { token, words } = phrase;
  if (token.kind === "emoji") return false;
  if (words === 1 && (isFunctionWord(token.lower) || isHelpingVerb(token.lower))) return true;
  if (isLed && SURFACES.has(phrase.forms.at(-1) ?? "")) return true;
  if (HOLDERS.has(phrase.forms.at(-1) ?? "") && after?.token.lower === "of" && next) return true;
  const isModifier =
    after !== undefined && isNoun(after) && isCapital(after) <= isCapital(phrase) && isSeen(after);
  if (/'s$/.test(token.lower)) return isModifier;
  if (token.tag?.part === "adjective") return isModifier;
  // "Coffee shop": what it is comes last.
  return (
    token.tag?.part === "noun" && isModifier && !SIGNS.has(readMeaning(after)?.way ?? "symbol")
  );
}

const isSeen = (phrase: Phrase) =>
  readMeaning(phrase) !== undefined || phrase.forms.some((form) => findEnsemble(form));

const isCapital = ({ token }: Phrase) => token.at > 0 && /^\p{Lu}\p{Ll}/u.test(token.text);

/** "My dog Max", "over Cappadocia": who or where is said already. */
const isNameOnly = (phrase: Phrase, before: Phrase | undefined, isWhere: boolean) =>
  phrase.words === 1 &&
  readMeaning(phrase)?.way !== "name" &&
  (isWhere || (before !== undefined && isNoun(before) && !isCapital(before)));

const isNoun = ({ token, words }: Phrase) =>
  token.kind === "emoji" || words > 1 || token.tag?.part === "noun";

const isDescribing = ({ token }: Phrase) =>
  token.tag?.part === "adjective" ||
  (findColor(token.lower) ?? findSize(token.lower)) !== undefined;

/** "Dancing cats": whoever follows does it. */
const isOnlyModifier = (verbs: ToldClause["verbs"], phrases: readonly Phrase[], index: number) =>
  !phrases.slice(0, index).some((phrase) => verbs.get(phrase)?.isModifier === false);

function add(list: CastMember[], members: readonly CastMember[]): void {
  list.push(...members.filter(({ picture }) => !list.some((other) => other.picture === picture)));
}
