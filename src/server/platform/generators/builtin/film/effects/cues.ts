import { isPerson } from "../cast/metres";
import type { Motion } from "../setting";
import { habitOf } from "../vocabulary/habits";
import { confetti, hearts, impacts, notes, snores, sound } from "./feelings";
import { exhaust, explosion, flames, launchClouds, lava, smoke, sparks } from "./fire";
import { clods, dust, landing, speedLines } from "./ground";
import { glitter, rays } from "./light";
import { crumbs, petals, puddle, shards, steam } from "./matter";
import type { Cue, Effect } from "./particles";
import { string } from "./string";
import { bubbles, plunge, splash, tears, wake } from "./water";
import { wings } from "./wings";

const BLOSSOMS = ["#ff9ec0", "#ffd1e0", "#fff0c2"];
const LEAVES = ["#7cc46a", "#a6d86f", "#4f9f5c"];

/** What somebody who does it stirs up, on any ground. */
const OF_MOTION: Partial<Record<Motion, (cue: Cue) => Effect[]>> = {
  burn: flames,
  explode: (cue) => (cue.actor.isFixed ? lava(cue) : [explosion(cue)]),
  break: (cue) => [shards(cue)],
  melt: puddle,
  shine: (cue) => [rays(cue), glitter(cue)],
  bloom: (cue) => [petals(cue, BLOSSOMS)],
  grow: (cue) => [petals(cue, LEAVES)],
  hug: (cue) => [hearts(cue, 1)],
  kiss: (cue) => [hearts(cue)],
  feed: (cue) => [hearts(cue, 0.8)],
  sing: (cue) => [notes(cue)],
  call: (cue) => [sound(cue)],
  play: (cue) => [notes(cue)],
  dance: (cue) => [notes(cue, 0.8)],
  sleep: (cue) => [snores(cue)],
  cheer: (cue) => [confetti(cue)],
  cry: (cue) => [tears(cue)],
  eat: (cue) => [crumbs(cue)],
  fight: (cue) => [impacts(cue, 0.85, 0.5)],
  kick: (cue) => [impacts(cue, 0.62, 0.12)],
  build: (cue) => [impacts(cue, 1.1, 0.36)],
  dig: (cue) => [clods(cue)],
  jump: (cue) => [landing(cue, 0.95, 0)],
  cook: (cue) => [steam(cue, 0.5)],
  hatch: (cue) => [glitter(cue, 3)],
  paint: (cue) => [glitter(cue, 3)],
};
const ON_LAND = new Set<Motion>(["run", "race", "chase", "drive", "roll", "ski", "skate"]);

export function cuesOf(cue: Cue): Effect[] {
  const { scene, set, actor } = cue;
  const { motion, picture } = actor;
  if (actor.isFixed) return fixedCues(cue);
  const surface = set.scenery.surface;
  if (actor.tether) return [string(cue, actor.tether)];
  if (actor.isCarried && motion === "hold") return isHot(picture) ? [steam(cue, 0.8)] : [];
  if (actor.isCarried) return OF_MOTION[motion]?.(cue) ?? [];
  if (motion === "rise")
    return [exhaust(cue), ...(surface === "ground" ? [launchClouds(cue)] : [])];
  if (picture === "rocket" && actor.inAir) return [exhaust(cue)];
  if (motion === "fly" && actor.inAir && needsWings(picture)) return [wings(cue)];
  if (actor.onCounter) return isHot(picture) ? [steam(cue, 0.75)] : [];
  const own = OF_MOTION[motion]?.(cue);
  if (set.place === "underwater") return [...(own ?? []), bubbles(cue)];
  if (surface === "water" && !actor.inAir) return [...(own ?? []), ...wetCues(cue)];
  if (own) return own;
  if (surface === "ground" && !actor.inAir && ON_LAND.has(motion)) {
    const isFast = scene.motion === "race" || scene.motion === "chase";
    return [dust(cue), ...(isFast ? [speedLines(cue)] : [])];
  }
  if (/candle|fire$|campfire/.test(picture)) return [sparks(cue, 4)];
  if (isHot(picture)) return [steam(cue, 0.7)];
  const isDreamy = scene.place === "abstract" || scene.mood === "mysterious";
  return motion === "float" && isDreamy ? [glitter(cue)] : [];
}

/** Whose picture has neither wings nor anything else to fly with. */
const needsWings = (picture: string) =>
  habitOf(picture).motion !== "fly" && !isPerson(picture) && !FLIES_AS_IT_IS.test(picture);
const FLIES_AS_IT_IS =
  /broom|carpet|rocket|plane|helicopter|saucer|balloon|kite|dragon|superhero|fairy|angel|bird|chick|rooster|duck|goose|swan|flamingo|dodo|parrot|owl|eagle|dove|turkey|peacock|bat$|bee$|fly$|mosquito|beetle|unicorn|ghost|leaf|feather|satellite|comet|star|moon|sun|cloud|parachute|disc|boomerang|ball|arrow|confetti|money-with-wings|bubble|sled/;

const isHot = (picture: string) =>
  /hot-beverage|steaming-bowl|pot-of-food|cooking|spaghetti|teapot|curry-rice|shallow-pan/.test(
    picture,
  );

/** Volcanoes smoke, whatever else happens; houses burn where they stand. */
function fixedCues(cue: Cue): Effect[] {
  const { scene, actor } = cue;
  const isLead = scene.cast[0]?.picture === actor.picture;
  if (actor.picture === "volcano") return isLead ? lava(cue) : [smoke(cue, 3, 0.95)];
  if (actor.motion === "burn") return flames(cue);
  if (!isLead) return [];
  if (scene.motion === "burn") return flames(cue);
  return scene.motion === "explode" ? lava(cue) : [];
}

function wetCues(cue: Cue): Effect[] {
  const { motion } = cue.actor;
  if (motion === "dive") return [plunge(cue), wake(cue)];
  if (motion === "swim" || motion === "surf" || motion === "row" || motion === "drive")
    return [wake(cue), splash(cue)];
  return [wake(cue)];
}
