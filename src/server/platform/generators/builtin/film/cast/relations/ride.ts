import { type Actor, locate } from "../../actor";
import { habitOf } from "../../habits";
import { poseOf } from "../../motion";
import type { Motion } from "../../setting";
import { breadth, stature } from "../formations";
import { gaitOf, isAirborne, setMotion } from "../gait";
import { isPerson } from "../metres";
import { putAt, type Relation, sideOf } from "./play";
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

/** How deep a rider sinks behind what carries it, in shares of its own height. */
const SEATS: readonly (readonly [mount: RegExp, along: number, sink: number])[] = [
  [/skateboard|scooter|flying-disc|surf|turtle|snail|skis/, 0.52, 0.06],
  [/sled/, 0.52, 0.36],
  [/broom/, 0.5, 0.22],
  [/^dragon$/, 0.8, 0.2],
  [/bicycle|motor/, 0.56, 0.34],
  [/rocket|airplane|flying-saucer|helicopter/, 0.5, 0.42],
  [/boat|ship|canoe|ferry/, 0.62, 0.42],
  [
    /automobile|taxi|bus|truck|car|engine|lorry|tractor|ambulance|train|locomotive|tram|rickshaw|vehicle/,
    0.55,
    0.5,
  ],
];
const ANIMAL_SEAT = [/./, 0.56, 0.3] as const;
const isVehicle = (picture: string) =>
  ["drive", "sail"].includes(habitOf(picture).motion) ||
  SEATS.some(([mount]) => mount.test(picture));

/** Somebody sits on an animal, in a boat or in a car and goes where it goes. */
export const ride: Relation = (play) => {
  const { scene, set, leads, others } = play;
  if (!IN_THE_SADDLE.has(scene.motion)) return undefined;
  const mount = others.find(
    ({ picture, isFixed }) =>
      !isFixed && (isVehicle(picture) || (scene.motion === "ride" && !isPerson(picture))),
  );
  const rider = leads.find(({ picture }) => !isVehicle(picture));
  if (!mount || !rider) return undefined;
  const gait =
    scene.motion === "fish"
      ? "sail"
      : gaitOf(scene.motion === "fly" ? "fly" : "ride", mount.picture);
  mount.inAir = set.scenery.surface === "air" || isAirborne(gait);
  mount.mirrored = scene.heading > 0;
  setMotion(mount, gait, scene.duration);
  putAt(play, mount, set.width / 2);
  if (mount.inAir) mount.y += set.height * 0.07;
  seat(
    rider,
    mount,
    scene.duration,
    (set.height > set.width ? 0.42 : mount.inAir ? 0.54 : 0.64) * set.height,
  );
  const pole = others.find(({ picture }) => picture === "fishing-pole");
  if (pole) take(pole, rider, FISHING, scene.duration);
  return pole ? [mount, rider, pole] : [mount, rider];
};

/** Fixes a rider to its mount, both small enough to stand in the frame together. */
function seat(rider: Actor, mount: Actor, duration: number, room: number): void {
  const [, along, sink] = SEATS.find(([pattern]) => pattern.test(mount.picture)) ?? ANIMAL_SEAT;
  const back = backOf(mount, along);
  // Who stands on a board may be taller than it, who sits in a boat may not.
  const [tall, wide] =
    breadth(mount) > stature(mount) * 1.7
      ? [breadth(mount) * 0.9, breadth(mount) * 0.7]
      : [stature(mount) * 0.95, breadth(mount) * 1.1];
  const slim = Math.min(1, tall / stature(rider), wide / breadth(rider));
  const total = stature(mount) + stature(rider) * slim * (1 - sink);
  const fit = Math.min(1, room / total);
  const scale = slim * fit;
  const place = { x: mount.x, y: mount.y };
  mount.spot = () => ({ ...place, scale: fit });
  rider.mirrored = mount.mirrored;
  rider.isCarried = true;
  rider.inAir = false;
  rider.depth = mount.depth;
  rider.order = mount.order + (sink > 0.1 ? -1 : 1);
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
    };
  };
}

/** The row of a mount's back, in pixels from the top of its box. */
function backOf({ sprite }: Actor, along: number): number {
  const column = Math.min(sprite.tops.length - 1, Math.floor(along * sprite.tops.length));
  const near = sprite.tops.slice(Math.max(0, column - 1), column + 2);
  return near.reduce((sum, top) => sum + top, 0) / near.length;
}
