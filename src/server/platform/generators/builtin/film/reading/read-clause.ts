import { findPlace, findSeason, findTimeOfDay, findWeather } from "../setting";
import type { CastMember } from "../storyboard";
import { findWordScene } from "../vocabulary/word-scenes";
import { findColor, findSize } from "./appearance";
import type { ToldClause } from "./clauses";
import { createFinding, type Finding } from "./finding";
import { DETERMINERS, PREPOSITIONS, PRONOUNS } from "./function-words";
import { countOfGroup, isDescribing, isLeftOut, isNoun, SIGNS, type Spot } from "./left-out";
import { type Appearance, findGender, findMembers } from "./members";
import type { Phrase } from "./phrases";
import { readPlace } from "./scenery-words";
import { isHelpingVerb, type Verb } from "./verbs";
import { readCount } from "./words";

/** How far a clause has been read. */
type Reading = {
  finding: Finding;
  /** Said of the noun that follows. */
  look: Appearance;
  /** The one before the noun that follows, or none. */
  preposition: string;
  isPassive: boolean;
  /** Whoever does it has been named. */
  isAfterVerb: boolean;
};

const BE = /^(is|are|was|were|be|been|being|gets?)$/;
const NIGHTLY = /^(star|(full|crescent|new|last-quarter|first-quarter)-moon(-face)?)$/;
const PARTICIPLE = /(ed|en|t|own)$/;

/** Reads who does what to whom, where, when and in which weather. */
export function readClause({ phrases, verbs }: ToldClause): Finding {
  const finding = createFinding();
  const reading: Reading = {
    finding,
    look: {},
    preposition: "",
    isPassive: false,
    isAfterVerb: false,
  };
  phrases.forEach((phrase, index) => {
    const before = phrases[index - 1];
    const after = phrases[index + 1];
    const verb = verbs.get(phrase);
    readTimes(finding, phrase, verb !== undefined);
    if (verb) readVerb(reading, verb, phrase, before);
    else if (phrase.token.kind === "break") Object.assign(reading, { look: {}, preposition: "" });
    else {
      const head = after && !verbs.has(after) ? after : undefined;
      readOther(reading, { phrase, before, after, head, isWhere: reading.preposition !== "" });
    }
  });
  finding.isWeather = finding.beforeVerb.length === 0 && beginsWithWeather(phrases);
  if (finding.isWeather) delete finding.motion;
  readSunAndMoon(finding, phrases);
  return finding;
}

function beginsWithWeather(phrases: readonly Phrase[]): boolean {
  const first = phrases.find(
    ({ token }) => !DETERMINERS.has(token.lower) && token.tag?.part !== "adjective",
  );
  return first !== undefined && findWeather(first.forms) !== undefined;
}

const isNightly = ({ picture }: CastMember) => NIGHTLY.test(picture);

/** "The sun goes down"; who looks at the moon or sleeps under the stars does so at night. */
function readSunAndMoon(finding: Finding, phrases: readonly Phrase[]): void {
  const { beforeVerb, afterVerb } = finding;
  const others = beforeVerb.filter((member) => !isNightly(member));
  if (others.length > 0 && others.length < beforeVerb.length) {
    finding.beforeVerb = others;
    finding.afterVerb = [...afterVerb, ...beforeVerb.filter(isNightly)];
  }
  if (finding.time) return;
  if (beforeVerb.some(({ picture }) => picture === "sun")) {
    const says = (acts: RegExp) => phrases.some(({ token }) => acts.test(token.lower));
    if (says(/^(sets?|setting|sinks?|sinking|down)$/)) finding.time = "sunset";
    else if (says(/^(rises?|rising|rose|up|ascends?)$/)) finding.time = "dawn";
  }
  if ([...beforeVerb, ...afterVerb].some(isNightly)) finding.time ??= "night";
}

function readTimes(finding: Finding, { forms, token }: Phrase, isVerb: boolean): void {
  finding.time ??= findTimeOfDay(forms);
  finding.weather ??= findWeather(forms);
  finding.season ??= !isVerb && token.lower === "fall" ? "autumn" : findSeason(forms);
}

/** Of several verbs the first that moves counts. */
function readVerb(reading: Reading, verb: Verb, phrase: Phrase, before: Phrase | undefined): void {
  const { finding } = reading;
  if (verb.motion && !finding.motion) finding.verb = verb.lemma;
  finding.verb ??= verb.lemma;
  finding.motion ??= verb.motion;
  finding.usualPlace ??= findPlace(phrase.forms);
  reading.isPassive ||=
    before !== undefined && BE.test(before.token.lower) && PARTICIPLE.test(phrase.token.lower);
  if (verb.isModifier) {
    if (verb.motion === "burn") reading.look = { ...reading.look, isBurning: true };
    return;
  }
  reading.isAfterVerb = true;
  reading.preposition = "";
}

function readOther(reading: Reading, spot: Spot): void {
  const { finding, look } = reading;
  const { lower } = spot.phrase.token;
  if (isHelpingVerb(lower) && finding.beforeVerb.length > 0) reading.isAfterVerb = true;
  if (PRONOUNS.has(lower) && finding.beforeVerb.length === 0) finding.pronoun ??= lower;
  if (readPreposition(reading, spot) || readDescription(reading, spot)) return;
  const isNothingToShow = readPlace(finding, spot.phrase, reading.preposition) || isLeftOut(spot);
  if (readAge(reading, spot)) return;
  const count = countOfGroup(spot);
  if (count) reading.look = { ...look, count };
  if (!isNothingToShow && readMembers(reading, spot)) return;
  const said = readCount(spot.phrase.token);
  if (said !== undefined) reading.look = { ...look, count: said };
}

/** "Cowboys in the Wild West": when it was says where it is. */
function readAge({ finding, preposition }: Reading, { phrase }: Spot): boolean {
  if (phrase.words < 2 || preposition === "" || finding.beforeVerb.length === 0) return false;
  const age = phrase.forms.map(findWordScene).find((scene) => scene && !scene.isIdea);
  if (age) finding.usualPlace ??= age.place;
  return age !== undefined;
}

function readPreposition(reading: Reading, { phrase, before }: Spot): boolean {
  const { lower } = phrase.token;
  const isOutOf = lower === "of" && /^(out|off|instead)$/.test(before?.token.lower ?? "");
  if (!isOutOf && (lower === "of" || !PREPOSITIONS.has(lower))) return false;
  Object.assign(reading, { look: {}, preposition: lower });
  return true;
}

/** "Tiny red …", "female …". @returns whether that is all that the phrase says. */
function readDescription(reading: Reading, spot: Spot): boolean {
  const { phrase, after } = spot;
  const { lower } = phrase.token;
  if (describesBackwards(reading, spot)) return true;
  if (!after) return false;
  const gender = isNoun(after) ? findGender(lower) : undefined;
  if (gender) reading.look = { ...reading.look, gender };
  if (phrase.words > 1 || !(isNoun(after) || isDescribing(after))) return false;
  const color = findColor(lower);
  const size = findSize(lower);
  reading.look = { ...reading.look, ...(color ? { color } : {}), ...(size ? { size } : {}) };
  return (color ?? size) !== undefined;
}

/** "Un gato negro", "the car is red": said behind the noun. */
function describesBackwards({ finding, isAfterVerb }: Reading, spot: Spot): boolean {
  const { phrase, before, after } = spot;
  const color = findColor(phrase.token.lower);
  const size = findSize(phrase.token.lower);
  if (phrase.words > 1 || !(color ?? size) || !before) return false;
  if (after && (isNoun(after) || isDescribing(after))) return false;
  if (!isNoun(before) && !BE.test(before.token.lower)) return false;
  const member = (isAfterVerb && finding.afterVerb.at(-1)) || finding.beforeVerb.at(-1);
  if (!member || member.color || member.size) return false;
  Object.assign(member, color ? { color } : { size });
  return true;
}

/** @returns whether the phrase puts anybody or anything on the screen. */
function readMembers(reading: Reading, { phrase, after, isWhere }: Spot): boolean {
  const { finding, look, preposition, isPassive, isAfterVerb } = reading;
  const { members, way } = findMembers(phrase, look);
  if (members.length === 0) return false;
  if (SIGNS.has(way) && !(isAfterVerb && way === "idea")) add(finding.signs, members);
  else if (isPassive && preposition === "by") {
    finding.afterVerb.unshift(...finding.beforeVerb.map(asObject));
    finding.beforeVerb = members;
  } else if (isWhere) add(finding.afterVerb, members);
  else if (isAfterVerb) add(finding.afterVerb, members.map(asObject));
  else add(finding.beforeVerb, members);
  reading.look = {};
  reading.preposition = after?.token.lower === "and" ? preposition : "";
  return true;
}

const asObject = (member: CastMember): CastMember => ({ ...member, isObject: true });

function add(list: CastMember[], members: readonly CastMember[]): void {
  list.push(...members.filter(({ picture }) => !list.some((other) => other.picture === picture)));
}
