import { lighten, mix } from "../drawing/color";
import { addCloudBank } from "../sky/clouds";
import { addSky } from "../sky/sky";
import type { StageSet } from "../stage/stage-set";
import { addBirds } from "./birds";

/** Above the clouds: banks of them far below and a few that pass close by. */
export function sky(set: StageSet): void {
  addSky(set, { horizon: set.height * 1.05, clouds: 4 });
  addBirds(set, { high: set.height * 0.2, low: set.height * 0.6, depth: 0.2 });
  const white = lighten(set.palette.sky[2], set.palette.isDark ? 0.08 : 0.6);
  for (const [depth, y, size, count] of [
    [0.2, 0.84, 0.3, 7],
    [0.5, 0.98, 0.46, 7],
  ] as const)
    addCloudBank(set, {
      depth,
      count,
      size: set.unit * size,
      high: set.height * (y - 0.03),
      low: set.height * (y + 0.03),
      color: mix(white, set.palette.sky[1], 0.3 - depth * 0.3),
      isSea: true,
    });
  addCloudBank(set, {
    depth: 1.3,
    count: 1.5,
    size: set.unit * 0.5,
    high: set.height * 1.06,
    low: set.height * 1.14,
    color: white,
    front: true,
  });
}
