/** The larger of a thing's height and length, in metres; pictures in a row are about as big. */
const EXTENTS: readonly (readonly [metres: number, pictures: string])[] = [
  [0.008, "ant mosquito microbe"],
  [0.02, "fly lady-beetle honeybee spider cricket beetle cockroach bug worm seedling"],
  [0.03, "coin ring gem-stone chestnut blueberries cherries olive peanuts beans candy"],
  [
    0.06,
    "snail egg strawberry lemon lime garlic onion tomato key old-key sewing-needle pill safety-pin paperclip pushpin thread scorpion four-leaf-clover shamrock cherry-blossom fallen-leaf maple-leaf feather game-die chess-pawn",
  ],
  [
    0.09,
    "butterfly mouse red-apple green-apple peach tangerine pear kiwi-fruit potato cookie doughnut baby-chick tennis baseball softball cupcake mushroom brown-mushroom hibiscus cricket-game pool-8-ball hot-beverage watch light-bulb yo-yo spiral-shell oyster shrimp chocolate-bar lollipop bagel",
  ],
  [
    0.14,
    "hamster bat frog lizard banana carrot croissant hamburger hot-dog taco burrito sandwich french-fries ice-cream soft-ice-cream pencil pen crayon paintbrush spoon mobile-phone candle compass microphone camera alarm-clock rat bird hatching-chick crab crystal-ball cheese-wedge wine-glass beer-mug tumbler-glass glass-of-milk cup-with-straw tropical-drink cocktail-glass bubble-tea rose tulip hyacinth lotus white-flower blossom",
  ],
  [
    0.22,
    "fish tropical-fish blowfish hedgehog soccer-ball basketball volleyball american-football rugby-football bowling pizza bread baguette-bread birthday-cake shortcake pie spaghetti steaming-bowl pot-of-food shallow-pan-of-food cooking books open-book closed-book blue-book green-book orange-book notebook teapot flute trumpet skull crown top-hat magic-wand bomb dove blackbird chipmunk paper-boat paper-plane bouquet sunflower potted-plant pineapple coconut melon hammer wrench screwdriver bell balloon video-game teddy-bear fork-and-knife-with-plate sushi bento-box jellyfish clapper-board envelope love-letter wrapped-gift telephone radio brain anatomical-heart ice hourglass-done jar honey-pot broccoli eggplant cucumber hot-pepper watermelon",
  ],
  [
    0.4,
    "rabbit chicken rooster duck parrot owl cat black-cat squid octopus lobster laptop violin drum saxophone maracas banjo basket briefcase backpack toolbox microscope telescope trophy television printer jack-o-lantern snowman-without-snow dagger kitchen-knife axe pick umbrella accordion beaver skunk money-bag turkey stethoscope goose mirror bucket anchor magnet boomerang",
  ],
  [
    0.7,
    "dog poodle raccoon badger baby koala sloth monkey eagle swan turtle otter kite guitar musical-keyboard chair skateboard bow-and-arrow crossed-swords service-dog guide-dog desktop-computer peacock flamingo dodo seal snake baby-angel satellite-antenna shopping-cart fire globe-with-meridians wastebasket",
  ],
  [
    1.05,
    "fox wolf penguin goat ewe ram pig kangaroo boar child boy girl leopard person-in-manual-wheelchair kick-scooter ghost goblin sled bathtub herb snowman couch-and-lamp door toilet",
  ],
  [
    1.6,
    "panda orangutan tiger lion bear deer donkey llama gorilla bicycle motor-scooter motorcycle person-fairy bed broom mirror-ball phoenix-bird cactus person-kneeling",
  ],
  [
    2.1,
    "surfboard horse unicorn cow ox bison water-buffalo zebra polar-bear camel two-hump-camel moose crocodile dolphin horse-racing person-biking person-rowing-boat canoe parachute tent flying-disc ogre troll mechanical-arm christmas-tree",
  ],
  [
    3.2,
    "rhinoceros hippopotamus shark automobile taxi police-car sport-utility-vehicle pickup-truck racing-car auto-rickshaw tractor satellite motor-boat speedboat bus-stop",
  ],
  [
    4.8,
    "elephant giraffe mammoth delivery-truck ambulance minibus flying-saucer house hut sailboat fountain palm-tree umbrella-on-ground helicopter small-airplane hot-air-balloon dragon dragon-face t-rex",
  ],
  [
    8,
    "bus trolleybus fire-engine articulated-lorry locomotive railway-car tram metro train deciduous-tree evergreen-tree house-with-garden derelict-house houses windmill tanabata-tree carousel-horse church wedding convenience-store circus-tent sauropod whale spouting-whale rocket monorail light-rail",
  ],
  [
    14,
    "high-speed-train bullet-train airplane lighthouse ferry school bank hotel post-office hospital department-store factory station castle japanese-castle mosque synagogue hindu-temple shinto-shrine classical-building office-building ferris-wheel roller-coaster building-construction moai kaaba",
  ],
  [26, "ship passenger-ship stadium statue-of-liberty tokyo-tower tornado"],
  [
    60,
    "volcano mountain mount-fuji snow-capped-mountain desert-island national-park rainbow cloud",
  ],
  [
    200,
    "sun full-moon crescent-moon ringed-planet globe-showing-europe-africa globe-showing-americas globe-showing-asia-australia comet star glowing-star new-moon sun-with-face full-moon-face",
  ],
];

const EXTENT_BY_PICTURE = new Map(
  EXTENTS.flatMap(([metres, pictures]) =>
    pictures.split(" ").map((picture) => [picture, metres] as const),
  ),
);

const PERSON = 1.75;
const FACE = /-face$|-cat$|^(clown|robot|alien|skier|snowboarder)/;

/** @returns the larger of a picture's height and length in metres; half a metre for any object. */
export function metresOf(picture: string): number {
  const known = EXTENT_BY_PICTURE.get(picture);
  if (known !== undefined) return known;
  if (isPerson(picture)) return PERSON;
  if (/vehicle|train|truck|railway/.test(picture)) return 5;
  if (/tree|building|house|tower|temple|shrine|church/.test(picture)) return 8;
  if (/flower|fruit|book|heart|ball|musical|card|bottle|glass|food|cake|shoe|hat/.test(picture))
    return 0.25;
  return FACE.test(picture) ? 1.2 : 0.4;
}

const PROFESSIONS = new Set(
  "man woman boy girl child person baby old-man old-woman older-person astronaut cook farmer firefighter police-officer scientist teacher student singer artist detective guard ninja prince princess pilot judge mechanic factory-worker construction-worker office-worker technologist health-worker santa-claus mrs-claus mx-claus skier snowboarder robot alien clown-face genie".split(
    " ",
  ),
);

/** @returns whether a picture shows somebody with hands and feet. */
export const isPerson = (picture: string): boolean =>
  PROFESSIONS.has(picture) || /^(man|woman|person|people|pregnant)-/.test(picture);
