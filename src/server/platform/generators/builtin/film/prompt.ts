import type { Mood } from "../moods";
import { type Clause, completeClause, type Finding } from "./clause";
import { translate } from "./foreign";
import { PREPOSITIONS, STOP_WORDS } from "./function-words";
import { findEmojiPicture, findMeaning } from "./picture-index";
import type { Random } from "./random";
import { findMood, findMotion, findPlace, findTimeOfDay, findWeather } from "./setting";
import type { CastMember } from "./storyboard";
import { findEnsemble, findPicture } from "./vocabulary/vocabulary";
import { baseForms, isPlural, readCount, type Token, tokenize } from "./words";

/** Reads who does what, where, when and in which weather; every clause has a cast. */
export function readPrompt(prompt: string, random: Random): { clauses: Clause[]; mood: Mood } {
  const tokens = tokenize(prompt).slice(0, 400);
  const isEnglish = tokens.some(
    ({ lower }) => STOP_WORDS.has(lower) && !/^(a|on|an|no|me|do|is)$/.test(lower),
  );
  const english = isEnglish ? tokens : tokens.flatMap(toEnglish);
  const findings = splitClauses(english).map(readClause);
  const told = findings.filter(
    ({ beforeVerb, afterVerb }) => beforeVerb.length + afterVerb.length > 0,
  );
  const everything: Finding = {
    place: findings.find(({ place }) => place)?.place,
    time: findings.find(({ time }) => time)?.time,
    weather: findings.find(({ weather }) => weather)?.weather,
    motion: findings.find(({ motion }) => motion)?.motion,
    beforeVerb: [],
    afterVerb: [],
  };
  const sources = told.length > 0 ? told.slice(0, 5) : [everything];
  let previous: Clause | undefined;
  const clauses = sources.map((finding) => {
    previous = completeClause(finding, everything, previous, random);
    return previous;
  });
  return { clauses, mood: readMood(english, clauses[0]) };
}

function toEnglish(token: Token): Token[] {
  if (token.kind !== "word") return [token];
  const english = translate(token.lower);
  return english.length > 0 ? english.map((lower) => ({ ...token, lower })) : [token];
}

function splitClauses(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    const current = clauses.at(-1);
    if (token.kind === "break" || token.lower === "then") {
      if (current && current.length >= 3) clauses.push([]);
    } else current?.push(token);
  }
  return clauses.filter((clause) => clause.length > 0);
}

function readClause(tokens: readonly Token[]): Finding {
  const finding: Finding = {
    place: undefined,
    time: undefined,
    weather: undefined,
    motion: undefined,
    beforeVerb: [],
    afterVerb: [],
  };
  let count: number | undefined;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    if (!token) break;
    const { used, forms } = longestPhrase(tokens, index);
    const isPlace = readSetting(finding, forms, tokens, index);
    const members = isPlace ? [] : findMembers(tokens[index + used - 1] ?? token, forms, count);
    if (members.length > 0) {
      const list = finding.motion === undefined ? finding.beforeVerb : finding.afterVerb;
      list.push(
        ...members.filter(({ picture }) => !list.some((other) => other.picture === picture)),
      );
      count = undefined;
    } else count = readCount(token) ?? (STOP_WORDS.has(token.lower) ? count : count);
    index += used;
  }
  return finding;
}

/** The longest run of up to three words that names one thing, in its base forms. */
function longestPhrase(tokens: readonly Token[], start: number): { used: number; forms: string[] } {
  for (const used of [3, 2]) {
    const slice = tokens.slice(start, start + used);
    if (slice.length < used || slice.some(({ kind }) => kind !== "word")) continue;
    const head = slice
      .slice(0, -1)
      .map(({ lower }) => lower)
      .join(" ");
    const forms = baseForms(slice.at(-1)?.lower ?? "").map((last) => `${head} ${last}`);
    if (
      forms.some(
        (form) =>
          findPicture(form) ?? findEnsemble(form) ?? findWeather([form]) ?? findPlace([form]),
      )
    ) {
      return { used, forms };
    }
  }
  return { used: 1, forms: baseForms(tokens[start]?.lower ?? "") };
}

/** Notes place, time, weather and verb; @returns whether the word was a place and no thing. */
function readSetting(finding: Finding, forms: string[], tokens: readonly Token[], index: number) {
  finding.time ??= findTimeOfDay(forms);
  finding.weather ??= findWeather(forms);
  const isNounPosition = index > 0 && /^(a|an|the|of)$/.test(tokens[index - 1]?.lower ?? "");
  const motion = isNounPosition ? undefined : findMotion(forms);
  if (motion && index > 0) finding.motion ??= motion;
  const place = findPlace(forms);
  const isVerb = motion !== undefined && index > 0 && findPicture(forms[0] ?? "") === undefined;
  if (isVerb) {
    if (place) finding.place ??= place;
    return true;
  }
  if (!place) return false;
  const leadIn = tokens.slice(Math.max(0, index - 4), index);
  const isWhere = leadIn.some(({ lower }) => PREPOSITIONS.has(lower));
  const isThing = forms.some((form) => findPicture(form) !== undefined);
  if (isWhere || !isThing) finding.place ??= place;
  return isWhere || !isThing;
}

function findMembers(token: Token, forms: string[], count: number | undefined): CastMember[] {
  if (token.kind === "emoji") {
    const picture = findEmojiPicture(token.text);
    return picture ? [{ picture, count: count ?? 1 }] : [];
  }
  if (token.kind !== "word" || STOP_WORDS.has(token.lower)) return [];
  const amount = count ?? (isPlural(token.lower) ? 3 : 1);
  for (const form of forms) {
    const ensemble = findEnsemble(form);
    if (ensemble)
      return ensemble.map((picture) => ({ picture, count: count ? Math.ceil(count / 2) : 1 }));
    const picture = findPicture(form);
    if (picture) return [{ picture, count: amount }];
  }
  if (findTimeOfDay(forms) ?? findWeather(forms) ?? findMotion(forms) ?? readCount(token))
    return [];
  const picture = forms.map(findMeaning).find((meaning) => meaning?.picture)?.picture;
  return picture ? [{ picture, count: amount }] : [];
}

function readMood(tokens: readonly Token[], clause: Clause | undefined): Mood {
  for (const token of tokens) {
    const mood = findMood(baseForms(token.lower));
    if (mood) return mood;
  }
  if (clause?.motion === "dance" || clause?.motion === "jump") return "energetic";
  if (clause?.place === "space" || clause?.motion === "float") return "mysterious";
  if (clause?.motion === "run" || clause?.motion === "drive") return "joyful";
  return clause?.time === "sunset" ? "calm" : "joyful";
}
