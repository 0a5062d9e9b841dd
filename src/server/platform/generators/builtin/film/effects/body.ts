import type { Actor } from "../cast/actor";
import { breadth, stature } from "../cast/formations";

/** 1 when an actor's back is to the right. */
export const backOf = ({ mirrored }: Actor): 1 | -1 => (mirrored ? -1 : 1);

/** Pixels that are drawn of an actor, up and across, as it is shown. */
export const statureOf = (actor: Actor): number => stature(actor) * (actor.spot?.(0).scale ?? 1);
export const breadthOf = (actor: Actor): number => breadth(actor) * (actor.spot?.(0).scale ?? 1);

/** From an actor's spot up to a share of its height: in the air the spot is its middle. */
export const upTo = (actor: Actor, share: number): number =>
  statureOf(actor) * (actor.inAir ? share - 0.5 : share);
