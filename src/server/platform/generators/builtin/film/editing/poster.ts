import { gaitOf, phaseOf } from "../cast/gait";
import { poseOf } from "../motion/motion";
import type { Scene, Shot } from "../storyboard";

/** How well a shot shows what the film is about. */
const WORTH: Record<Shot, number> = { medium: 3, close: 2, wide: 1 };
/** When a scene has its title and is not yet leaving, in shares of it; the first is the usual one. */
const MOMENTS = [0.62, 0.5, 0.54, 0.58, 0.66, 0.7, 0.74, 0.78];
/** What of a leap, in heights of who leaps, is worth another moment. */
const WORTH_WAITING = 0.12;

/** @returns the second of a film that stands for it: its best shot, at the height of a leap. */
export function posterSecond(scenes: readonly Scene[]): number {
  const [first] = scenes;
  if (!first) return 0;
  // Of shots that are as good the first tells most of the prompt.
  const scene = scenes.reduce((best, other) =>
    WORTH[other.shot] > WORTH[best.shot] ? other : best,
  );
  const [usual = 0.62] = MOMENTS;
  const share = MOMENTS.reduce(
    (best, moment) => (liftAt(scene, moment) > liftAt(scene, best) + WORTH_WAITING ? moment : best),
    usual,
  );
  return scene.start + scene.duration * share;
}

/** How high the cast is on the average, in heights of theirs, as far as their motion tells. */
function liftAt({ cast, motion, duration }: Scene, share: number): number {
  const leads = cast.flatMap(({ picture, count }) => Array.from({ length: count }, () => picture));
  const lifts = leads.map((picture, index) => {
    const gait = gaitOf(motion, picture);
    if (gait !== "jump" && gait !== "dive") return 0;
    const phase = leads.length === 1 ? 0 : phaseOf(gait, index, leads.length);
    return -poseOf(gait, { seconds: share * duration, phase, seed: 1, duration }).y;
  });
  return lifts.reduce((sum, lift) => sum + lift, 0) / Math.max(1, lifts.length);
}
