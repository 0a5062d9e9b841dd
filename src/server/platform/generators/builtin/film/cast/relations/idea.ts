import type { Motion } from "../../setting";
import { locate } from "../actor";
import { standInLine, stature } from "../formations";
import { setMotion } from "../gait";
import type { Relation } from "./play";

/** Then the bulb is a thing in somebody's hands. */
const IN_HANDS = new Set<Motion>(["hold", "build", "throw", "juggle", "kick", "break", "lift"]);

/** The bulb of who has an idea floats and glows over their head. */
export const haveIdea: Relation = ({ scene, set, leads, others }) => {
  const bulb = others.find(({ picture }) => picture === "light-bulb");
  const [thinker] = leads;
  if (!bulb || !thinker || thinker.inAir || thinker.isFixed || IN_HANDS.has(scene.motion))
    return undefined;
  standInLine(leads, set);
  Object.assign(bulb, { inAir: true, isCarried: true, depth: thinker.depth, order: 2 });
  setMotion(bulb, "shine", scene.duration);
  const scale = Math.min(1, (stature(thinker) * 0.3) / stature(bulb));
  const up = stature(thinker) * 1.06 + (stature(bulb) * scale) / 2;
  bulb.spot = (seconds) => ({
    x: locate(thinker, seconds).x,
    y: Math.max(stature(bulb) * scale * 0.7, thinker.y - up + Math.sin(seconds * 1.7) * up * 0.02),
    scale,
  });
  return [...leads, bulb];
};
