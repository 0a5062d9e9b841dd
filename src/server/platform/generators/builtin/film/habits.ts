import type { Motion, Place } from "./setting";

/** What a picture does, where it lives and how big it is when the prompt does not say. */
export type Habit = { motion: Motion; place: Place; size: number };

const HABITS: readonly [string, Motion, Place, number][] = [
  [
    "fish tropical-fish blowfish dolphin octopus squid jellyfish seal shrimp lobster turtle",
    "swim",
    "underwater",
    0.85,
  ],
  ["shark woman-merpeople person-merpeople", "swim", "underwater", 1.05],
  ["whale spouting-whale", "swim", "sea", 1.35],
  ["coral spiral-shell oyster", "bob", "underwater", 0.8],
  ["crab", "walk", "beach", 0.7],
  ["bird dove eagle blackbird parrot bat phoenix-bird owl swan-flying", "fly", "sky", 0.8],
  ["dragon dragon-face", "fly", "mountains", 1.25],
  ["butterfly honeybee lady-beetle fly mosquito", "fly", "meadow", 0.55],
  ["duck swan", "swim", "lake", 0.8],
  ["penguin polar-bear seal", "walk", "snowfield", 0.9],
  ["snowman", "bob", "snowfield", 1],
  ["skier snowboarder sled", "run", "snowfield", 0.95],
  ["lion elephant giraffe zebra rhinoceros hippopotamus leopard", "walk", "savanna", 1.15],
  ["sauropod t-rex mammoth", "walk", "jungle", 1.35],
  ["tiger monkey gorilla orangutan snake crocodile lizard sloth frog", "walk", "jungle", 0.95],
  [
    "fox wolf bear deer owl hedgehog chipmunk raccoon badger boar beaver moose",
    "walk",
    "forest",
    0.95,
  ],
  ["panda koala", "rest", "jungle", 0.95],
  ["camel two-hump-camel scorpion cactus", "walk", "desert", 1.05],
  ["cat black-cat cat-face hamster", "bob", "room", 0.8],
  [
    "dog poodle guide-dog service-dog dog-face horse unicorn rabbit cow ox pig ewe goat ram llama chicken rooster baby-chick turkey goose kangaroo",
    "run",
    "meadow",
    0.9,
  ],
  ["mouse rat ant snail bug spider worm cricket", "walk", "meadow", 0.55],
  ["locomotive high-speed-train railway-car", "drive", "meadow", 1.15],
  [
    "automobile racing-car taxi bus delivery-truck fire-engine ambulance police-car motorcycle motor-scooter sport-utility-vehicle pickup-truck articulated-lorry",
    "drive",
    "street",
    1.05,
  ],
  ["bicycle person-biking kick-scooter skateboard", "drive", "street", 0.95],
  ["tractor", "drive", "meadow", 1.05],
  [
    "sailboat ship passenger-ship motor-boat speedboat ferry canoe paper-boat person-rowing-boat",
    "sail",
    "sea",
    1.05,
  ],
  ["person-surfing person-swimming", "swim", "sea", 0.95],
  [
    "airplane small-airplane helicopter balloon kite parachute paper-plane hot-air-balloon dove",
    "fly",
    "sky",
    0.95,
  ],
  ["rocket flying-saucer satellite", "fly", "space", 1],
  [
    "astronaut alien ringed-planet globe-showing-europe-africa globe-showing-americas globe-showing-asia-australia full-moon comet star glowing-star milky-way",
    "float",
    "space",
    1,
  ],
  ["sun crescent-moon rainbow cloud", "float", "sky", 1],
  ["cook", "work", "kitchen", 1.1],
  [
    "pizza hamburger spaghetti hot-beverage red-apple banana strawberry birthday-cake ice-cream soft-ice-cream bread cheese-wedge pot-of-food fork-and-knife-with-plate wine-glass beer-mug watermelon doughnut cooking taco sushi croissant cookie hot-dog french-fries carrot egg",
    "bob",
    "kitchen",
    0.75,
  ],
  [
    "office-worker technologist bar-chart chart-increasing chart-decreasing briefcase laptop desktop-computer envelope calendar alarm-clock printer telephone mobile-phone clipboard memo",
    "work",
    "office",
    0.95,
  ],
  [
    "teacher student scientist judge detective health-worker artist books open-book television teddy-bear couch-and-lamp bed candle light-bulb brain test-tube microscope chess-pawn video-game",
    "bob",
    "room",
    0.95,
  ],
  [
    "singer microphone guitar violin trumpet saxophone drum musical-keyboard musical-notes accordion banjo person-juggling clown-face circus-tent performing-arts",
    "play",
    "stage",
    1,
  ],
  ["woman-dancing man-dancing mirror-ball", "dance", "stage", 1.1],
  ["soccer-ball basketball american-football baseball tennis volleyball", "jump", "stadium", 0.7],
  [
    "trophy person-bouncing-ball person-lifting-weights person-running person-running-facing-right",
    "run",
    "stadium",
    1,
  ],
  [
    "farmer deciduous-tree evergreen-tree sunflower tulip rose cherry-blossom bouquet seedling four-leaf-clover hibiscus herb",
    "grow",
    "meadow",
    0.95,
  ],
  ["palm-tree umbrella-on-ground desert-island", "bob", "beach", 1.1],
  ["lighthouse", "bob", "beach", 1.3],
  ["party-popper partying-face confetti-ball", "float", "room", 0.9],
  ["house castle church windmill tent volcano", "bob", "meadow", 1.3],
  [
    "firefighter police-officer man woman boy girl old-man old-woman person-walking-facing-right robot",
    "walk",
    "street",
    1,
  ],
  ["person-mage person-fairy person-elf prince princess ninja", "walk", "forest", 1],
  ["ghost jack-o-lantern person-vampire person-zombie skull", "float", "forest", 0.95],
  ["person-superhero", "fly", "city", 1],
  ["santa-claus christmas-tree wrapped-gift", "walk", "snowfield", 1],
  ["compass world-map", "float", "mountains", 0.9],
  ["crossed-swords bow-and-arrow", "bob", "mountains", 1],
];

/** Things that stay where they are while the camera travels past. */
export const LANDMARKS =
  /^(house|castle|church|windmill|lighthouse|tent|volcano|circus-tent|ferris-wheel|deciduous-tree|evergreen-tree|palm-tree|cactus|christmas-tree|house-with-garden|derelict-house|stadium|office-building|hospital|school|bank|hotel|mosque|japanese-castle|statue-of-liberty|tokyo-tower|fountain)$/;

const HABIT_BY_PICTURE = new Map(
  HABITS.flatMap(([pictures, motion, place, size]) =>
    pictures.split(" ").map((picture) => [picture, { motion, place, size }] as const),
  ).reverse(),
);

/** @returns the habit of a picture; things without one float in an abstract space. */
export function habitOf(picture: string): Habit {
  return HABIT_BY_PICTURE.get(picture) ?? { motion: "float", place: "abstract", size: 0.95 };
}
