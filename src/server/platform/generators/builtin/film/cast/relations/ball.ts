import { REST } from "../../motion/pose";
import type { Motion } from "../../setting";
import { type Actor, locate } from "../actor";
import { breadth, standInLine, stature } from "../formations";
import { setMotion } from "../gait";
import { putAt, putFaceToFace, type Relation, sideOf } from "./play";

const BALL =
  /(?<!crystal-)ball$|baseball|pool-8-ball|tennis|softball|flying-disc|boomerang|yo-yo|ping-pong/;
const BALL_GAMES = new Set<Motion>(["kick", "throw", "play", "chase", "hold", "jump", "run"]);
/** Strikes a second; the ball leaves in the middle of a beat. */
const RATE: Partial<Record<Motion, number>> = { kick: 0.62, throw: 0.55 };

/** A ball goes to and fro between two, or comes back to one; what is thrown flies the same way. */
export const ball: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const strikes = scene.motion === "kick" || scene.motion === "throw";
  const thing =
    others.find(({ picture }) => BALL.test(picture)) ?? (strikes ? others[0] : undefined);
  const [one] = leads;
  if (!thing || !one || !BALL_GAMES.has(scene.motion)) return undefined;
  const motion = scene.motion === "throw" ? "throw" : "kick";
  const rate = RATE[motion] ?? 0.6;
  const other = leads[1] ?? others.find((actor) => actor !== thing && !actor.isFixed);
  const players = other ? [one, other] : [one];
  if (other && leads.length <= 2) putFaceToFace(play, one, other, 2.6);
  else if (leads.length > 2) standInLine(leads, set);
  else putAt(play, one, set.width * (0.5 - scene.heading * 0.16));
  players.forEach((player, index) => {
    player.phase = index * 0.5;
    setMotion(player, motion, scene.duration);
  });
  const scale = Math.min(1, (stature(one) * 0.32) / stature(thing));
  const radius = (stature(thing) * scale) / 2;
  const height = motion === "throw" ? 0.62 : 0;
  const from = (player: Actor) => ({
    x: player.x + sideOf(player) * (breadth(player) * 0.5 + radius),
    y: player.y - Math.max(radius, stature(player) * height),
  });
  const start = from(one);
  const end = other
    ? from(other)
    : {
        x: set.width * (0.5 + scene.heading * 0.4),
        y: start.y + (start.y < one.y - radius * 2 ? stature(one) * 0.3 : 0),
      };
  const arc = set.unit * (motion === "throw" ? 0.16 : 0.24);
  Object.assign(thing, { depth: 1, inAir: true, order: 4, x: start.x, y: start.y });
  thing.pose = (seconds) => ({ ...REST, lean: seconds * 5, isSpinning: true });
  thing.spot = (seconds) => {
    const beat = (seconds * rate + 0.5) % 1;
    const leg = beat * 2;
    const share = leg < 1 ? leg : 2 - leg;
    return {
      x: start.x + (end.x - start.x) * share,
      y: start.y + (end.y - start.y) * share - Math.sin((leg % 1) * Math.PI) * arc,
      scale,
    };
  };
  return [...leads, ...players, thing];
};

const SHARE_IN_AIR = 0.78;

/**
 * Where a juggled thing is: in a high arc from hand to hand, and back in front of the chest.
 * @returns shares of the juggler's breadth and height.
 */
function juggled(round: number): { across: number; up: number } {
  const share = round - Math.floor(round);
  if (share < SHARE_IN_AIR) {
    const flight = share / SHARE_IN_AIR;
    return { across: 0.55 - 1.1 * flight, up: 0.5 + 3.3 * flight * (1 - flight) };
  }
  return { across: -0.55 + (1.1 * (share - SHARE_IN_AIR)) / (1 - SHARE_IN_AIR), up: 0.42 };
}

/** Things that somebody juggles fly over the head, never before the face. */
export const juggle: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const [one] = leads;
  if (scene.motion !== "juggle" || !one || others.length === 0) return undefined;
  putAt(play, one, set.width / 2);
  const things = others.slice(0, 5);
  things.forEach((thing, index) => {
    const scale = Math.min(1, (stature(one) * 0.2) / stature(thing));
    Object.assign(thing, { depth: 1, inAir: true, isCarried: true, order: 4 });
    thing.pose = (seconds) => ({ ...REST, lean: seconds * 4 + index, isSpinning: true });
    thing.spot = (seconds) => {
      const { across, up } = juggled(seconds * 0.8 + index / things.length);
      const { x, y } = locate(one, seconds);
      return { x: x + across * breadth(one), y: y - up * stature(one), scale };
    };
  });
  return [one, ...things];
};
