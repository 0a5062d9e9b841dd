import { locate } from "../actor";
import { airline, breadth, stature } from "../formations";
import { setMotion } from "../gait";
import type { Relation } from "./play";

/** Goes round something in the middle: nearer in front, further behind. */
export const circle: Relation = ({ scene, set, leads, others }) => {
  const centre = others[0];
  if (scene.motion !== "orbit" || !centre) return undefined;
  Object.assign(centre, {
    x: set.width / 2,
    y: airline(set),
    inAir: true,
    isFixed: false,
    depth: 1,
  });
  setMotion(centre, "shine", scene.duration);
  const across = Math.min(set.width * 0.36, stature(centre) * 1.15);
  const down = Math.min(set.height * 0.24, stature(centre) * 0.5);
  leads.forEach((lead, index) => {
    Object.assign(lead, { inAir: true, isFixed: false, order: 2 });
    setMotion(lead, "float", scene.duration);
    const reach = 1 + index * 0.24;
    lead.spot = (seconds) => {
      const angle = (seconds * (0.2 - index * 0.03) + index * 0.37) * Math.PI * 2;
      return {
        x: centre.x + Math.cos(angle) * across * reach,
        y: centre.y + Math.sin(angle) * down * reach,
        scale: (0.62 + Math.sin(angle) * 0.2) * (leads.length > 1 ? 0.7 : 1),
      };
    };
  });
  return [centre, ...leads];
};

/** Somebody on the ground flies a kite or a toy plane that dances on the wind. */
export const flyKite: Relation = ({ scene, set, leads, others }) => {
  const kite = others.find(({ picture }) => /^(kite|paper-plane)$/.test(picture));
  const [flier] = leads;
  if (
    !kite ||
    !flier ||
    !["fly", "hold", "run", "play"].includes(scene.motion) ||
    set.scenery.surface === "air"
  )
    return undefined;
  leads.forEach((lead, index) => {
    Object.assign(lead, { inAir: false, depth: 1, mirrored: scene.heading > 0 });
    lead.x = set.width * (0.5 - scene.heading * (0.2 - index * 0.16));
    lead.y = set.scenery.groundY;
    setMotion(lead, scene.motion === "hold" ? "hold" : "run", scene.duration);
  });
  Object.assign(kite, {
    inAir: true,
    isCarried: true,
    order: 2,
    depth: 1,
    mirrored: scene.heading < 0,
  });
  const x = set.width * (0.5 + scene.heading * 0.2);
  const y = set.height * 0.28;
  kite.spot = (seconds) => ({
    x: x + Math.sin(seconds * 0.9) * set.unit * 0.06,
    y: y + Math.sin(seconds * 1.7) * set.unit * 0.03,
    lean: Math.sin(seconds * 1.3) * 0.2,
  });
  if (kite.picture === "kite")
    kite.tether = (seconds) => {
      const at = locate(flier, seconds);
      const ahead = flier.mirrored ? 1 : -1;
      return {
        x: at.x + ahead * breadth(flier) * 0.4,
        y: at.y - stature(flier) * 0.42 * at.pose.scaleY,
      };
    };
  return [...leads, kite];
};
