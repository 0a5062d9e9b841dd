import type { Motion } from "../../setting";
import { breadth, stature } from "../formations";
import { setMotion } from "../gait";
import { putAt, type Relation } from "./play";

const AT_REST = new Set<Motion>([
  "rest",
  "sleep",
  "bob",
  "read",
  "look",
  "eat",
  "play",
  "sing",
  "call",
]);
const SEAT =
  /^(couch-and-lamp|chair|bed|rock|wood|seat|throne|cloud|lotus|mushroom|brown-mushroom|books|piano|wheel|drum|box|package|basket|carpet)$/;

/** Somebody sits or lies on a thing that is made for it. */
export const sitOn: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const [sitter] = leads;
  const seat = others.find(({ picture }) => SEAT.test(picture));
  if (!AT_REST.has(scene.motion) || !sitter || leads.length > 1 || !seat) return undefined;
  putAt(play, seat, set.width / 2);
  setMotion(seat, "rest", scene.duration);
  seat.pose = () => ({ ...sitter.pose(0), scaleX: 1, scaleY: 1, lean: 0, x: 0, y: 0 });
  const scale = Math.min(
    1,
    (stature(seat) * 1.1) / stature(sitter),
    (breadth(seat) * 0.9) / breadth(sitter),
  );
  const middle = Math.floor(seat.sprite.tops.length / 2);
  const near = seat.sprite.tops.slice(middle - 2, middle + 2);
  const top = near.reduce((sum, row) => sum + row, 0) / Math.max(1, near.length);
  const depth = /couch|chair|bed|basket/.test(seat.picture) ? 0.3 : 0.08;
  const y =
    seat.y - (seat.sprite.height - seat.sprite.sole - top) * seat.scale + stature(seat) * depth;
  Object.assign(sitter, {
    depth: seat.depth,
    isCarried: true,
    inAir: false,
    order: seat.order + 1,
  });
  sitter.x = seat.x;
  sitter.y = y;
  sitter.spot = () => ({ x: seat.x, y, scale });
  return [seat, sitter];
};

const NESTERS =
  /^(bird|blackbird|owl|parrot|dove|eagle|monkey|orangutan|chipmunk|koala|sloth|cat|black-cat|leopard|bat|snake)$/;

/** Birds and climbers are up in the tree that is told of. */
export const perch: Relation = (play) => {
  const { scene, set, leads, others } = play;
  const [dweller] = leads;
  const tree = others.find(({ picture }) => /-tree$/.test(picture));
  if (!AT_REST.has(scene.motion) || !dweller || leads.length > 3 || !tree) return undefined;
  if (!NESTERS.test(dweller.picture)) return undefined;
  putAt(play, tree, set.width / 2);
  tree.scale *= Math.min(1, (set.height * 0.68) / stature(tree));
  Object.assign(tree, { isFixed: false, inAir: false, depth: 1 });
  setMotion(tree, "rest", scene.duration);
  leads.forEach((lead, index) => {
    const scale = Math.min(1, (stature(tree) * (leads.length > 2 ? 0.25 : 0.34)) / stature(lead));
    Object.assign(lead, { depth: 1, isCarried: true, inAir: false, order: tree.order + 1 });
    const x = tree.x + (index % 2 ? -1 : 1) * scene.heading * breadth(tree) * 0.14;
    lead.spot = () => ({ x, y: tree.y - stature(tree) * (0.5 + index * 0.15), scale });
  });
  return [tree, ...leads];
};
