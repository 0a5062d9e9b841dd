import { easeInOut } from "../../motion/pose";
import { LANDMARKS } from "../../vocabulary/habits";
import { breadth, stature } from "../formations";
import { setMotion } from "../gait";
import { putAt, type Relation } from "./play";

/** Climbs a tree, a ladder or a tower from the ground to the top. */
export const climbUp: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const [climber] = leads;
  const tower = others.find(({ picture }) => LANDMARKS.test(picture) || picture === "ladder");
  if (scene.motion !== "climb" || !climber || leads.length > 1 || !tower) return undefined;
  putAt(play, tower, set.width / 2);
  tower.depth = 1;
  tower.isFixed = false;
  tower.scale *= Math.min(1, (set.height * 0.66) / stature(tower));
  setMotion(tower, "rest", scene.duration);
  const scale = Math.min(1, (stature(tower) * 0.4) / stature(climber));
  const foot = tower.y;
  const top = stature(tower) * 0.72;
  Object.assign(climber, { depth: 1, isCarried: true, order: tower.order + 1 });
  const { pose } = climber;
  climber.pose = (seconds) => ({ ...pose(seconds), y: 0 });
  climber.spot = (seconds) => {
    const pulls = seconds * 0.9;
    const way = (Math.floor(pulls) + easeInOut(pulls % 1)) / Math.max(1, scene.duration * 0.9);
    return {
      x: tower.x - scene.heading * breadth(tower) * 0.16,
      y: foot - Math.min(1, way) * top - stature(climber) * 0.05,
      scale,
    };
  };
  return [tower, climber];
};

/** What is built rises beside its builder. */
export const raise: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const work = others.find(
    ({ isFixed, picture }) => isFixed || /robot|rocket|ship|boat|sand/.test(picture),
  );
  const [builder] = leads;
  if (scene.motion !== "build" || !work || !builder || leads.length > 3) return undefined;
  work.scale *= Math.min(1, (set.height * 0.56) / stature(work));
  putAt(play, work, set.width * (0.5 + scene.heading * 0.17), 0.5);
  work.isFixed = false;
  work.depth = 0.97;
  setMotion(work, "grow", scene.duration);
  leads.forEach((lead, index) => {
    putAt(play, lead, set.width * (0.5 - scene.heading * (0.14 + index * 0.13)));
    lead.mirrored = scene.heading > 0;
  });
  return [work, ...leads];
};
