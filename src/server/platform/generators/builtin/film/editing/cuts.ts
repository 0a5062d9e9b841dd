import type { Style } from "~/server/platform/generators/schema";
import type { Mood } from "../../moods";
import type { Random } from "../drawing/random";
import type { Transition } from "../storyboard";

type Kinds = readonly [Transition, ...Transition[]];

/** From one clause to the next. */
const BY_MOOD: Record<Mood, Kinds> = {
  calm: ["fade", "light", "fade"],
  mysterious: ["ink", "fade", "iris"],
  melancholic: ["fade", "ink"],
  joyful: ["circle", "slide", "light"],
  epic: ["zoom", "light", "fade"],
  energetic: ["whip", "zoom", "slide", "whip"],
};
/** What a style's material does by itself. */
const BY_STYLE: Partial<Record<Style, Kinds>> = {
  paper: ["tear", "slide"],
  watercolor: ["ink"],
  blueprint: ["slide", "light"],
  pixel: ["blocks"],
  noir: ["iris", "fade"],
  risograph: ["slide", "circle"],
  clay: ["circle", "slide"],
  comic: ["whip", "zoom", "slide"],
  woodcut: ["ink", "iris"],
};

/** Between shots of one clause most cuts are plain: the place and the moment are the same. */
const PLAIN_CUTS: Record<Mood, number> = {
  calm: 0.35,
  melancholic: 0.35,
  mysterious: 0.45,
  epic: 0.6,
  joyful: 0.7,
  energetic: 0.8,
};

/** Chooses how a scene follows the one before it. */
export function chooseTransition(
  mood: Mood,
  style: Style,
  isSameClause: boolean,
  random: Random,
): Transition {
  if (isSameClause && random.next() < PLAIN_CUTS[mood]) return "cut";
  if (isSameClause) return mood === "energetic" ? "whip" : "fade";
  const kinds = BY_STYLE[style];
  return random.pick(kinds && random.next() < 0.7 ? kinds : BY_MOOD[mood]);
}

/** Seconds that a transition takes when nothing hinders it. */
const SECONDS: Record<Transition, number> = {
  cut: 0,
  fade: 0.6,
  circle: 0.5,
  slide: 0.5,
  zoom: 0.5,
  whip: 0.33,
  iris: 0.8,
  ink: 0.75,
  light: 0.65,
  tear: 0.7,
  blocks: 0.6,
};
const PACE: Record<Mood, number> = {
  calm: 1.25,
  melancholic: 1.3,
  mysterious: 1.15,
  epic: 1,
  joyful: 0.9,
  energetic: 0.75,
};

/** @returns seconds at the start of a scene of `duration`; never more than a third of it. */
export const transitionSeconds = (scene: {
  transition: Transition;
  mood: Mood;
  duration: number;
}): number => Math.min(SECONDS[scene.transition] * PACE[scene.mood], scene.duration / 3);
