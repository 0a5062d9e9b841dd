import type { Mood } from "../moods";
import { SCORES } from "./scores";

export const BEATS_PER_BAR = 4;

/** @returns seconds of one beat: the tempo gives way a little, so that a piece ends where its film does. */
export function beatSeconds(mood: Mood, durationSeconds: number): number {
  const beats = (durationSeconds * SCORES[mood].beatsPerMinute) / 60;
  return durationSeconds / Math.max(1, Math.round(beats / BEATS_PER_BAR)) / BEATS_PER_BAR;
}
