import type { Mood } from "../../moods";
import { beatSeconds } from "../../music/beat";
import type { Random } from "../drawing/random";
import type { Shot } from "../storyboard";

/** How long a shot of each mood stands on average, in seconds. */
const PACE: Record<Mood, number> = {
  calm: 3.7,
  melancholic: 3.7,
  mysterious: 3.5,
  epic: 3.2,
  joyful: 3,
  energetic: 2.5,
};
const MINIMUM_SECONDS = 2.1;
const MAX_SHOTS_OF_A_CLAUSE = 5;
/** An establishing shot is read longer than a face. */
const WEIGHT: Record<Shot, number> = { wide: 1.22, medium: 1, close: 0.84 };

/** @returns how many shots each clause of a film gets, in their order; 0 for one that finds no room. */
export function shareShots(mood: Mood, duration: number, clauses: number): number[] {
  const room = Math.max(1, Math.floor(duration / MINIMUM_SECONDS));
  const wanted = Math.max(clauses, Math.round(duration / PACE[mood]));
  const total = Math.min(room, wanted, clauses * MAX_SHOTS_OF_A_CLAUSE);
  const shots = Array.from({ length: clauses }, () => Math.floor(total / clauses));
  const rest = total - shots.reduce((sum, count) => sum + count, 0);
  // What is left over goes evenly through the story, to its first and its last clause before others.
  for (let index = 0; index < rest; index++) {
    const at = rest === 1 ? 0 : Math.round((index * (clauses - 1)) / (rest - 1));
    shots[at] = (shots[at] ?? 0) + 1;
  }
  return shots;
}

/** @returns each shot's length in seconds, uneven, with the cuts on beats of the film's music. */
export function cutOnBeats(
  shots: readonly Shot[],
  { mood, duration, random }: { mood: Mood; duration: number; random: Random },
): number[] {
  const beat = beatSeconds(mood, duration);
  const weights = shots.map(
    (shot, index) =>
      WEIGHT[shot] * random.between(0.9, 1.1) * (index === shots.length - 1 ? 1.1 : 1),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shortest = Math.min(MINIMUM_SECONDS, duration / shots.length);
  let ideal = 0;
  let start = 0;
  return weights.map((weight, index) => {
    ideal += (weight / total) * duration;
    const after = shots.length - 1 - index;
    const latest = duration - after * shortest;
    const earliest = start + shortest;
    const beats = Math.round(ideal / beat) * beat;
    const end = after === 0 ? duration : Math.min(latest, Math.max(earliest, beats));
    const length = end - start;
    start = end;
    return length;
  });
}
