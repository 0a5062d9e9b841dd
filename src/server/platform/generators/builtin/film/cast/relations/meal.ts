import { easeInOut } from "../../motion/pose";
import { type Actor, locate } from "../actor";
import { isFood } from "../casting";
import { breadth, standInLine, stature } from "../formations";
import { setMotion } from "../gait";
import { putAt, putFaceToFace, type Relation, sideOf } from "./play";

/** What is given goes from hand to mouth, again and again. */
export const feed: Relation = (play) => {
  const { scene, leads, others } = play;
  const [giver] = leads;
  if (scene.motion !== "feed" || !giver) return undefined;
  const gift = others.find(({ picture }) => isFood(picture)) ?? others[0];
  const takers = others.filter((other) => other !== gift && !other.isFixed);
  const taker = takers[0] ?? leads[1];
  if (!gift) return undefined;
  if (!taker) {
    putAt(play, giver, play.set.width / 2);
    holdOut(gift, giver);
    return [giver, gift];
  }
  putFaceToFace(play, giver, taker, 1.7);
  setMotion(giver, "feed", scene.duration);
  setMotion(taker, "eat", scene.duration);
  const scale = Math.min(1, (stature(giver) * 0.3) / stature(gift));
  Object.assign(gift, { depth: 1, isCarried: true, inAir: true, order: 3 });
  setMotion(gift, "hold", scene.duration);
  gift.spot = (seconds) => {
    const beat = (seconds * 0.4) % 1;
    const share = easeInOut((beat - 0.25) / 0.4);
    const from = handOf(giver, seconds);
    const to = mouthOf(taker, seconds);
    return {
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share - Math.sin(share * Math.PI) * stature(giver) * 0.16,
      scale: scale * Math.min(1, beat * 9) * (1 - easeInOut((beat - 0.72) / 0.2)),
    };
  };
  return [giver, taker, gift];
};

/** Food stands before whoever eats it and gets less with every bite. */
export const eat: Relation = (play) => {
  const { scene, set, leads, others } = play;
  if (scene.motion !== "eat" || set.scenery.surface === "counter") return undefined;
  const food = others.filter(({ isFixed }) => !isFixed).slice(0, leads.length);
  if (food.length === 0 || leads.length > 3) return undefined;
  if (leads.length === 1 && leads[0])
    putAt(play, leads[0], set.width * (0.5 - 0.07 * scene.heading));
  else standInLine(leads, set);
  for (const [index, meal] of food.entries()) {
    const eater = leads[index];
    if (!eater) break;
    const scale = Math.min(
      1,
      (stature(eater) * 0.42) / stature(meal),
      (breadth(eater) * 0.62) / breadth(meal),
    );
    Object.assign(meal, {
      depth: eater.depth,
      isCarried: true,
      inAir: true,
      order: eater.order + 1,
    });
    setMotion(meal, "hold", scene.duration);
    const { x, y } = mouthOf(eater, 0);
    meal.spot = (seconds) => {
      const bites = Math.floor(seconds * 0.8 + eater.phase + 0.6);
      const pull = Math.sin(Math.min(1, ((seconds * 0.8 + eater.phase + 0.6) % 1) * 5) * Math.PI);
      return {
        x: x + sideOf(eater) * breadth(meal) * scale * 0.34,
        y: y + stature(meal) * scale * 0.3,
        lean: pull * 0.08,
        scale: scale * Math.max(0.5, 1 - bites * 0.085),
      };
    };
  }
  return [...leads, ...food];
};

/** Where a figure's hand or paw reaches out to. */
export function handOf(actor: Actor, seconds: number) {
  const { x, y } = locate(actor, seconds);
  const feet = actor.inAir ? stature(actor) * 0.5 : 0;
  return { x: x + sideOf(actor) * breadth(actor) * 0.5, y: y + feet - stature(actor) * 0.36 };
}

function mouthOf(actor: Actor, seconds: number) {
  const { x, y } = locate(actor, seconds);
  const feet = actor.inAir ? stature(actor) * 0.5 : 0;
  const isUpright = stature(actor) > breadth(actor) * 1.15;
  return {
    x: x + sideOf(actor) * breadth(actor) * (isUpright ? 0.24 : 0.44),
    y: y + feet - stature(actor) * (isUpright ? 0.46 : 0.4),
  };
}

function holdOut(gift: Actor, giver: Actor): void {
  const scale = Math.min(1, (stature(giver) * 0.34) / stature(gift));
  Object.assign(gift, { depth: giver.depth, isCarried: true, inAir: true, order: giver.order + 1 });
  gift.spot = (seconds) => ({ ...handOf(giver, seconds), scale });
}
