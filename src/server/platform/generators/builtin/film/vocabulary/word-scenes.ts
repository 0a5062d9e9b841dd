import type { Motion, Place, TimeOfDay, Weather } from "../setting";

/** What stands for a word that is no thing by itself, what that does, and where and when. */
export type WordScene = {
  picture: string;
  motion: Motion;
  place: Place;
  time?: TimeOfDay;
  weather?: Weather;
  /** What shows who it is. */
  thing?: string;
  /** Shown only when the words name nothing that can be seen. */
  isIdea: boolean;
};

type Row = readonly [words: string, picture: string, Motion, Place, ...(TimeOfDay | Weather)[]];

/** Ideas and feelings; a hyphen joins a phrase. */
const IDEAS: readonly Row[] = [
  [
    "idea inspiration thought innovation invention solution",
    "light-bulb",
    "shine",
    "room",
    "night",
  ],
  ["time punctuality", "alarm-clock", "bob", "room"],
  ["patience waiting eternity", "hourglass-done", "bob", "room", "sunset"],
  ["hope optimism faith belief", "seedling", "grow", "desert", "dawn"],
  ["tomorrow new-beginning beginning", "sun", "ascend", "sea", "dawn"],
  ["future", "rocket", "rise", "meadow", "dawn"],
  ["past nostalgia memory memories", "framed-picture", "bob", "room", "sunset"],
  ["childhood", "teddy-bear", "bob", "room", "sunset"],
  ["youth", "kite", "fly", "meadow", "sunset"],
  ["freedom liberty independence peace", "dove", "fly", "sky", "day"],
  ["growth progress improvement life existence", "seedling", "grow", "garden", "day"],
  ["success victory triumph win achievement greatness excellence", "trophy", "shine", "stage"],
  ["love romance passion affection kindness compassion", "red-heart", "float", "meadow", "sunset"],
  ["dream dreams sleepiness", "crescent-moon", "float", "sky", "night"],
  ["imagination wonder", "hot-air-balloon", "fly", "sky", "sunset"],
  ["creativity", "artist-palette", "shine", "room"],
  ["change transformation metamorphosis", "butterfly", "fly", "garden", "day"],
  ["money wealth fortune income salary", "dollar-banknote", "fall", "city", "day"],
  ["health fitness wellness vitality", "person-running-facing-right", "run", "park", "dawn"],
  ["internet web cyberspace network", "globe-with-meridians", "spin", "abstract", "night"],
  ["data statistics", "chart-increasing", "grow", "office"],
  [
    "new-year new-year's-day happy-new-year",
    "bottle-with-popping-cork",
    "cheer",
    "city",
    "night",
    "fireworks",
  ],
  ["mother's-day thank-you thanks women's-day", "bouquet", "bloom", "garden", "day"],
  ["father's-day", "wrapped-gift", "bob", "room"],
  ["valentine's-day", "red-heart", "float", "meadow", "sunset"],
  ["good-morning rise-and-shine", "sun", "ascend", "meadow", "dawn"],
  ["good-night goodnight", "crescent-moon", "float", "sky", "night"],
  ["easter", "rabbit", "jump", "meadow", "day"],
  ["grand-opening", "party-popper", "cheer", "street", "day"],
  ["sale discount bargain", "shopping-bags", "bob", "market", "day"],
  ["teamwork collaboration cooperation", "handshake", "shine", "office"],
  ["knowledge wisdom education learning literature", "books", "shine", "library"],
  ["history", "scroll", "bob", "library"],
  ["justice law fairness equality democracy", "balance-scale", "shine", "library"],
  ["courage bravery pride confidence", "lion", "walk", "savanna", "sunset"],
  ["strength power-of-will", "person-lifting-weights", "lift", "stadium"],
  [
    "believe persist motivation ambition determination perseverance discipline",
    "person-climbing",
    "climb",
    "mountains",
    "dawn",
  ],
  ["friendship togetherness unity trust solidarity", "people-hugging", "hug", "park", "sunset"],
  ["silence stillness solitude serenity tranquility", "swan", "swim", "lake", "dawn"],
  [
    "harmony balance mindfulness calmness relaxation",
    "person-in-lotus-position",
    "rest",
    "beach",
    "sunset",
  ],
  ["chaos confusion disaster", "tornado", "spin", "city", "storm"],
  ["joy happiness fun cheerfulness bliss gratitude", "balloon", "fly", "meadow", "day"],
  ["sadness grief sorrow loneliness depression melancholy", "wilted-flower", "bob", "room", "rain"],
  ["anger rage fury hatred", "volcano", "explode", "volcano", "sunset"],
  ["fear horror terror nightmare", "ghost", "float", "forest", "night"],
  ["stress burnout", "alarm-clock", "shake", "office"],
  ["adventure journey quest", "person-walking-facing-right", "walk", "mountains", "dawn"],
  ["travel trip tourism", "airplane", "fly", "sky"],
  ["weekend vacation", "beach-with-umbrella", "bob", "beach", "day"],
  ["beauty elegance", "rose", "bloom", "garden"],
  ["nature environment wildlife", "deer", "walk", "forest", "dawn"],
  ["treasure treasure-chest treasure-box", "gem-stone", "shine", "cave"],
  ["luck", "four-leaf-clover", "grow", "meadow"],
  ["gravity", "red-apple", "fall", "garden", "day"],
  ["monday", "hot-beverage", "bob", "office", "dawn"],
  ["tuesday wednesday thursday friday saturday sunday", "calendar", "bob", "office"],
];

/** Who has no picture of their own: peoples, crafts and ages, with what they are known by. */
const FIGURES: readonly (readonly [
  words: string,
  picture: string,
  Motion,
  Place,
  thing?: string,
])[] = [
  ["violinist fiddler cellist", "man", "play", "stage", "violin"],
  ["guitarist", "man", "play", "stage", "guitar"],
  ["drummer percussionist", "man", "play", "stage", "drum"],
  ["pianist", "woman", "play", "stage", "musical-keyboard"],
  ["trumpeter", "man", "play", "stage", "trumpet"],
  ["saxophonist", "man", "play", "stage", "saxophone"],
  ["flutist flautist", "woman", "play", "stage", "flute"],
  ["accordionist", "man", "play", "stage", "accordion"],
  ["photographer", "person", "hold", "park", "camera"],
  ["archer", "man", "hold", "meadow", "bow-and-arrow"],
  ["fisherman angler", "man-beard", "fish", "lake", "fishing-pole"],
  ["pirate buccaneer corsair", "man-beard", "walk", "island", "pirate-flag"],
  ["viking vikings norseman", "man-beard", "sail", "sea"],
  ["sailor", "man-beard", "sail", "sea"],
  ["knight", "person-fencing", "walk", "meadow"],
  ["middle-ages medieval-times", "person-fencing", "walk", "village", "castle"],
  ["warrior", "person-fencing", "walk", "mountains"],
  ["samurai", "ninja", "walk", "mountains"],
  [
    "roman legionary centurion ancient-rome roman-empire",
    "man-curly-hair",
    "walk",
    "village",
    "classical-building",
  ],
  [
    "ancient-greek ancient-greece athenian spartan",
    "man-beard",
    "walk",
    "coast",
    "classical-building",
  ],
  ["egyptian pharaoh ancient-egypt bedouin", "person-wearing-turban", "walk", "desert", "camel"],
  ["inuit eskimo", "man", "walk", "snowfield", "hut"],
  ["aztec maya mayan inca", "man", "walk", "jungle", "moai"],
  ["caveman cavemen neanderthal stone-age prehistory", "man-beard", "walk", "cave", "fire"],
  ["ice-age", "mammoth", "walk", "snowfield"],
  ["jurassic", "sauropod", "walk", "jungle"],
  ["cowboy cowgirl wild-west gunslinger", "farmer", "ride", "desert", "horse"],
  ["ai artificial-intelligence machine-learning", "robot", "work", "laboratory"],
  ["birthday", "birthday-cake", "cheer", "room"],
  ["heart", "red-heart", "bob", "abstract"],
  [
    "goalkeeper goalie striker footballer",
    "person-running-facing-right",
    "run",
    "stadium",
    "soccer-ball",
  ],
  ["penalty", "goal-net", "bob", "stadium"],
  ["atom nucleus molecule particle proton", "atom-symbol", "spin", "laboratory"],
  ["electron neutron photon", "blue-circle", "orbit", "space"],
  ["black-hole", "cyclone", "spin", "space"],
  ["stay-hydrated hydration", "droplet", "fall", "garden"],
  ["save-the-planet save-our-planet", "globe-showing-europe-africa", "spin", "space"],
  ["snow-white cinderella rapunzel sleeping-beauty", "princess", "walk", "forest"],
  ["meteor-shower", "comet", "fall", "sky"],
  ["photosynthesis", "seedling", "grow", "garden"],
  ["french-revolution", "busts-in-silhouette", "walk", "street"],
  ["industrial-revolution", "factory", "bob", "city"],
  ["renaissance", "artist", "paint", "room", "framed-picture"],
];

const isTime = (when: TimeOfDay | Weather): when is TimeOfDay =>
  /^(dawn|day|sunset|night)$/.test(when);
const tellWhen = (when: readonly (TimeOfDay | Weather)[]) => {
  const time = when.find(isTime);
  const weather = when.find((told): told is Weather => !isTime(told));
  return { ...(time ? { time } : {}), ...(weather ? { weather } : {}) };
};
const SCENES = new Map<string, WordScene>();
const spell = (words: string) => words.split(" ").map((word) => word.replaceAll("-", " "));
for (const [words, picture, motion, place, ...when] of IDEAS)
  for (const word of spell(words))
    SCENES.set(word, { picture, motion, place, isIdea: true, ...tellWhen(when) });
for (const [words, picture, motion, place, thing] of FIGURES)
  for (const word of spell(words))
    SCENES.set(word, { picture, motion, place, isIdea: false, ...(thing ? { thing } : {}) });

/** @returns what shows a word or phrase in its base form that has no picture of its own. */
export const findWordScene = (word: string): WordScene | undefined => SCENES.get(word);
