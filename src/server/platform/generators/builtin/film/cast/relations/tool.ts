import { beatOf, strike } from "../../motion/pose";
import type { Motion } from "../../setting";
import { type Actor, locate } from "../actor";
import { breadth, standInLine, stature } from "../formations";
import { setMotion } from "../gait";
import { isPerson } from "../metres";
import { putAt, type Relation, sideOf } from "./play";

/** Where a thing is held, in shares of the holder's breadth and height, and how large it may be there. */
type Grip = { ahead: number; up: number; size: number; swings?: number };

export const FISHING: Grip = { ahead: 0.62, up: 0.58, size: 0.62 };
/** What is held up over the head. */
const HELD_HIGH = /^(balloon|umbrella|closed-umbrella|umbrella-with-rain-drops)$|flag$/;
const RAISED: Grip = { ahead: 0.36, up: 0.86, size: 0.62 };
const GRIPS: Partial<Record<Motion, Grip>> = {
  read: { ahead: 0.12, up: 0.3, size: 0.36 },
  write: { ahead: 0.42, up: 0.26, size: 0.34 },
  hold: { ahead: 0.36, up: 0.36, size: 0.4 },
  play: { ahead: 0.16, up: 0.32, size: 0.52 },
  sing: { ahead: 0.3, up: 0.46, size: 0.26 },
  dig: { ahead: 0.5, up: 0.3, size: 0.46, swings: 0.9 },
  build: { ahead: 0.48, up: 0.42, size: 0.36, swings: 1.2 },
  fish: FISHING,
  lift: { ahead: 0, up: 0.98, size: 0.5 },
  walk: { ahead: 0.44, up: 0.4, size: 0.4 },
  wave: { ahead: 0.4, up: 0.66, size: 0.34 },
  fight: { ahead: 0.48, up: 0.5, size: 0.5, swings: 0.8 },
  look: { ahead: 0.46, up: 0.58, size: 0.34 },
};
const HELD =
  /book|newspaper|scroll|memo|letter|envelope|page|phone|laptop|guitar|violin|trumpet|saxophone|banjo|accordion|flute|maracas|microphone|drum|pick$|axe|hammer|wrench|screwdriver|carpentry-saw|toolbox|broom|fishing-pole|umbrella|flag|balloon|rose|bouquet|tulip|sunflower|gift|trophy|candle|lantern|flashlight|sword|dagger|shield|bow-and-arrow|telescope|camera|magnifying|wand|key|heart|pencil|pen$|crayon|paintbrush|cup|beverage|glass|mug|ice-cream|briefcase|handbag|backpack|basket|bucket|lollipop|coin|money|bomb|crystal-ball|gem-stone|teddy-bear|video-game|ring$|knife|torch|kite|musical-keyboard|long-drum/;

/** Everybody who has one holds a thing and does with it what the verb says. */
export const wieldTool: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const grip = GRIPS[scene.motion];
  if (!grip || leads.length > 5 || set.scenery.surface === "counter") return undefined;
  const things = others.filter(
    ({ picture, isFixed }) =>
      !isFixed && (HELD.test(picture) || (scene.motion === "hold" && !isPerson(picture))),
  );
  if (things.length === 0) return undefined;
  if (leads.length === 1 && leads[0]) putAt(play, leads[0], set.width / 2);
  else standInLine(leads, set);
  const held: Actor[] = [];
  for (const [index, holder] of leads.entries()) {
    const thing = things[index];
    if (!thing) break;
    take(thing, holder, HELD_HIGH.test(thing.picture) ? RAISED : grip, scene.duration);
    held.push(thing);
  }
  const [holder] = leads;
  const [thing] = held;
  // Both together are in the middle.
  if (holder && thing && leads.length === 1) holder.x -= overhang(thing, holder) / 2;
  return [...leads, ...held];
};

/** Pixels by which a thing reaches out before its holder, to the right. */
function overhang(thing: Actor, holder: Actor): number {
  const at = thing.spot?.(0) ?? thing;
  const scale = thing.spot?.(0).scale ?? 1;
  const side = sideOf(holder);
  const reach = side * (at.x - holder.x) + (breadth(thing) * scale - breadth(holder)) / 2;
  return side * Math.max(0, reach);
}

export function take(thing: Actor, holder: Actor, grip: Grip, duration: number): void {
  // Ants carry leaves larger than they are.
  const most = grip === GRIPS.hold && !isPerson(holder.picture) ? 0.95 : grip.size;
  const scale = Math.min(1, (stature(holder) * most) / stature(thing));
  Object.assign(thing, {
    depth: holder.depth,
    inAir: true,
    isCarried: true,
    order: holder.order + 1,
    mirrored: holder.mirrored,
    phase: holder.phase,
  });
  setMotion(thing, "hold", duration);
  const side = sideOf(holder);
  thing.spot = (seconds) => {
    const { x, y, pose } = locate(holder, seconds);
    const shown = holder.spot?.(seconds).scale ?? 1;
    const [tall, wide] = [stature(holder) * shown, breadth(holder) * shown];
    const feet = holder.inAir ? tall * 0.5 : 0;
    const rate = holder.motion === "dig" ? 0.9 : holder.motion === "build" ? 1.1 : 0.85;
    const swing = grip.swings
      ? strike(beatOf({ seconds, phase: holder.phase, seed: 0, duration }, rate)) * grip.swings
      : 0;
    return {
      x: x + side * (wide * (grip.ahead + swing * 0.08) + Math.sin(pose.lean) * tall * grip.up),
      y: y + feet - tall * (grip.up - swing * 0.06) * pose.scaleY,
      lean: pose.lean + swing,
      scale: scale * shown,
      facing: pose.facing,
    };
  };
}
