import { ball, juggle } from "./relations/ball";
import { chase } from "./relations/chase";
import { hatch } from "./relations/hatch";
import { circle, flyKite } from "./relations/heaven";
import { haveIdea } from "./relations/idea";
import { climbUp, raise } from "./relations/landmark";
import { eat, feed } from "./relations/meal";
import { leapOver } from "./relations/obstacle";
import { faceEachOther } from "./relations/pair";
import type { Relation } from "./relations/play";
import { ride } from "./relations/ride";
import { perch, sitOn } from "./relations/seat";
import { wieldTool } from "./relations/tool";

/** The first that fits wins. */
const RELATIONS: readonly Relation[] = [
  chase,
  flyKite,
  ride,
  feed,
  ball,
  juggle,
  eat,
  circle,
  climbUp,
  raise,
  hatch,
  leapOver,
  haveIdea,
  perch,
  sitOn,
  wieldTool,
  faceEachOther,
];

/** Places those who have to do with each other; @returns whom it has placed, nobody when nothing is told of two. */
export const relate: Relation = (play) => {
  for (const relation of RELATIONS) {
    const placed = relation(play);
    if (placed) return placed;
  }
  return undefined;
};
