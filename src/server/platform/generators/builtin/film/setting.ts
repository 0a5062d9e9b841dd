import type { Mood } from "../moods";

export const PLACES = [
  "sea",
  "lake",
  "beach",
  "underwater",
  "forest",
  "jungle",
  "meadow",
  "savanna",
  "desert",
  "mountains",
  "snowfield",
  "city",
  "street",
  "rooftop",
  "room",
  "kitchen",
  "office",
  "stage",
  "stadium",
  "space",
  "moon",
  "sky",
  "abstract",
] as const;
export type Place = (typeof PLACES)[number];
export type TimeOfDay = "dawn" | "day" | "sunset" | "night";
export type Season = "spring" | "summer" | "autumn" | "winter";
export type Weather =
  | "clear"
  | "clouds"
  | "rain"
  | "snow"
  | "fog"
  | "storm"
  | "wind"
  | "aurora"
  | "fireworks";
/** What a prompt asks of the camera. */
export type Camera = "pan" | "push" | "pull" | "orbit" | "handheld" | "still" | "aerial";
export type ColorWord =
  | "red"
  | "orange"
  | "yellow"
  | "green"
  | "blue"
  | "purple"
  | "pink"
  | "brown"
  | "black"
  | "white"
  | "grey"
  | "gold"
  | "silver";
export type SizeWord = "tiny" | "small" | "big" | "huge";
export type Motion =
  | "run"
  | "walk"
  | "dance"
  | "jump"
  | "fly"
  | "swim"
  | "float"
  | "sail"
  | "drive"
  | "orbit"
  | "grow"
  | "fall"
  | "roll"
  | "rest"
  | "work"
  | "play"
  | "rise"
  | "bob";

const PLACE_WORDS: Record<Place, string> = {
  sea: "sea ocean wave waves bay harbor harbour port gulf voyage",
  lake: "lake river pond lagoon fjord stream creek canal waterfall",
  beach: "beach shore coast island seaside sand tropical vacation",
  underwater: "underwater reef coral undersea seabed deep aquarium atlantis submarine",
  forest: "forest wood woods woodland grove pine-forest park trail",
  jungle: "jungle rainforest amazon swamp prehistoric",
  meadow:
    "meadow field garden farm grassland prairie countryside village valley hill hills orchard spring yard picnic pasture",
  savanna: "savanna savannah africa safari serengeti plains",
  desert: "desert dune dunes sahara canyon oasis egypt pyramid mars",
  mountains: "mountain mountains peak summit alps himalaya cliff highland",
  snowfield:
    "arctic antarctica snowfield tundra glacier iceberg ski winter christmas north-pole blizzard",
  city: "city downtown skyline metropolis town tokyo london paris york cyberpunk urban skyscraper building",
  street: "street road highway avenue sidewalk alley market traffic crossing station bridge",
  rooftop: "roof rooftop chimney terrace balcony",
  room: "room bedroom house-inside home library living-room indoors couch sofa bed school classroom museum cafe laboratory lab hospital shop store castle-hall",
  kitchen: "kitchen restaurant bakery cook bake dinner breakfast lunch table recipe",
  office:
    "office meeting desk report work business startup deadline corporate presentation conference",
  stage: "stage concert theater theatre show festival circus disco club party ballroom opera",
  stadium: "stadium arena pitch match tournament olympics championship",
  space: "space galaxy universe cosmos orbit nebula interstellar milky-way stars planets",
  moon: "moon lunar crater",
  sky: "sky cloud clouds heaven air",
  abstract: "",
};
const TIME_WORDS: Record<TimeOfDay, string> = {
  dawn: "dawn sunrise morning daybreak early",
  day: "day noon midday afternoon sunny daylight daytime summer",
  sunset: "sunset dusk evening twilight golden autumn",
  night:
    "night midnight nighttime moonlight moonlit starry dark stars halloween lantern fireworks neon cyberpunk moonlit",
};
const WEATHER_WORDS: Record<Exclude<Weather, "clear">, string> = {
  rain: "rain rainy raining drizzle wet puddle",
  snow: "snow snowy snowing snowfall blizzard winter christmas snowflakes",
  fog: "fog foggy mist misty haze smoke",
  storm: "storm stormy thunder thunderstorm lightning hurricane tempest",
  clouds: "cloudy overcast windy breeze wind",
  wind: "wind windy breeze breezy gale gust",
  fireworks: "fireworks firework",
  aurora: "aurora northern-lights borealis",
};
const MOTION_WORDS: Record<Motion, string> = {
  run: "run sprint race gallop chase hurry rush escape dash charge flee hunt ride",
  walk: "walk stroll wander hike march explore travel cross crawl climb visit return follow search roam stand",
  dance: "dance boogie party celebrate waltz twirl cheer disco",
  jump: "jump leap hop bounce skip kick dunk play-ball",
  fly: "fly soar glide flutter hover flap migrate",
  swim: "swim dive snorkel splash surf paddle",
  float: "float drift levitate hang dangle",
  sail: "sail row cruise navigate voyage",
  drive: "drive speed commute roar",
  orbit: "orbit circle spin rotate revolve",
  grow: "grow bloom blossom sprout rise-up build",
  fall: "fall drop tumble crash descend",
  roll: "roll",
  rest: "sit sleep rest lie nap sunbathe relax meditate wait watch look gaze dream read sulk hide",
  work: "cook work bake write paint build type fix code study teach make prepare stir water clean wash eat drink serve",
  play: "play sing perform jam strum drum",
  rise: "launch rise ascend lift blast",
  bob: "",
};
const MOOD_WORDS: Record<Mood, string> = {
  calm: "calm peaceful peace quiet gentle serene relax sleepy slow soft sit sleep lake hope dream tomorrow",
  joyful:
    "happy joy party celebrate birthday sunny fun laugh smile festival love wedding funny silly puppy kitten circus monkey penguin pizza",
  epic: "epic dragon battle war mighty huge giant rocket launch explosion storm volcano hero victory dinosaur",
  mysterious:
    "mystery mysterious magic fairy magical aurora northern-lights moonlight wonder galaxy stars dark scary spy zombie ghost vampire horror astronaut",
  melancholic: "sad lonely alone rain goodbye cry lost memory old autumn broken",
  energetic:
    "energetic late deadline chase escape danger race dance run jump bounce rock band disco jazz drive speed",
};

export const findPlace = lookup(PLACE_WORDS);
export const findTimeOfDay = lookup(TIME_WORDS);
export const findWeather = lookup(WEATHER_WORDS);
export const findMotion = lookup(MOTION_WORDS);
export const findMood = lookup(MOOD_WORDS);

/** @returns a search that knows a word by any of its base forms; a hyphen joins a phrase. */
function lookup<Key extends string>(table: Record<Key, string>) {
  const keyByWord = new Map<string, Key>();
  for (const key of Object.keys(table) as Key[]) {
    for (const word of table[key].split(" ").filter(Boolean)) {
      const spoken = word.replaceAll("-", " ");
      if (!keyByWord.has(spoken)) keyByWord.set(spoken, key);
    }
  }
  return (forms: readonly string[]): Key | undefined => {
    for (const form of forms) {
      const key = keyByWord.get(form);
      if (key) return key;
    }
    return undefined;
  };
}
