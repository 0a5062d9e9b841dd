import type { Mood } from "../../moods";
import { findMeaning } from "../artwork/picture-index";
import type { Random } from "../drawing/random";
import {
  findMood,
  findPlace,
  findSeason,
  findSuggestedMood,
  findTimeOfDay,
  findWeather,
} from "../setting";
import { baseForms } from "../vocabulary/word-forms";
import { findWordScene } from "../vocabulary/word-scenes";
import { findColor } from "./appearance";
import { type CameraWish, takeCameraWishes } from "./camera-words";
import { type Clause, completeClause } from "./clause";
import { splitClauses, type ToldClause } from "./clauses";
import { createFinding, type Finding } from "./finding";
import { translate } from "./foreign";
import { STOP_WORDS } from "./function-words";
import { dropNegated } from "./negation";
import { tagWords } from "./parts-of-speech";
import { borrowSubjects } from "./pronouns";
import { type Quotation, takeQuotations } from "./quotation";
import { readClause } from "./read-clause";
import { mendSetting } from "./unknown-word";
import { readWording } from "./wording";
import { type Token, tokenize } from "./words";

const MAX_TOKENS = 400;
const MAX_CLAUSES = 5;

/** Reads who does what, where, when and in which weather; every clause has a cast. */
export function readPrompt(prompt: string, random: Random): { clauses: Clause[]; mood: Mood } {
  const { rest: said, quotations } = takeQuotations(prompt.normalize("NFC"));
  const { rest, wishes } = takeCameraWishes(said);
  const tokens = dropNegated(joinOrder(understand(rest, tokenize(rest).slice(0, MAX_TOKENS))));
  const told = splitClauses(tokens);
  const findings = told.map((clause, at) => {
    const after = told[at - 1]?.to ?? 0;
    return { ...readClause(clause), wording: readWording(clause, rest, after) };
  });
  addWishes(said, told, findings, { wishes, quotations });
  borrowSubjects(findings);
  arrive(findings);
  const scenes = told.flatMap((_, at) => (isSeen(findings[at]) ? [at] : [])).slice(0, MAX_CLAUSES);
  const everything = summarize(findings);
  if (!findings.some((finding) => finding.quote && isSeen(finding))) {
    const [first] = scenes;
    Object.assign(findings[first ?? 0] ?? {}, { quote: everything.quote });
  }
  let previous: Clause | undefined;
  const clauses = scenes.map((at) => {
    const around = summarize(conditionsOf(at, told, findings));
    previous = completeClause(findings[at] ?? everything, around, previous, random);
    return previous;
  });
  if (clauses.length === 0) clauses.push(completeClause(everything, everything, undefined, random));
  return { clauses, mood: readMood(tokens, clauses[0]) };
}

/** "At last", "in the end", "after that": one joining word each. */
function joinOrder(tokens: readonly Token[]): Token[] {
  const isAt = (index: number, words: string) =>
    words.split(" ").every((word, at) => tokens[index + at]?.lower === word);
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const said = ORDER.find(([words]) => isAt(index, words));
    joined.push(said ? { ...token, lower: said[1] } : token);
    if (said) index += said[0].split(" ").length - 1;
  }
  return joined;
}

/** Who sailed to an island is there afterwards. */
function arrive(findings: readonly Finding[]): void {
  findings.forEach((finding, at) => {
    const { destination } = findings[at - 1] ?? {};
    if (destination) finding.place ??= destination;
  });
}

const isSeen = (finding: Finding | undefined): boolean =>
  finding !== undefined &&
  finding.beforeVerb.length + finding.afterVerb.length + finding.signs.length > 0;

/** What happens at the same time, and what is said of no one ("It is night") before it or at the end. */
function conditionsOf(at: number, told: readonly ToldClause[], findings: readonly Finding[]) {
  const lastSeen = findings.findLastIndex(isSeen);
  return findings.filter(
    (finding, other) =>
      told[other]?.moment === told[at]?.moment ||
      (!isSeen(finding) && (other < at || other > lastSeen)),
  );
}

/** Tags English words; other languages' everyday words are put into English. */
function understand(text: string, tokens: readonly Token[]): Token[] {
  const isOther = !isEnglish(tokens) && tokens.some(({ lower }) => isForeign(lower));
  const english = isOther ? tokens.flatMap(toEnglish) : tokens.map(mend);
  if (isOther || !/[a-z]/i.test(text)) return english;
  const tags = tagWords(text);
  return english.map((token) => {
    const tag = tags.get(token.at);
    if (token.kind !== "word" || !tag) return token;
    const isThing = tag.part === "adjective" && isNamed(token.lower) && !findColor(token.lower);
    return { ...token, tag: isThing ? { ...tag, part: "noun" } : tag };
  });
}

const ORDER = [
  ["at last", "finally"],
  ["in the end", "finally"],
  ["at the end", "finally"],
  ["after that", "next"],
  ["at first", "first"],
] as const;

const mend = (token: Token): Token => ({
  ...token,
  lower: isNameLike(token) ? token.lower : (mendSetting(token.lower) ?? token.lower),
});

const isNameLike = ({ text, at }: Token) => at > 0 && /^\p{Lu}\p{Ll}/u.test(text);

/** Little words that other languages write too. */
const SHARED =
  /^(a|on|an|no|me|do|is|in|so|as|was|will|her|at|or|he|i|it|all|des|video|film|clip|rose|pink|has|of|big|last|from|over|but|can|short|long|like)$/;

/** Told by words that only English has, or by which language knows more of them. */
function isEnglish(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind === "word").map(({ lower }) => lower);
  if (words.some((word) => STOP_WORDS.has(word) && !SHARED.test(word))) return true;
  const known = words.filter((word) => STOP_WORDS.has(word) || baseForms(word).some(isEnglishWord));
  if (known.length === words.length) return true;
  return known.length > words.filter(isForeign).length;
}

const isForeign = (word: string) => translate(word).some((english) => english !== word);

const isNamed = (form: string) => findMeaning(form)?.way === "name";

const isEnglishWord = (form: string) => isNamed(form) || findWordScene(form) !== undefined;

function toEnglish(token: Token): Token[] {
  if (token.kind !== "word") return [token];
  const english = translate(token.lower);
  if (english.length > 0) return english.map((lower) => ({ ...token, lower }));
  const isShared =
    (token.lower.length > 4 && isNamed(token.lower)) ||
    (token.lower.length > 3 && isSetting(token.lower));
  // What is spelled like an English word by chance means nothing; pizzas and robots are the same.
  return [isShared || !/^[a-z]+$/.test(token.lower) ? token : { ...token, lower: "" }];
}

const isSetting = (word: string) =>
  (findPlace([word]) ?? findSeason([word]) ?? findTimeOfDay([word]) ?? findWeather([word])) !==
  undefined;

/** What is said to the camera, and what is to be written, belong to the clause of their sentence. */
function addWishes(
  text: string,
  told: readonly ToldClause[],
  findings: readonly Finding[],
  { wishes, quotations }: { wishes: readonly CameraWish[]; quotations: readonly Quotation[] },
): void {
  const near = (at: number) => {
    const behind = told.findIndex(({ to }) => to >= at);
    const before = told.findLastIndex(({ from }) => from <= at);
    const isNewSentence = /[.;:!?。！？]/u.test(text.slice(told[before]?.to ?? 0, at));
    const nearest = before < 0 || (isNewSentence && behind >= 0) ? behind : before;
    return findings[nearest];
  };
  for (const { at, camera, shot } of wishes) {
    const finding = near(at);
    if (!finding) continue;
    if (camera) finding.camera ??= camera;
    if (shot) finding.shot ??= shot;
  }
  for (const { at, text } of quotations) {
    const finding = near(at);
    if (finding) finding.quote ??= text;
  }
}

function summarize(findings: readonly Finding[]): Finding {
  const first = <Key extends keyof Finding>(key: Key) =>
    findings.find((finding) => finding[key] !== undefined)?.[key];
  return {
    ...createFinding(),
    wording: findings.flatMap(({ wording }) => wording),
    place: first("place"),
    time: first("time"),
    weather: first("weather"),
    season: first("season"),
    camera: first("camera"),
    shot: first("shot"),
    quote: first("quote"),
    motion: first("motion"),
    verb: first("verb"),
  };
}

function readMood(tokens: readonly Token[], clause: Clause | undefined): Mood {
  const first = (find: typeof findMood) =>
    tokens.map(({ lower }) => find(baseForms(lower))).find((mood) => mood !== undefined);
  const told = first(findMood) ?? first(findSuggestedMood);
  if (told) return told;
  if (clause?.motion === "dance" || clause?.motion === "jump") return "energetic";
  if (clause?.place === "space" || clause?.motion === "float") return "mysterious";
  if (clause?.motion === "run" || clause?.motion === "drive") return "joyful";
  return clause?.time === "sunset" ? "calm" : "joyful";
}
