import { ROOMS } from "../places";
import type { Motion } from "../setting";
import type { CastMember, Scene } from "../storyboard";
import { habitOf } from "../vocabulary/habits";
import { lightByHeavens } from "./heavens";
import { isPerson } from "./metres";

/** Pictures of somebody who is doing it, by what is done; {} becomes man, woman or person. */
const ACTIVITIES: Partial<Record<Motion, string>> = {
  run: "{}-running",
  race: "{}-running",
  chase: "{}-running",
  walk: "{}-walking",
  swim: "{}-swimming",
  dive: "{}-swimming",
  surf: "{}-surfing",
  row: "{}-rowing-boat",
  climb: "{}-climbing",
  lift: "{}-lifting-weights",
  juggle: "{}-juggling",
  cook: "{}-cook",
  paint: "{}-artist",
  sing: "{}-singer",
  build: "{}-construction-worker",
  wave: "{}-raising-hand",
  throw: "{}-playing-handball",
  ski: "skier",
  sleep: "person-in-bed",
};
/** What the activity is with: then the thing is in the picture already. */
const WITH_THING: readonly (readonly [motions: string, thing: RegExp, picture: string])[] = [
  ["ride drive run race bob play skate", /^bicycle$/, "{}-biking"],
  ["ride run race", /^horse$/, "horse-racing"],
  ["row", /^(canoe|sailboat|motor-boat)$/, "{}-rowing-boat"],
  ["sail ride", /^canoe$/, "{}-rowing-boat"],
  ["play throw jump run hold kick", /^basketball$/, "{}-bouncing-ball"],
  ["play throw hold", /^flag-in-hole$/, "{}-golfing"],
  ["ski ride skate", /^(snowboard|sled)$/, "snowboarder"],
  ["rest bob work", /^bathtub$/, "person-taking-bath"],
  ["feed hold", /^(baby|baby-bottle)$/, "{}-feeding-baby"],
  ["sleep rest", /^bed$/, "person-in-bed"],
  ["lift", /scale|weight|barbell/, "{}-lifting-weights"],
];
const DANCERS: Record<string, string> = {
  man: "man-dancing",
  person: "man-dancing",
  woman: "woman-dancing",
};
/** Grown people whom the prompt says nothing else about. */
const PLAIN =
  /^(man|woman|person|old-man|old-woman|older-person|(man|woman|person)-(standing|walking|running|bald|beard|(blonde|curly|red|white)-hair|walking-facing-right|running-facing-right))$/;
/** Those picture a scene of their own round one person: there is no crowd of them. */
const SOLITARY = /-climbing$|-in-bed$|-bath$/;

const VESSEL = /boat|ship|canoe|ferry|ring-buoy|surfboard/;
const BOAT = /boat$|^canoe$|ship$/;

const genderOf = (picture: string): string =>
  /woman/.test(picture) ? "woman" : /^(man|old-man)/.test(picture) ? "man" : "person";

/** Gives people the picture of what they do, and those who need one a thing to do it with. */
export function castRoles(told: Scene): Scene {
  const scene = interpret(told);
  const cast: CastMember[] = [];
  let props = scene.props.map((prop) => (scene.motion === "read" ? openBook(prop) : prop));
  for (const member of scene.cast.flatMap(gatherCrowd)) {
    const role = findRole(member, scene.motion, props);
    cast.push(role ? { ...member, picture: role.picture } : member);
    if (role?.thing) props = props.filter(({ picture }) => picture !== role.thing);
  }
  // Several horses are as many as there are riders.
  const riders = cast.reduce((sum, { count }) => sum + count, 0);
  if (scene.motion === "ride" && riders > 0)
    props = props.map((prop) => ({ ...prop, count: Math.min(prop.count, riders) }));
  const needed = thingFor(scene.motion, cast, props);
  if (needed) props.unshift(needed);
  if (
    scene.motion === "fish" &&
    /^(lake|sea)$/.test(scene.place) &&
    !props.some(({ picture }) => BOAT.test(picture))
  )
    props.push({ picture: "canoe", count: 1 });
  return lightByHeavens({ ...scene, cast, props });
}

const openBook = (prop: CastMember): CastMember =>
  /^(closed|blue|green|orange)-book$/.test(prop.picture) ? { ...prop, picture: "open-book" } : prop;

/** What a scene means that its words do not say. */
function interpret(told: Scene): Scene {
  const { motion, place } = told;
  const cake = [...told.cast, ...told.props].find(({ picture }) => picture === "birthday-cake");
  // The candles are in the picture of the cake.
  const isSeen = ({ picture }: CastMember) => !cake || picture !== "candle";
  const seen = told.cast.filter(isSeen);
  const cast = (cake && seen.length === 0 ? [cake] : seen).map(unframe);
  const props = told.props
    .filter((prop) => isSeen(prop) && (seen.length > 0 || prop !== cake))
    .map(unframe)
    // A line that they go in is no thing.
    .filter(({ picture }) => picture !== "wavy-dash")
    // The ice that somebody is on is the ground.
    .filter(({ picture }) => picture !== "ice" || place !== "snowfield")
    .filter(({ picture }) => !FRAMED.test(picture) && !(motion !== "climb" && PEAKS.test(picture)));
  // There is a flag for pirates, but no picture of one.
  if (cast[0]?.picture === "pirate-flag" && motion !== habitOf("pirate-flag").motion) {
    const sailors = { ...cast[0], picture: "man-beard" };
    return interpret({
      ...told,
      cast: [sailors, ...cast.slice(1)],
      props: [...props, { picture: "pirate-flag", count: 1 }],
    });
  }
  // Fireworks are drawn in the sky, not as a picture of the sky.
  if (cast.every(({ picture }) => FIREWORKS.test(picture))) {
    const sparks = cast.map((member) => ({ ...member, picture: "sparkles" }));
    return { ...told, cast: sparks, motion: "float", weather: "fireworks", time: "night" };
  }
  const [lead, food] = cast;
  // Several who are in a room have not come there to walk about.
  if (cast.length > 1 && motion === "walk" && ROOMS.has(place))
    return { ...told, cast, props, motion: "bob" };
  const isUnsaid = lead && food && cast.length === 2 && motion === habitOf(lead.picture).motion;
  if (isUnsaid && isEdible(food.picture) && !isEdible(lead.picture) && props.length === 0)
    return { ...told, motion: "eat", cast: [lead], props: [food] };
  // A band is people with instruments.
  const instruments = cast.filter(({ picture }) => INSTRUMENT.test(picture));
  if (motion !== "play" || instruments.length < 2) return { ...told, cast, props };
  const players = CROWD.slice(0, instruments.length).map((picture) => ({ picture, count: 1 }));
  const others = cast.filter((member) => !instruments.includes(member));
  return { ...told, cast: [...players, ...others], props: [...instruments, ...props] };
}

/** A piece of night sky in a frame is no thing that could stand in a scene. */
const unframe = (member: CastMember): CastMember =>
  member.picture === "shooting-star" ? { ...member, picture: "comet" } : member;

const FRAMED =
  /^(desert|national-park|milky-way|sunrise|sunrise-over-mountains|sunset|cityscape|cityscape-at-dusk|night-with-stars|bridge-at-night|fog|foggy|fireworks|sparkler|motorway|railway-track|water-wave)$/;
/** Cut off at the foot: better in the scenery. */
const PEAKS = /^(mountain|mount-fuji|snow-capped-mountain)$/;
const FIREWORKS = /^fireworks$/;
const INSTRUMENT =
  /^(guitar|violin|trumpet|saxophone|drum|long-drum|banjo|accordion|flute|maracas)$/;
const isEdible = (picture: string) => habitOf(picture).place === "kitchen" && picture !== "cook";

/** A crowd is many people, no pair of shadows. */
function gatherCrowd(member: CastMember): CastMember[] {
  if (!/^busts?-in-silhouette$/.test(member.picture)) return [member];
  const total = member.picture.startsWith("busts") ? Math.max(9, member.count) : member.count;
  return CROWD.slice(0, total).map((picture) => ({ picture, count: 1 }));
}

const CROWD = "woman man girl old-man boy woman-curly-hair man-beard old-woman man-red-hair".split(
  " ",
);

function findRole(
  { picture, count }: CastMember,
  motion: Motion,
  props: readonly CastMember[],
): { picture: string; thing?: string } | undefined {
  if (!PLAIN.test(picture)) return undefined;
  const gender = genderOf(picture);
  const fill = (pattern: string) => pattern.replace("{}", gender);
  for (const [motions, thing, pattern] of WITH_THING) {
    const found = props.find((prop) => thing.test(prop.picture));
    if (found && motions.split(" ").includes(motion))
      return { picture: fill(pattern), thing: found.picture };
  }
  if (motion === "dance") return { picture: DANCERS[gender] ?? "man-dancing" };
  const pattern = ACTIVITIES[motion];
  if (!pattern || (count > 1 && SOLITARY.test(pattern))) return undefined;
  // Somebody who chases on a horse or throws a certain thing is not in the picture of the act.
  if (motion === "throw" && props.length > 0) return undefined;
  return { picture: fill(pattern) };
}

/** What they stand on who are not pictured with it. */
const MOUNTS: Partial<Record<Motion, string>> = {
  surf: "surfboard",
  ski: "sled",
  skate: "skateboard",
};

const FODDER: readonly (readonly [eater: RegExp, food: string])[] = [
  [/rabbit|horse|donkey|unicorn|pony/, "carrot"],
  [/dog|poodle|wolf|fox/, "bone"],
  [/monkey|gorilla|orangutan/, "banana"],
  [/cat|penguin|seal|dolphin|polar-bear|otter|flamingo/, "fish"],
  [/mouse|rat/, "cheese-wedge"],
  [/chipmunk/, "chestnut"],
  [/bear|honeybee/, "honey-pot"],
  [/panda|cow|goat|ewe|sheep|ram|ox|llama|deer|koala|giraffe|elephant/, "herb"],
  [/bird|duck|dove|chick|rooster|parrot|swan|goose/, "bread"],
  [/lion|tiger|leopard|t-rex|dragon|crocodile/, "meat-on-bone"],
];
const foodOf = (picture: string): string =>
  FODDER.find(([eater]) => eater.test(picture))?.[1] ??
  (isPerson(picture) ? "sandwich" : "red-apple");

/** @returns the thing without which nobody sees what is done. */
function thingFor(
  motion: Motion,
  cast: readonly CastMember[],
  props: readonly CastMember[],
): CastMember | undefined {
  const lead = cast[0]?.picture ?? "";
  const has = (pattern: RegExp) => [...cast, ...props].some(({ picture }) => pattern.test(picture));
  const one = (picture: string): CastMember => ({ picture, count: 1 });
  if (motion === "hatch" && cast.some(({ picture }) => picture === "egg"))
    return one("hatching-chick");
  if ((motion === "sail" || motion === "row") && !has(VESSEL) && !/-boat$/.test(lead))
    return one(
      cast.length > 1 || (cast[0]?.count ?? 1) > 1 || motion === "row" ? "canoe" : "sailboat",
    );
  const mount = MOUNTS[motion];
  if (mount && props.length === 0 && !/-surfing$|^ski|snowboarder/.test(lead)) return one(mount);
  if (motion === "read" && !has(/book|newspaper|scroll|letter|memo|page|phone|laptop/))
    return one("open-book");
  if (motion === "eat" && props.length === 0) return one(foodOf(lead));
  if (motion === "kick" && props.length === 0) return one("soccer-ball");
  if (motion === "throw" && props.length === 0 && !/handball/.test(lead)) return one("baseball");
  if (motion === "fish" && !has(/fishing-pole/)) return one("fishing-pole");
  if (motion === "juggle" && props.length === 0 && !/juggling/.test(lead))
    return { picture: "baseball", count: 3 };
  if (motion === "cook" && props.length === 0) return one("pot-of-food");
  if (motion === "write" && props.length === 0) return one("memo");
  if (motion === "sing" && props.length === 0 && isPerson(lead) && !/singer/.test(lead))
    return one("microphone");
  if (motion === "dig" && props.length === 0) return one("pick");
  if (motion === "build" && props.length === 0) return one("hammer");
  if (
    motion === "feed" &&
    cast.length > 0 &&
    props.length === 1 &&
    !isFood(props[0]?.picture ?? "")
  )
    return one(foodOf(props[0]?.picture ?? ""));
  return undefined;
}

const FOOD =
  /apple|banana|carrot|bone|bread|fish$|cheese|herb|meat|sandwich|honey|cookie|cake|pizza|egg|rice|candy|ice-cream|grapes|berry|berries|corn|nut|leafy|watermelon|melon|pear|peach|lemon|burger|taco|sushi|noodle|spaghetti|soup|pie|doughnut|chocolate|popcorn|salad|bottle|milk|flower|rose|tulip|bouquet|gift|ring|letter|book|coin|money|key|heart|chestnut|croissant|sunflower/;

/** @returns whether a picture is something that is handed over rather than somebody who gets it. */
export const isFood = (picture: string): boolean => FOOD.test(picture) && !isPerson(picture);
