import type { Motion, Place } from "../setting";
import { HABITS } from "./habit-table";

/** What a picture does and where it lives when the prompt does not say. */
export type Habit = { motion: Motion; place: Place };

/** Things that stay where they are while the camera travels past. */
export const LANDMARKS =
  /^(house|castle|church|wedding|windmill|lighthouse|tent|camping|volcano|mountain|mount-fuji|snow-capped-mountain|circus-tent|ferris-wheel|roller-coaster|playground-slide|deciduous-tree|evergreen-tree|palm-tree|tanabata-tree|cactus|christmas-tree|house-with-garden|houses|hut|derelict-house|stadium|office-building|hospital|school|bank|hotel|post-office|department-store|convenience-store|factory|station|building-construction|classical-building|mosque|synagogue|hindu-temple|shinto-shrine|kaaba|moai|japanese-castle|japanese-post-office|statue-of-liberty|tokyo-tower|fountain|desert-island|national-park)$/;

const HABIT_BY_PICTURE = new Map(
  HABITS.flatMap(([pictures, motion, place]) =>
    pictures.split(" ").map((picture) => [picture, { motion, place }] as const),
  ).reverse(),
);

/** @returns the habit of a picture; things without one stand in an abstract space. */
export function habitOf(picture: string): Habit {
  // A woman-astronaut lives as an astronaut does.
  const [, neutral = picture] = /^(?:wo)?man-(.+)$/.exec(picture) ?? [];
  return (
    HABIT_BY_PICTURE.get(picture) ??
    HABIT_BY_PICTURE.get(neutral) ??
    HABIT_BY_PICTURE.get(`person-${neutral}`) ?? { motion: "bob", place: "abstract" }
  );
}

/** Where people usually do it. */
const USUAL_PLACES: Partial<Record<Motion, Place>> = {
  read: "library",
  write: "office",
  cook: "kitchen",
  eat: "cafe",
  sleep: "room",
  rest: "room",
  paint: "room",
  sing: "stage",
  play: "stage",
  dance: "stage",
  juggle: "stage",
  surf: "sea",
  swim: "sea",
  dive: "sea",
  sail: "sea",
  row: "lake",
  fish: "lake",
  hatch: "farm",
  hug: "park",
  kiss: "park",
  look: "park",
  wave: "park",
  skate: "park",
  ski: "snowfield",
  fly: "sky",
  climb: "mountains",
  dig: "meadow",
  grow: "garden",
  feed: "meadow",
  kick: "park",
  throw: "park",
  ride: "meadow",
  lift: "stadium",
  build: "meadow",
  work: "room",
  cry: "room",
  chase: "meadow",
};

const ALOFT = new Set<Motion>(["fly", "float", "fall", "orbit", "bob", "ride"]);
const ON_LAND = new Set<Motion>(["run", "walk", "race", "crawl", "dance", "sleep", "dig", "climb"]);

/** @returns where a scene is set when nobody says: people go where their act or the others are at home. */
export function homeOf(lead: string, motion: Motion, others: readonly string[]): Place {
  const { place } = habitOf(lead);
  if (motion === "surf" || motion === "ski") return USUAL_PLACES[motion] ?? place;
  if (motion === "fly" && others.includes("kite")) return "meadow";
  if (motion === "fly" && others.some((other) => habitOf(other).motion === "fly")) return "sky";
  if (motion === "drive" && habitOf(lead).motion !== "drive") return "street";
  const theirs = others.map((other) => habitOf(other).place);
  const natural = theirs.find(
    (other) => !["abstract", "room", "street", "sky", "space"].includes(other),
  );
  if (motion === "hatch") return USUAL_PLACES.hatch ?? place;
  if (place === "underwater" && (motion === "jump" || motion === "dive")) return "sea";
  if (place === "underwater" && others.some((other) => habitOf(other).motion === "sail"))
    return "sea";
  if (place === "underwater" && ON_LAND.has(motion)) return natural ?? "beach";
  if (place === "sky" && !ALOFT.has(motion)) return natural ?? "meadow";
  if (motion === "play" && others.some((other) => /ball$/.test(other))) return "park";
  if (others.includes("bus-stop")) return "street";
  if (motion === "play" && /^(boy|girl|baby)$/.test(lead) && others.length === 0) return "park";
  if (place !== "street" || habitOf(lead).motion === "drive") return place;
  const usual = USUAL_PLACES[motion];
  return motion === "feed" || motion === "ride" || motion === "hold" || motion === "look" || !usual
    ? (natural ?? usual ?? place)
    : usual;
}
