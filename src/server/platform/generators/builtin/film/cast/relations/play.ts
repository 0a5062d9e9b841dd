import type { StageSet } from "../../stage/stage-set";
import type { Scene } from "../../storyboard";
import type { Actor } from "../actor";
import { airline, breadth, standAt } from "../formations";

/** Everybody of a scene, before they have places. */
export type Play = {
  scene: Scene;
  set: StageSet;
  /** Who the sentence is about. */
  leads: readonly Actor[];
  /** Who or what it is done to or with. */
  others: readonly Actor[];
};

/** @returns whom it has placed, or undefined when the play is not of its kind. */
export type Relation = (play: Play) => readonly Actor[] | undefined;

/** Puts somebody at a column of the frame, on the ground or in the middle of the air. */
export function putAt({ set }: Play, actor: Actor, x: number, row = 0): void {
  if (actor.inAir) {
    actor.x = x;
    actor.y = airline(set);
  } else standAt(actor, set, x, row);
}

/** Two who face each other round the middle, `apart` breadths between them. */
export function putFaceToFace(play: Play, one: Actor, other: Actor, apart: number): void {
  const { set, scene } = play;
  const wide = breadth(one) + breadth(other);
  const fit = Math.min(1, (set.width * 0.84) / (wide * Math.max(1, (apart + 1) / 2)));
  one.scale *= fit;
  other.scale *= fit;
  const reach = Math.min(set.width * 0.62, ((breadth(one) + breadth(other)) / 2) * apart) / 2;
  putAt(play, one, set.width / 2 - scene.heading * reach);
  putAt(play, other, set.width / 2 + scene.heading * reach);
  one.mirrored = scene.heading > 0;
  other.mirrored = !one.mirrored;
}

/** 1 to the right, -1 to the left. */
export const sideOf = ({ mirrored }: Actor): 1 | -1 => (mirrored ? 1 : -1);
