import type { Random } from "../drawing/random";
import { ROOMS } from "../places";
import type { Camera, Motion, Place, Season, TimeOfDay, Weather } from "../setting";
import type { CastMember, Shot } from "../storyboard";
import { habitOf, homeOf, LANDMARKS } from "../vocabulary/habits";
import { findWordScene, type WordScene } from "../vocabulary/word-scenes";
import type { Finding } from "./finding";
import { neighbour } from "./neighbours";

export type Clause = {
  place: Place;
  time: TimeOfDay;
  weather: Weather;
  season?: Season;
  camera?: Camera;
  /** How near the camera is asked to come. */
  shot?: Shot;
  /** Words in quotation marks, shown as they are. */
  quote?: string;
  motion: Motion;
  /** What the cast does, as said, in its base form. */
  verb?: string;
  cast: CastMember[];
  props: CastMember[];
  /** Its words as they are written, in phrases that may stand on a line of their own. */
  wording: readonly string[];
};

const IDEAS = new Set(["dove", "waving-hand", "sparkles", "red-heart", "thumbs-up"]);

/** What is weather rather than a thing when there is something else to see. */
const WEATHER_SIGNS =
  /^(high-voltage|snowflake|fog|wind-face|cloud-with-.*|umbrella-with-rain-drops)$/;

/** Done with a thing in one's hands or under oneself. */
const HANDLED = new Set<Motion>(["play", "hold", "fish", "ride", "paint"]);

const ELSEWHERE = new Set<Motion>([
  "swim",
  "dive",
  "surf",
  "ski",
  "skate",
  "fly",
  "sail",
  "row",
  "cook",
  "sleep",
  "read",
]);

/** What people do in a room when it is cold outside. */
const INDOORS = new Set<Motion>(["work", "cook", "eat", "read", "write", "paint", "sleep", "rest"]);

const AIRBORNE_IN_TOWN = new Set<Motion>(["fly", "float", "orbit", "fall", "rise"]);

const MOST_ON_STAGE = 12;

/** Fills in what a clause leaves unsaid: from the other clauses, the habits of its lead, and chance. */
export function completeClause(
  finding: Finding,
  around: Finding,
  previous: Clause | undefined,
  random: Random,
): Clause {
  yieldToThings(finding);
  leaveToWeather(finding);
  const { beforeVerb, afterVerb, signs } = finding;
  const seen = signs.length > 0 ? afterVerb.filter((member) => !isIdea(member)) : afterVerb;
  const named = [beforeVerb, seen, signs].find(({ length }) => length > 0) ?? [];
  const where = finding.place ?? around.place ?? previous?.place;
  const known = {
    place: where,
    weather: finding.weather ?? around.weather,
    time: finding.time ?? around.time,
  };
  const cast = named.length > 0 ? thin(named.slice(0, 5)) : [standIn(finding, known, random)];
  const lead = cast[0]?.picture ?? "";
  const scene = findWordScene(cast[0]?.word ?? "");
  const habit = scene ?? habitOf(lead);
  const said = finding.motion ?? (named.length === 0 ? previous?.motion : undefined);
  const motion = suit(said ?? habit.motion, habit.motion);
  const own = scene && thingOf(scene, motion, cast[0]?.count ?? 1);
  const things = beforeVerb.length > 0 ? afterVerb : [];
  const hasOwn = things.some(({ picture }) => picture === own?.picture);
  const others = own && !hasOwn ? [own, ...things] : things;
  const weather =
    finding.weather ?? around.weather ?? previous?.weather ?? scene?.weather ?? "clear";
  const pictures = others.map(({ picture }) => picture);
  const homely = scene ? homeOfScene(scene, lead, motion) : homeOf(lead, motion, pictures);
  const usual = finding.usualPlace ?? placeOfWeather(weather, homely);
  const season = finding.season ?? around.season ?? previous?.season;
  const isPerson = ["street", "room"].includes(habitOf(lead).place);
  const isCosy = isPerson && isIndoors(where, season, motion);
  const hasPresents =
    (where ?? usual) === "snowfield" && isPerson && pictures.includes("wrapped-gift");
  const stated = hasPresents ? "room" : isCosy ? homely : (where ?? outdoors(usual, lead, others));
  const place = settle(stated, lead, motion);
  const time =
    finding.time ??
    around.time ??
    previous?.time ??
    afterVerb.map(({ word }) => findWordScene(word ?? "")?.time).find(Boolean) ??
    scene?.time ??
    (weather === "aurora" ? "night" : timeOfPlace(place, random));
  const camera = finding.camera ?? around.camera;
  const shot = finding.shot ?? around.shot;
  const { quote, verb, wording } = finding;
  return {
    place,
    time,
    weather,
    motion,
    cast,
    wording,
    // A volcano and its lava are one picture.
    props: others
      .filter(
        ({ picture }) =>
          !(LANDMARKS.test(picture) && cast.some((member) => member.picture === picture)),
      )
      .slice(0, 3),
    ...(season ? { season } : {}),
    ...(camera ? { camera } : {}),
    ...(shot ? { shot } : {}),
    ...(quote ? { quote } : {}),
    ...(verb ? { verb } : {}),
  };
}

const IN_TOWN = /tower|building|hospital|school|bank|hotel|statue|store/;

/** Buildings are seen from outside. */
function outdoors(place: Place, lead: string, others: readonly CastMember[]): Place {
  const isInside = ROOMS.has(place) || place === "stadium" || place === "abstract";
  if (!isInside) return place;
  if (LANDMARKS.test(lead)) return "city";
  const landmark = others.find(({ picture }) => LANDMARKS.test(picture));
  if (!landmark) return place;
  return IN_TOWN.test(landmark.picture) ? "city" : "meadow";
}

const isIdea = ({ picture, word }: CastMember) =>
  findWordScene(word ?? "")?.isIdea ?? IDEAS.has(picture);

/** Peoples and ideas keep to their place; who swims or flies goes where that is done. */
function homeOfScene(
  { motion: own, place, isIdea: isSign }: WordScene,
  lead: string,
  motion: Motion,
) {
  if (motion === own) return place;
  if (isSign && motion === "fly") return "sky";
  if (isSign && motion === "grow") return "garden";
  return ELSEWHERE.has(motion) ? homeOf(lead, motion, []) : place;
}

/** Whoever shows an act that nobody is said to do, or may be met there. */
function standIn(
  { verb }: Finding,
  known: Parameters<typeof neighbour>[0],
  random: Random,
): CastMember {
  const scene = known.place ? undefined : findWordScene(verb ?? "");
  return scene && verb
    ? { picture: scene.picture, count: 1, word: verb }
    : neighbour(known, random);
}

/** The violin of a violinist; what only shows where somebody is stays when they do something else. */
function thingOf({ thing, motion: own }: WordScene, motion: Motion, count: number) {
  if (!thing || (motion !== own && !LANDMARKS.test(thing))) return undefined;
  return HANDLED.has(motion)
    ? { picture: thing, count, isObject: true as const }
    : { picture: thing, count: 1 };
}

/** "Knits in winter": where it is warm. */
const isIndoors = (where: Place | undefined, season: Season | undefined, motion: Motion) =>
  where === "snowfield" && season === "winter" && INDOORS.has(motion);

/** Lightning that strikes a tower is weather over a tower. */
function leaveToWeather(finding: Finding): void {
  const { beforeVerb, afterVerb, signs, weather } = finding;
  const isWeather = ({ picture }: CastMember) => WEATHER_SIGNS.test(picture);
  if (!weather || beforeVerb.length === 0 || !beforeVerb.every(isWeather)) return;
  if (afterVerb.length + signs.length === 0 && weather !== "storm") return;
  finding.beforeVerb = afterVerb.map(({ isObject: _, ...member }) => member);
  finding.afterVerb = [];
  delete finding.motion;
  if (finding.beforeVerb.length === 0) finding.place ??= "coast";
}

/** A crowd leaves room for the others that are named. */
function thin(cast: readonly CastMember[]): CastMember[] {
  const room = Math.max(2, Math.floor(MOST_ON_STAGE / cast.length));
  return cast.map((member) =>
    cast.length > 1 ? { ...member, count: Math.min(member.count, room) } : member,
  );
}

/** Signs of an idea (peace, love, hello) leave the scene to anything that can be seen. */
function yieldToThings(finding: Finding): void {
  if ([...finding.beforeVerb, ...finding.afterVerb].every(isIdea)) return;
  finding.beforeVerb = finding.beforeVerb.filter((member) => !isIdea(member));
}

/** "A train crosses" is no walk: vehicles and boats go their own way. */
function suit(motion: Motion, own: Motion): Motion {
  if (motion === "walk" && ["drive", "sail", "fly", "swim"].includes(own)) return own;
  if (motion === "float" && own === "sail") return own;
  // A surfer catches waves.
  if (motion === "throw" && own === "surf") return own;
  if (motion === "run" && ["drive", "sail"].includes(own)) return own;
  return motion;
}

function placeOfWeather(weather: Weather, place: Place): Place {
  if (weather === "snow" && place === "meadow") return "snowfield";
  // Who dances in the rain is no longer on a stage.
  return place === "stage" && /^(rain|snow|storm)$/.test(weather) ? "street" : place;
}

const NAVIGABLE = new Set<Place>([
  "sea",
  "lake",
  "river",
  "beach",
  "coast",
  "harbor",
  "space",
  "sky",
]);

/** A place and who is there must suit each other: boats need water, swimmers too. */
function settle(place: Place, lead: string, motion: Motion): Place {
  const home = habitOf(lead).place;
  if (place === "sea" && motion === "swim" && home === "underwater") return "underwater";
  if (motion === "sail" && !NAVIGABLE.has(place)) return "sea";
  if (place === "room" && motion === "drive") return "street";
  if (place === "city" && !AIRBORNE_IN_TOWN.has(motion)) return "street";
  return place;
}

function timeOfPlace(place: Place, random: Random): TimeOfDay {
  if (place === "space" || place === "moon" || place === "stage") return "night";
  if (place === "abstract") return random.pick(["sunset", "night", "dawn"]);
  return random.pick(["day", "day", "sunset", "dawn"]);
}
