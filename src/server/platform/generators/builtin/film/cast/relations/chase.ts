import { easeInOut } from "../../motion/pose";
import type { Actor } from "../actor";
import { breadth } from "../formations";
import { gaitOf, isAirborne, setMotion } from "../gait";
import { type Play, putAt, type Relation } from "./play";

/** The chased run ahead and the chasers behind, all the same way; the gap between them breathes. */
export const chase: Relation = (play) => {
  const { scene, set, leads, others } = play;
  if (scene.motion !== "chase") return undefined;
  const living = others.filter(({ isFixed }) => !isFixed);
  const chased = living.length > 0 ? living : leads.slice(1);
  const chasers = living.length > 0 ? leads : leads.slice(0, 1);
  if (chased.length === 0) return undefined;
  for (const actor of [...chasers, ...chased]) {
    const gait = gaitOf("run", actor.picture);
    actor.inAir ||= isAirborne(gait);
    actor.mirrored = scene.heading > 0;
    setMotion(actor, gait, scene.duration);
  }
  const ranks = [...chased, ...chasers];
  const gap = set.width * 0.07;
  const wide = ranks.reduce((sum, actor) => sum + breadth(actor), 0);
  // All get smaller rather than one hide another.
  const fit = Math.min(1, (set.width * 0.8 - gap) / wide);
  for (const actor of ranks) actor.scale *= fit;
  let ahead = set.width / 2 + (scene.heading * (wide * fit + gap)) / 2;
  const room = Math.max(0, (set.width * 0.92 - wide * fit - gap) / 2);
  for (const [index, actor] of ranks.entries()) {
    const step = breadth(actor);
    if (index === chased.length) ahead -= scene.heading * gap;
    putAt(play, actor, ahead - (scene.heading * step) / 2, index % 2 ? 0.5 : 0);
    if (actor.inAir && set.scenery.surface === "ground") actor.y = set.height * 0.42;
    ahead -= scene.heading * step;
    breathe(play, actor, index < chased.length ? 0 : 1.4, room);
  }
  return ranks;
};

/** The chaser gains and falls back a little later than the chased. */
function breathe({ scene, set }: Play, actor: Actor, lag: number, room: number): void {
  const { x, y } = actor;
  const reach = set.width * 0.022;
  // Where the camera stays, they cross the frame instead.
  const way = Math.min(room, set.width * (Math.abs(set.travel) > 1 ? 0.03 : 0.2));
  actor.spot = (seconds) => {
    const share = 2 * easeInOut(seconds / (scene.duration + 0.5)) - 1;
    const ahead = Math.sin(seconds * 1.7 - lag) * reach + share * way;
    return { x: x + scene.heading * ahead, y };
  };
}
