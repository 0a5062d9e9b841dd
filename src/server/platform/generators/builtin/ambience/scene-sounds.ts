import type { Scene } from "../film/storyboard";
import type { SoundName } from "./sounds";

/** What a scene must tell to be heard. */
export type HeardScene = Pick<
  Scene,
  "start" | "duration" | "place" | "time" | "weather" | "season" | "motion" | "cast" | "props"
>;

const MAX_SOUNDS = 3;

const OF_PLACE: Readonly<Record<string, readonly SoundName[]>> = {
  sea: ["waves"],
  lake: ["stream"],
  river: ["stream"],
  beach: ["waves", "gulls"],
  coast: ["waves", "gulls"],
  underwater: ["underwater"],
  forest: ["breeze"],
  jungle: ["jungleBirds", "crickets"],
  meadow: ["breeze"],
  village: ["breeze"],
  savanna: ["breeze", "crickets"],
  desert: ["wind"],
  mountains: ["wind"],
  snowfield: ["wind"],
  city: ["city"],
  street: ["city"],
  rooftop: ["breeze", "city"],
  room: ["roomTone"],
  library: ["roomTone"],
  laboratory: ["roomTone"],
  kitchen: ["sizzle", "roomTone"],
  office: ["typing", "roomTone"],
  stage: ["applause"],
  stadium: ["cheering"],
  space: ["space"],
  moon: ["space"],
  sky: ["wind"],
};
const OF_WEATHER: Readonly<Record<string, readonly SoundName[]>> = {
  rain: ["rain"],
  storm: ["rain", "thunder", "wind"],
  wind: ["wind"],
  fireworks: ["fireworks", "crowd"],
};
const BIRDS_LIVE_IN = new Set(["forest", "meadow", "village", "lake", "river"]);
const SOUNDLESS = new Set(["space", "moon", "underwater"]);
const INDOORS = new Set(["room", "library", "laboratory", "kitchen", "office", "stage"]);

/** Who is in the picture, by words of its name; the first that fits speaks for it. */
const OF_CAST: readonly (readonly [RegExp, SoundName])[] = [
  [/rocket|space-shuttle/, "rocket"],
  [/airplane|helicopter|jet/, "jet"],
  [/locomotive|train|tram|railway|metro/, "train"],
  [
    /car\b|automobile|bus\b|minibus|truck|lorry|taxi|tractor|motorcycle|scooter|ambulance|fire-engine|speedboat/,
    "engine",
  ],
  [/^fire$|volcano|campfire|fireplace|bonfire/, "fire"],
  [/frying|cooking|cook\b/, "sizzle"],
  [/^(?!.*(?:penguin|chicken|owl)).*(?:bird|parrot|dove|robin|sparrow)/, "birds"],
  [/cricket|grasshopper/, "crickets"],
];
const DRIVES = /^(?:drive|race)$/;
const STEPS: Readonly<Record<string, SoundName>> = {
  walk: "footsteps",
  climb: "footsteps",
  run: "runningSteps",
  chase: "runningSteps",
};
const WALKERS =
  /man|woman|boy|girl|person|child|people|guard|detective|chef|cook|farmer|astronaut|firefighter|police|teacher|student|king|queen|prince|princess|knight|robot|horse|deer|elephant|bear|dog|wolf|zombie|santa|mage|fairy|pirate|worker|artist|singer|runn|walk/;

/** What is heard in a scene, the most telling first, three sounds at most. */
export function soundsOf(scene: HeardScene): SoundName[] {
  const heard = [
    ...castSounds(scene),
    ...(INDOORS.has(scene.place) || SOUNDLESS.has(scene.place)
      ? []
      : (OF_WEATHER[scene.weather] ?? [])),
    ...(INDOORS.has(scene.place) && /rain|storm/.test(scene.weather) ? (["rain"] as const) : []),
    ...(OF_PLACE[scene.place] ?? []),
    ...wildlife(scene),
    ...stepSounds(scene),
  ];
  return [...new Set(heard)].slice(0, MAX_SOUNDS);
}

function castSounds({ cast, props, motion, place }: HeardScene): SoundName[] {
  if (SOUNDLESS.has(place)) return [];
  const seen = [...cast, ...props];
  const sounds = OF_CAST.flatMap(([pattern, sound]) =>
    seen.some(({ picture }) => pattern.test(picture)) ? [sound] : [],
  );
  // A parked car is silent.
  return sounds.filter((sound) => sound !== "engine" || DRIVES.test(motion)).slice(0, 1);
}

function wildlife({ place, time, weather, season }: HeardScene): SoundName[] {
  if (!BIRDS_LIVE_IN.has(place) || season === "winter") return [];
  if (/rain|storm|snow/.test(weather)) return [];
  return [time === "night" ? "crickets" : "birds"];
}

function stepSounds({ cast, motion, place, weather, season }: HeardScene): SoundName[] {
  const [lead] = cast;
  const sound = STEPS[motion];
  if (!sound || !lead || SOUNDLESS.has(place) || /sea|sky/.test(place)) return [];
  if (!WALKERS.test(lead.picture)) return [];
  const isSnow = place === "snowfield" || weather === "snow" || season === "winter";
  return [isSnow && !INDOORS.has(place) ? "snowSteps" : sound];
}
