import { BURST_AT } from "../../motion/changes";
import { easeInOut } from "../../motion/pose";
import { standInLine } from "../formations";
import { setMotion } from "../gait";
import type { Relation } from "./play";

/** An egg trembles until what was in it looks out. */
export const hatch: Relation = ({ scene, set, leads, others }) => {
  const young = others.find(({ picture }) => picture === "hatching-chick");
  const [egg] = leads;
  if (scene.motion !== "hatch" || !young || !egg) return undefined;
  standInLine(leads, set);
  const opens = scene.duration * BURST_AT;
  setMotion(young, "hatch", scene.duration);
  Object.assign(young, {
    x: egg.x,
    y: egg.y,
    depth: egg.depth,
    order: egg.order + 1,
    inAir: egg.inAir,
  });
  young.scale = (egg.scale * egg.sprite.height) / young.sprite.height;
  const shell = egg.pose;
  egg.pose = (seconds) => ({ ...shell(seconds), alpha: seconds < opens ? 1 : 0 });
  const chick = young.pose;
  young.pose = (seconds) => {
    const pose = chick(seconds);
    const out = easeInOut((seconds - opens) / 0.35);
    return { ...pose, alpha: seconds < opens ? 0 : 1, scaleY: pose.scaleY * (0.82 + 0.18 * out) };
  };
  return [...leads, young];
};
