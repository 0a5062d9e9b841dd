import { type Clip, WALL } from "~/app/(site)/clips";

const SHOWN = ["whale", "fox", "balloon", "robot", "boat", "rocket"];

/** Six films that somebody's first one can be like. */
export const IDEAS: readonly Clip[] = SHOWN.flatMap((id) =>
  WALL.flat().filter((clip) => clip.id === id),
);

/** The choice to begin with an empty page. */
export const OWN_IDEA = "own";
