import { isTravelling } from "../motion/motion";
import { easeInOut } from "../motion/pose";
import type { StageSet } from "../stage/stage-set";
import type { Scene } from "../storyboard";
import type { Actor } from "./actor";
import { breadth } from "./formations";

/** Seconds that somebody takes to turn round at the end of a room. */
const TURN = 0.36;

/**
 * Travellers gain on the camera a little, so that the frame tells their way; where the camera does not
 * travel they go to and fro and turn at the ends.
 */
export function travelAlong(actor: Actor, scene: Scene, set: StageSet): void {
  if (!isTravelling(actor.motion) || actor.isFixed) return;
  const { x, y } = actor;
  const edge = set.width * 0.46 - breadth(actor) / 2;
  const room = Math.max(0, Math.min(edge - Math.abs(x - set.width / 2), set.width * 0.3));
  if (Math.abs(set.travel) > 1) {
    const gain = Math.min(set.width * 0.09, room);
    actor.spot = (seconds) => ({
      x: x + scene.heading * gain * (2 * easeInOut(seconds / (scene.duration + 0.5)) - 1),
      y,
    });
    return;
  }
  const pace = set.width * 0.16;
  const leg = Math.max(0.8, (room * 2) / pace);
  actor.spot = (seconds) => {
    const way = seconds / leg + 0.5;
    const trip = Math.floor(way);
    const share = way - trip;
    const along = trip % 2 === 0 ? share : 1 - share;
    const sign = trip % 2 === 0 ? 1 : -1;
    const turned = Math.min(1, ((1 - share) * leg) / (TURN / 2), (share * leg) / (TURN / 2));
    const isFirst = trip === 0 && share <= 0.5;
    return {
      x: x + scene.heading * room * (2 * along - 1),
      y,
      facing: sign * (isFirst ? 1 : turned),
    };
  };
}
