import type { Motion } from "../setting";
import { ACTS } from "./acts";
import { AIRWAYS } from "./air";
import { CHANGES } from "./changes";
import { FEELINGS } from "./feelings";
import { GAITS, waddle } from "./gaits";
import { type Moment, type Mover, type Pose, REST } from "./pose";
import { WATERWAYS } from "./water";

const MOVERS: Record<Motion, Mover> = {
  ...GAITS,
  ...AIRWAYS,
  ...WATERWAYS,
  ...ACTS,
  ...FEELINGS,
  ...CHANGES,
  race: GAITS.run,
  chase: GAITS.run,
};

const TRAVELLING: Partial<Record<Motion, number>> = {
  race: 0.62,
  drive: 0.58,
  run: 0.5,
  chase: 0.5,
  ride: 0.4,
  ski: 0.44,
  skate: 0.34,
  roll: 0.3,
  fly: 0.26,
  surf: 0.24,
  swim: 0.2,
  walk: 0.16,
  sail: 0.11,
  row: 0.11,
  jump: 0.1,
  dive: 0.08,
  crawl: 0.07,
  float: 0.04,
  climb: 0,
  rise: 0,
  ascend: 0,
};

/** @returns widths of the frame per second that the camera follows a scene of this motion. */
export const speedOf = (motion: Motion): number => TRAVELLING[motion] ?? 0.025;

/** Motions that need no ground under them. */
export const AIRBORNE = new Set<Motion>(["fly", "float", "orbit", "fall", "rise", "ascend"]);

/** @returns whether somebody who does it gets somewhere. */
export const isTravelling = (motion: Motion): boolean => speedOf(motion) >= 0.07;

/** @returns how somebody with short legs walks at a moment of a scene. */
export const waddleOf = (moment: Moment): Pose => ({ ...REST, ...waddle(moment) });

/** @returns how a figure that does this stands at a moment of its scene. */
export function poseOf(motion: Motion, moment: Moment): Pose {
  return { ...REST, ...MOVERS[motion](moment) };
}
