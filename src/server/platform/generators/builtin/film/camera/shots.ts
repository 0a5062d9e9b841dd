import type { Mood } from "../../moods";
import { metresOf } from "../cast/metres";
import type { Random } from "../drawing/random";
import { isTravelling } from "../motion/motion";
import type { Clause } from "../reading/clause";
import type { Camera, Motion } from "../setting";
import type { Shot } from "../storyboard";

const CROWD = 4;
const BIG_METRES = 2.6;

/** From far to near, and back at the end: where we are, who is there, what it is about. */
const SEQUENCES: Record<number, readonly Shot[]> = {
  1: ["medium"],
  2: ["wide", "medium"],
  3: ["wide", "medium", "close"],
  4: ["wide", "medium", "close", "medium"],
  5: ["wide", "medium", "close", "medium", "wide"],
};

/**
 * Chooses how near each shot of a clause comes: a new place is established first, and what is big or
 * many is never cut off, unless the prompt asks for it.
 */
export function chooseShots(clause: Clause, count: number, before: Clause | undefined): Shot[] {
  const [lead] = clause.cast;
  const people = clause.cast.reduce((sum, member) => sum + member.count, 0);
  const isBig =
    people >= CROWD ||
    (lead !== undefined && (metresOf(lead.picture) >= BIG_METRES || lead.size === "huge"));
  const isNewPlace = before?.place !== clause.place;
  const steps = SEQUENCES[Math.min(5, count)] ?? SEQUENCES[1] ?? [];
  return Array.from({ length: count }, (_, index): Shot => {
    // What was asked for comes first, and again after every other view.
    if (clause.shot && index % 2 === 0) return clause.shot;
    const shot = steps[index] ?? "medium";
    if (count === 1) return isBig && isNewPlace ? "wide" : "medium";
    if (count === 2 && !isNewPlace && !isBig) return index === 0 ? "medium" : "close";
    return shot === "close" && isBig ? "medium" : shot;
  });
}

type Moves = readonly [Camera, ...Camera[]];
/** What a camera of each mood likes to do, shot by shot. */
const MOVES: Record<Mood, Record<Shot, Moves>> = {
  calm: { wide: ["push", "pan", "aerial"], medium: ["orbit", "push"], close: ["push", "orbit"] },
  melancholic: { wide: ["pull", "pan"], medium: ["push", "still"], close: ["push", "still"] },
  mysterious: {
    wide: ["aerial", "push"],
    medium: ["orbit", "push"],
    close: ["push", "orbit"],
  },
  epic: { wide: ["aerial", "pull"], medium: ["push", "orbit"], close: ["push", "handheld"] },
  joyful: { wide: ["push", "aerial", "pan"], medium: ["orbit", "push"], close: ["pull", "orbit"] },
  energetic: {
    wide: ["push", "pan"],
    medium: ["handheld", "orbit"],
    close: ["handheld", "push"],
  },
};

/** Chooses a camera that was not just used; the film's last shot lets go of its subject. */
export function chooseCamera(
  { mood, shot, motion }: { mood: Mood; shot: Shot; motion: Motion },
  { before, isLast, random }: { before: Camera | undefined; isLast: boolean; random: Random },
): Camera {
  const chance = random.next();
  if (isLast && before !== undefined && before !== "pull" && chance < 0.55) return "pull";
  // Who gets somewhere is followed.
  if (isTravelling(motion) && before !== "pan" && chance < 0.5) return "pan";
  const moves = MOVES[mood][shot];
  return moves.find((camera) => camera !== before && random.next() < 0.7) ?? moves[0];
}
