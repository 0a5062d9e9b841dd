import type { StoryboardView } from "~/server/platform/generators/schema";

type Scene = StoryboardView["scenes"][number];
type Member = Scene["cast"][number];

/** As many as a film shows of anything; more are a crowd. */
const CROWD = 12;

const PLACES: Record<string, string> = {
  sea: "at sea",
  lake: "on a lake",
  river: "on a river",
  beach: "on a beach",
  coast: "on the coast",
  island: "on an island",
  farm: "on a farm",
  road: "on a road",
  market: "at a market",
  underwater: "under water",
  savanna: "on the savanna",
  mountains: "in the mountains",
  snowfield: "on snow",
  street: "in the street",
  rooftop: "on a rooftop",
  stage: "on a stage",
  space: "in space",
  moon: "on the moon",
  sky: "in the sky",
  abstract: "",
};
const TIMES: Record<string, string> = { dawn: "at dawn", sunset: "at sunset", night: "at night" };
const WEATHERS: Record<string, string> = {
  rain: "in the rain",
  snow: "in falling snow",
  fog: "in fog",
  storm: "in a storm",
  clouds: "under clouds",
  wind: "in the wind",
  aurora: "under northern lights",
  fireworks: "with fireworks",
};

/** @returns a scene in plain language, part by part: "3 cats dance", "on the moon", "at night". */
export function sceneWords(scene: Scene): string[] {
  const { cast, props, verb, place, time, weather, season, quote } = scene;
  const objects = props.filter(({ isObject }) => isObject && verb);
  const others = props.filter((member) => !objects.includes(member));
  const isPlural = cast.length > 1 || (cast[0]?.count ?? 0) > 1;
  const action = verb ? conjugate(verb, isPlural) : "";
  return [
    [join(cast), action, join(objects)].filter(Boolean).join(" "),
    others.length > 0 ? `with ${join(others)}` : "",
    PLACES[place] ?? `in ${withArticle(place)}`,
    season ? `in ${season}` : "",
    TIMES[time] ?? "",
    WEATHERS[weather] ?? "",
    quote ? `“${quote}”` : "",
  ].filter(Boolean);
}

function join(members: readonly Member[]): string {
  const names = members.map(nameMember);
  const last = names.pop() ?? "";
  return names.length > 0 ? `${names.join(", ")} and ${last}` : last;
}

function nameMember({ word, count, color, size }: Member): string {
  if (/^\p{Lu}/u.test(word)) return word;
  const look = [size, color].filter((quality) => quality && !word.split(" ").includes(quality));
  const name = [...look, count > 1 ? pluralOf(word) : word].join(" ");
  if (count >= CROWD) return `many ${name}`;
  if (count > 1) return `${count} ${name}`;
  return UNCOUNTED.has(word.split(" ").at(-1) ?? "") ? name : withArticle(name);
}

const withArticle = (name: string) => `${/^(?!uni)[aeiou]/.test(name) ? "an" : "a"} ${name}`;

const UNCOUNTED = new Set(
  "water wood gold silver coffee tea bread rice pasta snow sand grass music money food fruit ice meat milk honey cheese juice soup ramen rain fire air love peace hope joy time magic wine beer cake chess science people clothes ice cream".split(
    " ",
  ),
);

const IRREGULAR: Record<string, string> = {
  mouse: "mice",
  goose: "geese",
  wolf: "wolves",
  child: "children",
  person: "people",
  leaf: "leaves",
  knife: "knives",
  foot: "feet",
  tooth: "teeth",
  ox: "oxen",
  fish: "fish",
  sheep: "sheep",
  deer: "deer",
};

function pluralOf(phrase: string): string {
  const [, start = "", word = ""] = /^(.* )?(.+)$/.exec(phrase) ?? [];
  const irregular =
    IRREGULAR[word] ?? (/man$/.test(word) ? word.replace(/man$/, "men") : undefined);
  return start + (irregular ?? addS(word));
}

/** For nouns and for verbs of the third person. */
function addS(word: string): string {
  if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

/** "Fall asleep" is "falls asleep" of one; "fishing" is "is fishing". */
function conjugate(verb: string, isPlural: boolean): string {
  const [, first = verb, rest = ""] = /^(\S+)(.*)$/.exec(verb) ?? [];
  if (/ing$/.test(first) && first.length > 5) return `${isPlural ? "are" : "is"} ${verb}`;
  return isPlural || /[^s]s$/.test(first) ? verb : addS(first) + rest;
}
