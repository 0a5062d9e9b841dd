import type { Recipe } from "~/server/platform/generators/schema";
import type { Mood } from "../moods";
import type { Clause } from "./clause";
import { readPrompt } from "./prompt";
import { createRandom, hash32 } from "./random";
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
import { splitTitle } from "./title-words";

export type CastMember = {
  picture: string;
  count: number;
  /** The word of the prompt that it stands for. */
  word?: string;
  color?: ColorWord;
  size?: SizeWord;
};
export type Shot = "wide" | "medium" | "close";
export type Transition = "fade" | "circle" | "slide" | "zoom";
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
  /** The first is who the scene is about. Never empty. */
  cast: readonly CastMember[];
  /** Things that stand with the cast. */
  props: readonly CastMember[];
  motion: Motion;
  shot: Shot;
  /** Which way travellers go: 1 to the right, -1 to the left. */
  heading: 1 | -1;
  /** At most six words; empty when nothing can or should be said. */
  title: readonly string[];
  /** How this scene follows the one before it. */
  transition: Transition;
  seed: number;
};
export type Storyboard = { mood: Mood; seed: number; scenes: readonly Scene[] };

const SHOTS: Record<number, readonly Shot[]> = {
  1: ["medium"],
  2: ["wide", "medium"],
  3: ["wide", "medium", "close"],
  4: ["wide", "medium", "close", "wide"],
  5: ["wide", "medium", "close", "medium", "wide"],
};
const TRANSITIONS: Record<Mood, readonly [Transition, ...Transition[]]> = {
  calm: ["fade"],
  mysterious: ["fade", "circle"],
  melancholic: ["fade"],
  joyful: ["circle", "slide"],
  epic: ["zoom", "fade"],
  energetic: ["circle", "slide", "zoom"],
};

/**
 * Turns a recipe into scenes, always the same ones. Where it tells scenes of its own, each is shot as
 * the film of its words alone would be: changing one leaves the others as they were.
 */
export function createStoryboard(recipe: Recipe): Storyboard {
  const parts = recipe.scenes ?? [{ prompt: recipe.prompt, seconds: recipe.duration }];
  const scenes: Scene[] = [];
  for (const { prompt, seconds } of parts) {
    const start = scenes.reduce((sum, { duration }) => sum + duration, 0);
    scenes.push(...shootPrompt(prompt, { start, duration: seconds, seed: seedOf(recipe, prompt) }));
  }
  const [first] = scenes;
  if (!first) throw new Error("a recipe always has a scene");
  return { mood: first.mood, seed: seedOf(recipe, recipe.prompt), scenes };
}

const seedOf = ({ seed, style }: Recipe, prompt: string) =>
  hash32(JSON.stringify([prompt, seed, style]));

type Take = { start: number; duration: number; seed: number };

function shootPrompt(prompt: string, { start, duration, seed }: Take): Scene[] {
  const random = createRandom(seed);
  const { clauses, mood } = readPrompt(prompt, random);
  const count = Math.max(1, Math.min(5, Math.round(duration / 3.3)));
  const titles = splitTitle(prompt, count);
  const heading = random.next() < 0.75 ? 1 : -1;
  const length = duration / count;
  return Array.from({ length: count }, (_, index): Scene => {
    const clause = clauses[Math.floor((index * clauses.length) / count)] ?? clauses[0];
    if (!clause) throw new Error("a prompt always has a clause");
    const isFirstOfClause =
      index === 0 ||
      Math.floor(((index - 1) * clauses.length) / count) !==
        Math.floor((index * clauses.length) / count);
    return {
      ...frameClause(clause, shotAt(index, count, clauses.length, isFirstOfClause), index),
      start: start + index * length,
      duration: length,
      mood,
      heading,
      title: titles[index] ?? [],
      transition: random.pick(TRANSITIONS[mood]),
      seed: random.integer(0, 0x7fffffff),
    };
  });
}

function shotAt(index: number, count: number, clauses: number, isFirstOfClause: boolean): Shot {
  if (clauses > 1 && isFirstOfClause && index > 0) return "medium";
  return SHOTS[count]?.[index] ?? "medium";
}

/** A close shot of somebody with a thing shows the thing bigger every other time. */
function frameClause(clause: Clause, shot: Shot, index: number) {
  const { place, time, weather, motion, cast, props } = clause;
  const swaps = shot === "close" && props.length > 0 && index % 2 === 1;
  const lead = cast[0];
  const close = shot === "close" && lead ? [{ ...lead, count: Math.min(lead.count, 2) }] : cast;
  return { place, time, weather, motion, shot, cast: swaps ? cast : close, props };
}
