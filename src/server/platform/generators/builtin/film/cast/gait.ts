import { AIRBORNE, isTravelling, poseOf, waddleOf } from "../motion/motion";
import type { Motion } from "../setting";
import { habitOf } from "../vocabulary/habits";
import type { Actor } from "./actor";

/** Wheels, keels and wings go their own way, whatever the verb. */
const OWN_WAYS = new Set<Motion>(["drive", "sail", "fly", "swim"]);
const ROCKETS = /^(rocket|satellite|flying-saucer)$/;
const ON_FOOT = new Set<Motion>(["run", "walk", "race", "chase", "ride", "crawl", "skate", "ski"]);

/** @returns how a picture moves when a scene tells of this motion: a car that races drives. */
export function gaitOf(motion: Motion, picture: string): Motion {
  const own = habitOf(picture).motion;
  if (ON_FOOT.has(motion) && OWN_WAYS.has(own)) return own;
  // Only what has an engine takes off with a roar.
  if (motion === "rise" || motion === "ascend") return ROCKETS.test(picture) ? "rise" : "ascend";
  if (motion === "race" || motion === "chase" || motion === "ride") return "run";
  if (/^(person-biking|man-biking|woman-biking)$/.test(picture) && isTravelling(motion))
    return "drive";
  if (/-swimming$|-water-polo$/.test(picture)) return "swim";
  if (motion === "swim" && own === "sail") return "sail";
  if (motion === "jump" && own === "swim") return "dive";
  return motion;
}

export const isAirborne = (motion: Motion): boolean => AIRBORNE.has(motion);

/** Those who leap out of the water do it so closely that two are seen at once. */
export const phaseOf = (motion: Motion, index: number, crowd: number): number =>
  motion === "dive" ? (index % 3) * 0.32 : index / crowd;

const WADDLERS = /^(penguin|duck|goose|baby-chick|dodo|turkey|chicken|seal)$/;

/** Has an actor do `motion` from now on. */
export function setMotion(actor: Actor, motion: Motion, duration: number): void {
  actor.motion = motion;
  const isWaddling = motion === "walk" && WADDLERS.test(actor.picture);
  actor.pose = (seconds) => {
    const moment = { seconds, phase: actor.phase, seed: actor.seed, duration };
    return isWaddling ? waddleOf(moment) : poseOf(motion, moment);
  };
}
