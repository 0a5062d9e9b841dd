import type { Image } from "@napi-rs/canvas";
import { createRandom } from "../drawing/random";
import { isTravelling } from "../motion/motion";
import type { StageSet } from "../stage/stage-set";
import type { CastMember, Scene } from "../storyboard";
import { habitOf, LANDMARKS } from "../vocabulary/habits";
import type { Actor } from "./actor";
import { castActor, type Troupe } from "./actors";
import {
  breadth,
  flyInV,
  rowsOf,
  scatter,
  standInFile,
  standInLine,
  standInRows,
  stature,
  swimInSchool,
} from "./formations";
import { extentAlone } from "./framing";
import { gaitOf } from "./gait";
import { hangInSky, isHeavenly } from "./heavens";
import { isPerson } from "./metres";
import { travelAlong } from "./paths";
import { placeProps } from "./props";
import { relate } from "./relations";
import { isSomebody } from "./relations/pair";
import { scalesOf } from "./scale";
import { ENGINE, placeTrain, WAGON } from "./train";

const SHOT_HEIGHT = { wide: 0.42, medium: 0.5, close: 0.62 } as const;
/** Who sits in a boat is shown small enough to fit into it, so that the boat may be large. */
const VESSEL_ROOM = 1.3;
const MAX_ACTORS = 12;
const MAX_PROPS = 6;

/** Places the cast and its props on the set, sized to each other and to the shot. */
export function placeCast(
  scene: Scene,
  set: StageSet,
  images: ReadonlyMap<string, Image>,
): Actor[] {
  const troupe: Troupe = {
    scene,
    set,
    images,
    random: createRandom(scene.seed ^ 0x5bd1e995),
    sprites: new Map(),
  };
  const known = ({ picture }: CastMember) => images.has(picture);
  const inSky = (member: CastMember) => known(member) && isHeavenly(scene, member);
  hangInSky(
    scene,
    set,
    images,
    [...scene.cast, ...scene.props].filter(inSky).flatMap(copies).slice(0, MAX_PROPS),
  );
  const onStage = (member: CastMember) => known(member) && !isHeavenly(scene, member);
  const members = scene.cast.filter(onStage).flatMap(copies).slice(0, MAX_ACTORS);
  if (members.length === 1 && members[0]?.picture === ENGINE && images.has(WAGON))
    members.push({ picture: WAGON, count: 1 }, { picture: WAGON, count: 1 });
  const props = scene.props.filter(onStage).flatMap(copies).slice(0, MAX_PROPS);
  const scales = scalesOf([...members, ...props], members.length);
  const [lead] = members;
  const share = scales[0] ?? 1;
  const isAboard = isCrew(members, props);
  const base =
    (isAboard ? VESSEL_ROOM : 1) *
    (members.length === 1 && lead && !LANDMARKS.test(lead.picture)
      ? extentAlone(scene, set, images, lead, share) / share
      : baseHeight(scene, set, isAboard ? 1 : members.length));
  const headroom = set.height * (set.height > set.width ? 0.44 : 0.74);
  const tallest = Math.max(...scales.slice(0, members.length), 0.1) * base;
  const fit = Math.min(1, headroom / tallest);
  const actors = [...members, ...props].map((member, index) =>
    castActor(troupe, member, {
      index,
      crowd: members.length,
      extent: Math.min(headroom, base * fit * (scales[index] ?? 1)),
      isProp: index >= members.length,
    }),
  );
  const leads = actors.slice(0, members.length);
  const others = actors.slice(members.length);
  fitIn(actors, leads, set);
  const placed = new Set(relate({ scene, set, leads, others }) ?? []);
  arrange(
    leads.filter((actor) => !placed.has(actor)),
    scene,
    set,
  );
  placeProps(
    others.filter((actor) => !placed.has(actor)),
    { scene, set, leads },
  );
  for (const lead of leads) if (!lead.spot) travelAlong(lead, scene, set);
  return actors.sort((a, b) => a.depth - b.depth || a.order - b.order || a.y - b.y);
}

const copies = (member: CastMember): CastMember[] =>
  Array.from({ length: Math.max(1, member.count) }, () => member);

/** Those in one boat or car are as large as it is, not as many as they are. */
const isCrew = (members: readonly CastMember[], props: readonly CastMember[]) =>
  members.every(({ picture }) => isPerson(picture)) &&
  props.some(({ picture }) => ["sail", "drive"].includes(habitOf(picture).motion));

function baseHeight(scene: Scene, set: StageSet, crowd: number): number {
  const shortSide = Math.min(set.width, set.height);
  const tall = set.height > set.width ? 1.25 : 1;
  return (
    shortSide *
    SHOT_HEIGHT[scene.shot] *
    tall *
    (crowd > 1 ? 1 / (1 + 0.06 * Math.min(crowd, 8)) : 1.12)
  );
}

/** Makes everybody smaller until all find room, in two or three rows if need be. */
function fitIn(actors: readonly Actor[], leads: readonly Actor[], set: StageSet): void {
  const across = leads.reduce((sum, actor) => sum + breadth(actor) * 1.06, 0);
  const covered = leads.reduce((sum, actor) => sum + breadth(actor) * stature(actor), 0);
  const isFlock = leads.length > 2 && leads.every(({ inAir }) => inAir);
  const fit = isFlock
    ? Math.sqrt((set.width * set.height * 0.26) / covered)
    : (set.width * 0.88 * rowsOf(leads.length, set)) / across;
  for (const actor of actors) actor.scale *= Math.min(1, fit);
}

/** Gives places to those who have to do with nobody in particular. */
function arrange(actors: readonly Actor[], scene: Scene, set: StageSet): void {
  if (actors.some(({ picture }) => picture === WAGON)) {
    placeTrain(actors, scene, set);
    return;
  }
  const grounded = actors.filter(({ inAir }) => !inAir);
  const flying = actors.filter(({ inAir }) => inAir);
  const isHerd = rowsOf(grounded.length, set) > 1 && isOneKind(grounded);
  if (grounded.length > 2 && goesInFile(scene)) standInFile(grounded, set, scene.heading);
  else if (isHerd || grounded.length > 5) standInRows(grounded, set);
  else standInLine(grounded, set);
  const [first] = flying;
  const flock = flying.length > 2 && isOneKind(flying) && first && isSomebody(first.picture);
  const gait = first ? gaitOf(scene.motion, first.picture) : "bob";
  if (flock && gait === "fly" && FLOCKS.test(first.picture)) flyInV(flying, set, scene.heading);
  else if (flock && set.place === "underwater" && flying.length > 3)
    swimInSchool(flying, set, scene.heading);
  else scatter(flying, set);
}

const goesInFile = ({ motion, told }: Scene) =>
  isTravelling(motion) &&
  /\b(march\w*|parad\w+|processions?|(in|into) (a )?(single )?(line|file|row)|queue)\b/i.test(
    told.wording.join(" "),
  );

const FLOCKS = /bird|dove|eagle|duck|goose|swan|flamingo|airplane|parrot|dragon/;
const isOneKind = (actors: readonly Actor[]) =>
  actors.every(
    ({ picture }) => habitOf(picture).motion === habitOf(actors[0]?.picture ?? "").motion,
  ) && new Set(actors.map(({ picture }) => picture)).size === 1;
