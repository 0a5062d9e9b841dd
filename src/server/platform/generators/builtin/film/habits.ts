import type { Motion, Place } from "./setting";

/** What a picture does and where it lives when the prompt does not say. */
export type Habit = { motion: Motion; place: Place };

const HABITS: readonly [pictures: string, Motion, Place][] = [
  [
    "fish tropical-fish blowfish dolphin octopus squid jellyfish seal shrimp lobster turtle",
    "swim",
    "underwater",
  ],
  ["shark woman-merpeople person-merpeople", "swim", "underwater"],
  ["whale spouting-whale", "swim", "sea"],
  ["coral spiral-shell oyster", "bob", "underwater"],
  ["crab", "walk", "beach"],
  ["bird dove eagle blackbird parrot bat phoenix-bird owl swan-flying", "fly", "sky"],
  ["dragon dragon-face", "fly", "mountains"],
  ["butterfly honeybee lady-beetle fly mosquito", "fly", "meadow"],
  ["duck swan", "swim", "lake"],
  ["penguin polar-bear seal", "walk", "snowfield"],
  ["snowman", "bob", "snowfield"],
  ["skier snowboarder sled", "run", "snowfield"],
  ["lion elephant giraffe zebra rhinoceros hippopotamus leopard", "walk", "savanna"],
  ["sauropod t-rex mammoth", "walk", "jungle"],
  ["tiger monkey gorilla orangutan snake crocodile lizard sloth frog", "walk", "jungle"],
  ["fox wolf bear deer owl hedgehog chipmunk raccoon badger boar beaver moose", "walk", "forest"],
  ["panda koala", "rest", "jungle"],
  ["camel two-hump-camel scorpion cactus", "walk", "desert"],
  ["cat black-cat cat-face hamster", "bob", "room"],
  [
    "dog poodle guide-dog service-dog dog-face horse unicorn rabbit cow ox pig ewe goat ram llama chicken rooster baby-chick turkey goose kangaroo",
    "run",
    "meadow",
  ],
  ["mouse rat ant snail bug spider worm cricket", "walk", "meadow"],
  ["locomotive high-speed-train railway-car", "drive", "meadow"],
  [
    "automobile racing-car taxi bus delivery-truck fire-engine ambulance police-car motorcycle motor-scooter sport-utility-vehicle pickup-truck articulated-lorry",
    "drive",
    "street",
  ],
  ["bicycle person-biking kick-scooter skateboard", "drive", "street"],
  ["tractor", "drive", "meadow"],
  [
    "sailboat ship passenger-ship motor-boat speedboat ferry canoe paper-boat person-rowing-boat",
    "sail",
    "sea",
  ],
  ["person-surfing person-swimming", "swim", "sea"],
  [
    "airplane small-airplane helicopter balloon kite parachute paper-plane hot-air-balloon dove",
    "fly",
    "sky",
  ],
  ["rocket flying-saucer satellite", "fly", "space"],
  [
    "astronaut alien ringed-planet globe-showing-europe-africa globe-showing-americas globe-showing-asia-australia full-moon comet star glowing-star milky-way",
    "float",
    "space",
  ],
  ["sun crescent-moon rainbow cloud", "float", "sky"],
  ["cook", "work", "kitchen"],
  [
    "pizza hamburger spaghetti hot-beverage red-apple banana strawberry birthday-cake ice-cream soft-ice-cream bread cheese-wedge pot-of-food fork-and-knife-with-plate wine-glass beer-mug watermelon doughnut cooking taco sushi croissant cookie hot-dog french-fries carrot egg",
    "bob",
    "kitchen",
  ],
  [
    "office-worker technologist bar-chart chart-increasing chart-decreasing briefcase laptop desktop-computer envelope calendar alarm-clock printer telephone mobile-phone clipboard memo",
    "work",
    "office",
  ],
  [
    "teacher student scientist judge detective health-worker artist books open-book television teddy-bear couch-and-lamp bed candle light-bulb brain test-tube microscope chess-pawn video-game",
    "bob",
    "room",
  ],
  [
    "singer microphone guitar violin trumpet saxophone drum musical-keyboard musical-notes accordion banjo person-juggling clown-face circus-tent performing-arts",
    "play",
    "stage",
  ],
  ["woman-dancing man-dancing mirror-ball", "dance", "stage"],
  ["soccer-ball basketball american-football baseball tennis volleyball", "jump", "stadium"],
  [
    "trophy person-bouncing-ball person-lifting-weights person-running person-running-facing-right",
    "run",
    "stadium",
  ],
  [
    "farmer deciduous-tree evergreen-tree sunflower tulip rose cherry-blossom bouquet seedling four-leaf-clover hibiscus herb",
    "grow",
    "meadow",
  ],
  ["palm-tree umbrella-on-ground desert-island", "bob", "beach"],
  ["lighthouse", "bob", "beach"],
  ["party-popper partying-face confetti-ball", "float", "room"],
  ["house castle church windmill tent volcano", "bob", "meadow"],
  [
    "firefighter police-officer prince princess person-with-crown man woman boy girl old-man old-woman person-walking-facing-right robot",
    "walk",
    "street",
  ],
  ["person-mage person-fairy person-elf ninja", "walk", "forest"],
  ["ghost jack-o-lantern person-vampire person-zombie skull", "float", "forest"],
  ["person-superhero", "fly", "city"],
  ["santa-claus christmas-tree wrapped-gift", "walk", "snowfield"],
  ["compass world-map", "float", "mountains"],
  ["crossed-swords bow-and-arrow", "bob", "mountains"],
];

/** Things that stay where they are while the camera travels past. */
export const LANDMARKS =
  /^(house|castle|church|windmill|lighthouse|tent|volcano|circus-tent|ferris-wheel|deciduous-tree|evergreen-tree|palm-tree|cactus|christmas-tree|house-with-garden|derelict-house|stadium|office-building|hospital|school|bank|hotel|mosque|japanese-castle|statue-of-liberty|tokyo-tower|fountain)$/;

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
  read: "room",
  write: "office",
  cook: "kitchen",
  eat: "room",
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
  ski: "snowfield",
  climb: "mountains",
  dig: "meadow",
  grow: "meadow",
  feed: "meadow",
  kick: "meadow",
  throw: "meadow",
  ride: "meadow",
  lift: "stadium",
  build: "meadow",
  work: "room",
  cry: "room",
  chase: "meadow",
};

const ON_LAND = new Set<Motion>([
  "run",
  "walk",
  "race",
  "crawl",
  "dance",
  "jump",
  "sleep",
  "dig",
  "climb",
]);

/** @returns where a scene is set when nobody says: people go where their act or the others are at home. */
export function homeOf(lead: string, motion: Motion, others: readonly string[]): Place {
  const { place } = habitOf(lead);
  if (motion === "surf" || motion === "ski") return USUAL_PLACES[motion] ?? place;
  if (motion === "fly" && others.includes("kite")) return "meadow";
  if (motion === "drive" && habitOf(lead).motion !== "drive") return "street";
  const theirs = others.map((other) => habitOf(other).place);
  const natural = theirs.find((other) => !["abstract", "room", "street"].includes(other));
  if (place === "underwater" && ON_LAND.has(motion)) return natural ?? "beach";
  if (place !== "street" || habitOf(lead).motion === "drive") return place;
  const usual = USUAL_PLACES[motion];
  return motion === "feed" || motion === "ride" || motion === "hold" || motion === "look" || !usual
    ? (natural ?? usual ?? place)
    : usual;
}
