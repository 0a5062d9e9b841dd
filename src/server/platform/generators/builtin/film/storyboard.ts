import type { Recipe, Style } from "~/server/platform/generators/schema";
import type { Mood } from "../moods";
import { chooseCamera, chooseShots } from "./camera/shots";
import { createRandom, hash32 } from "./drawing/random";
import { chooseTransition } from "./editing/cuts";
import { cutOnBeats, shareShots } from "./editing/pacing";
import type { Clause } from "./reading/clause";
import { readPrompt } from "./reading/prompt";
import type {
  Camera,
  ColorWord,
  Motion,
  Place,
  Season,
  SizeWord,
  TimeOfDay,
  Weather,
} from "./setting";
import { quoteWords, shareTitle } from "./titles/title-words";

export type CastMember = {
  picture: string;
  count: number;
  /** The word of the prompt that it stands for. */
  word?: string;
  color?: ColorWord;
  size?: SizeWord;
  /** It is on fire, whatever happens. */
  isBurning?: true;
  /** Something is done to it; else it is only near. */
  isObject?: true;
};
export type Shot = "wide" | "medium" | "close";
export type Transition =
  | "cut"
  | "fade"
  | "circle"
  | "slide"
  | "zoom"
  | "whip"
  | "iris"
  | "ink"
  | "light"
  | "tear"
  | "blocks";
export type Scene = {
  /** Seconds from the film's start. */
  start: number;
  duration: number;
  place: Place;
  time: TimeOfDay;
  weather: Weather;
  season?: Season;
  camera?: Camera;
  mood: Mood;
  /** The part of the prompt that it shows; several shots may show one. */
  told: Clause;
  /** The first is who the scene is about. Never empty. */
  cast: readonly CastMember[];
  /** Things that stand with the cast. */
  props: readonly CastMember[];
  motion: Motion;
  shot: Shot;
  /** Which way travellers go: 1 to the right, -1 to the left. */
  heading: 1 | -1;
  /** At most six words, or a quotation of sixteen; empty when nothing can or should be said. */
  title: readonly string[];
  /** The title is words that the prompt puts in quotation marks, and the scene is about them. */
  isQuote?: boolean;
  /** How this scene follows the one before it. */
  transition: Transition;
  seed: number;
};
export type Storyboard = { mood: Mood; seed: number; scenes: readonly Scene[] };

/**
 * Turns a recipe into scenes, always the same ones. Where it tells scenes of its own, each is shot as
 * the film of its words alone would be: changing one leaves the others as they were.
 */
export function createStoryboard(recipe: Recipe): Storyboard {
  const parts = recipe.scenes ?? [{ prompt: recipe.prompt, seconds: recipe.duration }];
  const scenes: Scene[] = [];
  for (const { prompt, seconds } of parts) {
    const start = scenes.reduce((sum, { duration }) => sum + duration, 0);
    const take = { start, duration: seconds, seed: seedOf(recipe, prompt) };
    scenes.push(...shootPrompt(prompt, take, recipe.style));
  }
  const [first] = scenes;
  if (!first) throw new Error("a recipe always has a scene");
  return { mood: first.mood, seed: seedOf(recipe, recipe.prompt), scenes };
}

const seedOf = ({ seed, style }: Recipe, prompt: string) =>
  hash32(JSON.stringify([prompt, seed, style]));

type Take = { start: number; duration: number; seed: number };

function shootPrompt(prompt: string, { start, duration, seed }: Take, style: Style): Scene[] {
  const random = createRandom(seed);
  const { clauses, mood } = readPrompt(prompt, random);
  const heading = random.next() < 0.75 ? 1 : -1;
  const shares = shareShots(mood, duration, clauses.length);
  const titles = clauses.flatMap(({ wording }, index) => shareTitle(wording, shares[index] ?? 0));
  const takes = clauses.flatMap((clause, index) => {
    const shots = chooseShots(clause, shares[index] ?? 0, clauses[index - 1]);
    // One place keeps its looks from shot to shot.
    const placeSeed = random.integer(0, 0x7fffffff);
    return shots.map((shot, at) => ({ clause, shot, at, of: shots.length, placeSeed }));
  });
  const lengths = cutOnBeats(
    takes.map(({ shot }) => shot),
    { mood, duration, random },
  );
  let end = start;
  let before: Camera | undefined;
  return takes.map(({ clause, shot, at, of, placeSeed }, index): Scene => {
    const length = lengths[index] ?? 0;
    const isLast = index === takes.length - 1;
    const { motion } = clause;
    const camera =
      clause.camera ?? chooseCamera({ mood, shot, motion }, { before, isLast, random });
    before = camera;
    end += length;
    // Words in quotation marks stand by themselves, where the clause has come nearest.
    const quote = at === of - 1 ? quoteWords(clause.quote) : [];
    return {
      ...frameClause(clause, shot),
      start: end - length,
      duration: length,
      mood,
      camera,
      heading,
      title: quote.length > 0 ? quote : (titles[index] ?? []),
      ...(quote.length > 0 ? { isQuote: true } : {}),
      transition: chooseTransition(mood, style, at > 0, random),
      seed: placeSeed,
    };
  });
}

function frameClause(clause: Clause, shot: Shot) {
  const { place, time, weather, season, motion, cast, props } = clause;
  const near = cast.slice(0, 1).map((lead) => ({ ...lead, count: Math.min(lead.count, 2) }));
  const seen = shot === "close" ? near : cast;
  const when = { place, time, weather, ...(season ? { season } : {}) };
  return { told: clause, ...when, motion, shot, cast: seen, props };
}
