import type { StageSet } from "../stage/stage-set";
import type { Scene } from "../storyboard";
import type { Actor } from "./actor";
import { airline, breadth, standAt, stature } from "./formations";

type Around = { scene: Scene; set: StageSet; leads: readonly Actor[] };

/** Stands things beside the cast: buildings and trees behind it, small things before it. */
export function placeProps(props: readonly Actor[], { scene, set, leads }: Around): void {
  const reachOf = (side: 1 | -1) =>
    Math.max(
      set.width * 0.04,
      ...leads.map((lead) => side * (lead.x - set.width / 2) + breadth(lead) / 2),
    );
  const filled = { [1]: reachOf(1), [-1]: reachOf(-1) };
  props.forEach((prop, index) => {
    const ahead = scene.heading * (index % 2 === 0 ? 1 : -1) > 0 ? 1 : -1;
    // What is told later finds its place where there is more room.
    const side = filled[ahead] > set.width * 0.36 ? (-ahead as 1 | -1) : ahead;
    if (prop.isFixed) {
      standAt(prop, set, set.width / 2 + side * set.width * 0.25 + set.travel * 0.4, 1);
      prop.depth = 0.8;
      prop.y = set.scenery.groundY - set.unit * 0.06;
      prop.order = -1;
      return;
    }
    const half = breadth(prop) / 2;
    const edge = set.width * 0.47 - half;
    const x = set.width / 2 + side * Math.min(edge, filled[side] + set.unit * 0.03 + half);
    filled[side] += breadth(prop) + set.unit * 0.03;
    if (prop.inAir) {
      const isSky = set.scenery.surface !== "air";
      prop.x = set.width / 2 + side * Math.min(edge, set.width * (0.24 + 0.08 * index));
      prop.y = isSky
        ? set.height * (0.22 + 0.07 * (index % 3))
        : airline(set) + (index % 2 ? 1 : -1) * stature(prop) * 0.24;
      prop.order = -1;
      return;
    }
    standAt(prop, set, x, 0);
    if (prop.onCounter) prop.y = set.scenery.groundY + set.unit * 0.02;
    else prop.y += set.unit * 0.02;
    prop.order = 1;
  });
}
