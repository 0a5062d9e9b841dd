import type { SKRSContext2D } from "@napi-rs/canvas";
import { enterPlane, type View } from "../camera/view";
import type { Actor } from "../cast/actor";
import type { StageSet } from "../stage/stage-set";
import type { Scene } from "../storyboard";
import { cuesOf } from "./cues";

export type Effects = {
  behind(context: SKRSContext2D, seconds: number, view: View): void;
  before(context: SKRSContext2D, seconds: number, view: View): void;
};

/** A crowd stirs up no more than this many do. */
const MAX_SOURCES = 6;

/** Dust, wakes, sparks, hearts and notes: what the cast stirs up by what it does. */
export function createEffects(scene: Scene, set: StageSet, actors: readonly Actor[]): Effects {
  const effects = actors
    .slice(0, MAX_SOURCES * 2)
    .flatMap((actor) => cuesOf({ scene, set, actor }).map((effect) => ({ ...effect, actor })))
    .slice(0, MAX_SOURCES * 2);
  const draw = (wanted: boolean) => (context: SKRSContext2D, seconds: number, view: View) => {
    for (const { isBefore, actor, draw: drawEffect } of effects) {
      if (isBefore !== wanted) continue;
      context.save();
      enterPlane(context, actor.isFixed ? view : { ...view, panX: 0 }, actor.depth);
      drawEffect(context, seconds);
      context.restore();
    }
  };
  return { behind: draw(false), before: draw(true) };
}
