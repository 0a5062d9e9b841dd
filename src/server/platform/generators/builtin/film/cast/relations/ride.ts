import { poseOf } from "../../motion/motion";
import type { Motion } from "../../setting";
import { habitOf } from "../../vocabulary/habits";
import { type Actor, locate } from "../actor";
import { breadth, stature } from "../formations";
import { gaitOf, isAirborne, setMotion } from "../gait";
import { isPerson } from "../metres";
import { type Play, putAt, type Relation, sideOf } from "./play";
import { FISHING, take } from "./tool";

const IN_THE_SADDLE = new Set<Motion>([
  "ride",
  "drive",
  "sail",
  "row",
  "fly",
  "race",
  "surf",
  "skate",
  "ski",
  "rise",
  "fish",
]);

/** Where on a mount its rider sits, and how deep, both in shares; `deck`: inside, at that row of it. */
type Saddle = { along: number; sink: number; deck?: number };

const SADDLES: readonly (readonly [mount: RegExp, saddle: Saddle])[] = [
  [/skateboard|scooter|flying-disc|surf|turtle|snail|skis/, { along: 0.52, sink: 0.06 }],
  [/sled/, { along: 0.52, sink: 0.36 }],
  [/broom/, { along: 0.5, sink: 0.22 }],
  [/^dragon$/, { along: 0.8, sink: 0.2 }],
  [/bicycle|motor-scooter|motorcycle/, { along: 0.56, sink: 0.34 }],
  [/rocket|airplane|flying-saucer|helicopter/, { along: 0.5, sink: 0.42 }],
  [/^sailboat$/, { along: 0.54, sink: 0.42, deck: 0.66 }],
  [/hot-air-balloon/, { along: 0.5, sink: 0.3, deck: 0.88 }],
  [/^(automobile|taxi|police-car|sport-utility-vehicle)$/, { along: 0.5, sink: 0.46, deck: 0.55 }],
  [/^(bus|minibus|trolleybus)$/, { along: 0.44, sink: 0.4, deck: 0.56 }],
  [/boat|ship|canoe|ferry/, { along: 0.56, sink: 0.42 }],
  [
    /automobile|taxi|bus|truck|car$|engine|lorry|tractor|ambulance|train|locomotive|tram|rickshaw|vehicle/,
    { along: 0.55, sink: 0.5 },
  ],
];
const ANIMAL_SADDLE: Saddle = { along: 0.56, sink: 0.3 };
const isVehicle = (picture: string) =>
  ["drive", "sail"].includes(habitOf(picture).motion) ||
  SADDLES.some(([mount]) => mount.test(picture));

/** Somebody sits on an animal, in a boat or in a car and goes where it goes. */
export const ride: Relation = (play) => {
  const { scene, set, leads, others } = play;
  if (!IN_THE_SADDLE.has(scene.motion)) return undefined;
  const mounts = others.filter(
    ({ picture, isFixed }) =>
      !isFixed && (isVehicle(picture) || (scene.motion === "ride" && !isPerson(picture))),
  );
  const [mount] = mounts;
  const all = leads.filter(({ picture }) => !isVehicle(picture));
  const riders = all.slice(0, MOST);
  const [rider] = riders;
  if (!mount || !rider) return undefined;
  if (mounts.length > 1 && mounts.every(({ picture }) => picture === mount.picture))
    return rideSideBySide(play, all, mounts);
  const gait =
    scene.motion === "fish"
      ? "sail"
      : mount.picture === "hot-air-balloon"
        ? "float"
        : gaitOf(scene.motion === "fly" ? "fly" : "ride", mount.picture);
  mount.inAir = set.scenery.surface === "air" || isAirborne(gait);
  mount.mirrored = scene.heading > 0;
  setMotion(mount, gait, scene.duration);
  putAt(play, mount, set.width / 2);
  // Who stands on it needs room above, who sits in it does not.
  if (mount.inAir && !saddleOf(mount).deck) mount.y += set.height * 0.07;
  const room = (set.height > set.width ? 0.42 : mount.inAir ? 0.54 : 0.64) * set.height;
  seatAll(riders, mount, scene.duration, room);
  const pole = others.find(({ picture }) => picture === "fishing-pole");
  if (pole) take(pole, rider, FISHING, scene.duration);
  return [mount, ...riders, ...(pole ? [pole] : [])];
};

/** Everybody has a mount; who is left over sits behind the last of them. */
function rideSideBySide(
  play: Play,
  riders: readonly Actor[],
  mounts: readonly Actor[],
): readonly Actor[] {
  const { scene, set } = play;
  const { heading, duration } = scene;
  const across = mounts.reduce((sum, mount) => sum + breadth(mount), 0) * 1.06;
  const fit = Math.min(1, (set.width * 0.9) / across);
  const pitch = (across * fit) / mounts.length;
  const room = (set.height > set.width ? 0.42 : 0.56) * set.height;
  const placed: Actor[] = [];
  mounts.forEach((mount, index) => {
    mount.scale *= fit;
    const gait = gaitOf(scene.motion === "fly" ? "fly" : "ride", mount.picture);
    mount.inAir = set.scenery.surface === "air" || isAirborne(gait);
    mount.mirrored = heading > 0;
    mount.phase = (index * 0.37) % 1;
    setMotion(mount, gait, duration);
    const ahead = heading * ((mounts.length - 1) / 2 - index) * pitch;
    putAt(play, mount, set.width / 2 + ahead, mount.inAir ? 0 : (index % 2) * 0.5);
    mount.order = index * 2;
    const isLast = index === mounts.length - 1;
    const own = isLast ? riders.slice(index, index + 2) : riders.slice(index, index + 1);
    seatAll(own, mount, duration, room);
    placed.push(mount, ...own);
  });
  return placed;
}

const saddleOf = ({ picture }: Actor): Saddle =>
  SADDLES.find(([pattern]) => pattern.test(picture))?.[1] ?? ANIMAL_SADDLE;

/** More find no seat. */
const MOST = 4;

/** Fixes riders to their mount, all of them small enough to stand in the frame together. */
function seatAll(riders: readonly Actor[], mount: Actor, duration: number, room: number): void {
  const saddle = saddleOf(mount);
  const [long, high] = [breadth(mount), stature(mount)];
  // Who stands on a board may be taller than it, who sits in a boat may not.
  const isBoard = long > high * 1.7 && saddle.sink < 0.3;
  const tall = isBoard ? long * 0.9 : high * (saddle.deck ? 0.42 : 0.95);
  const wide = isBoard ? long * 0.7 : long * (saddle.deck ? 0.5 : 1.1);
  const slims = riders.map(
    (rider) =>
      Math.min(1, tall / stature(rider), wide / breadth(rider)) / (riders.length > 1 ? 1.3 : 1),
  );
  const tallest = Math.max(
    0,
    ...riders.map((rider, index) => stature(rider) * (slims[index] ?? 1)),
  );
  const fit = Math.min(1, room / (high + (saddle.deck ? 0 : tallest * (1 - saddle.sink))));
  const place = { x: mount.x, y: mount.y };
  mount.spot = () => ({ ...place, scale: fit });
  for (const [index, rider] of riders.entries()) {
    const along = saddle.along + (index - (riders.length - 1) / 2) * (0.66 / MOST);
    const scale = (slims[index] ?? 1) * fit;
    seat(rider, mount, { ...saddle, along }, { duration, scale, fit });
  }
}

function seat(
  rider: Actor,
  mount: Actor,
  { along, sink, deck }: Saddle,
  { duration, scale, fit }: { duration: number; scale: number; fit: number },
): void {
  const back = deck === undefined ? backOf(mount, along) : mount.sprite.height * deck;
  rider.mirrored = mount.mirrored;
  rider.isCarried = true;
  rider.inAir = false;
  rider.depth = mount.depth;
  rider.order = mount.order + (sink > 0.1 && deck === undefined ? -1 : 1);
  const settled = { phase: rider.phase, seed: rider.seed, duration };
  rider.pose = (seconds) => {
    const { lean } = poseOf("ride", { seconds, ...settled });
    return { ...poseOf("rest", { seconds, ...settled }), lean: lean * 0.6 };
  };
  rider.spot = (seconds) => {
    const { x, y, pose } = locate(mount, seconds);
    const { height, width, sole } = mount.sprite;
    const size = fit * mount.scale;
    const up = ((mount.inAir ? height * 0.5 : height - sole) - back) * pose.scaleY * size;
    const behind = (along - 0.5) * width * size * -sideOf(mount);
    const turn = pose.lean * sideOf(mount);
    return {
      x: x + behind * Math.cos(turn) + up * Math.sin(turn),
      y: y - up * Math.cos(turn) + behind * Math.sin(turn) + stature(rider) * scale * sink,
      lean: pose.lean,
      scale,
      ...(deck === undefined ? {} : { hidden: sink }),
    };
  };
}

/** The row of a mount's back, in pixels from the top of its box. */
function backOf({ sprite }: Actor, along: number): number {
  const column = Math.min(sprite.tops.length - 1, Math.floor(along * sprite.tops.length));
  const near = sprite.tops.slice(Math.max(0, column - 1), column + 2);
  return near.reduce((sum, top) => sum + top, 0) / near.length;
}
