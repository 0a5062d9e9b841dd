import { easeInOut } from "../../motion/pose";
import { breadth, stature } from "../formations";
import { setMotion } from "../gait";
import { putAt, type Relation } from "./play";

/** Seconds of a run-up, a leap and the run after it. */
const ROUND = 2.2;
const TAKES_OFF = 0.34;
const LANDS = 0.66;

/** Leaps over a thing, turns round and leaps back. */
export const leapOver: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const [jumper] = leads;
  const hurdle = others.find(({ isFixed, inAir }) => !isFixed && !inAir);
  if (scene.motion !== "jump" || !jumper || leads.length > 1 || !hurdle || jumper.inAir)
    return undefined;
  putAt(play, hurdle, set.width / 2);
  hurdle.scale *= Math.min(1, (stature(jumper) * 0.5) / stature(hurdle));
  setMotion(hurdle, "rest", scene.duration);
  putAt(play, jumper, set.width / 2);
  setMotion(jumper, "run", scene.duration);
  Object.assign(jumper, { order: 2 });
  const { pose } = jumper;
  const floor = jumper.y;
  const reach = Math.min(set.width * 0.34, breadth(hurdle) / 2 + breadth(jumper) * 1.1);
  const height = stature(hurdle) + stature(jumper) * 0.12;
  const flight = (beat: number) =>
    Math.max(0, Math.min(1, (beat - TAKES_OFF) / (LANDS - TAKES_OFF)));
  jumper.pose = (seconds) => {
    const share = flight((seconds / ROUND) % 1);
    const isInAir = share > 0 && share < 1;
    const stands = pose(seconds);
    return isInAir
      ? { ...stands, y: 0, lean: (share - 0.5) * 0.7, scaleX: 1.05, scaleY: 0.97, stride: 0.25 }
      : stands;
  };
  jumper.spot = (seconds) => {
    const rounds = seconds / ROUND;
    const beat = rounds - Math.floor(rounds);
    const side = Math.floor(rounds) % 2 === 0 ? 1 : -1;
    const share = flight(beat);
    const turning = 2 * easeInOut(beat / 0.1) - 1;
    return {
      x: set.width / 2 + scene.heading * side * reach * (2 * beat - 1),
      y: floor - Math.sin(share * Math.PI) * height,
      floor,
      facing: rounds < 1 ? 1 : side * turning,
    };
  };
  return [hurdle, jumper];
};
