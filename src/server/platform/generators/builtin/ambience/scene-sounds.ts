import { ROOMS } from "../film/places";
import type { Motion, Place, Weather } from "../film/setting";
import type { Scene } from "../film/storyboard";
import type { SoundName } from "./sounds";

/** What a scene must tell to be heard. */
export type HeardScene = Pick<
  Scene,
  "start" | "duration" | "place" | "time" | "weather" | "season" | "motion" | "cast" | "props"
>;

const MAX_SOUNDS = 3;

const OF_PLACE: Partial<Record<Place, readonly SoundName[]>> = {
  sea: ["waves"],
  lake: ["stream"],
  river: ["stream"],
  beach: ["waves", "gulls"],
  coast: ["waves", "gulls"],
  island: ["waves", "birds"],
  harbor: ["stream", "gulls"],
  underwater: ["underwater"],
  forest: ["breeze"],
  jungle: ["jungleBirds", "crickets"],
  meadow: ["breeze"],
  garden: ["breeze"],
  park: ["breeze"],
  farm: ["breeze"],
  village: ["breeze"],
  savanna: ["breeze", "crickets"],
  desert: ["wind"],
  mountains: ["wind"],
  volcano: ["fire", "wind"],
  cave: ["drips"],
  snowfield: ["wind"],
  city: ["city"],
  street: ["city"],
  road: ["breeze"],
  market: ["crowd"],
  rooftop: ["breeze", "city"],
  room: ["roomTone"],
  library: ["roomTone"],
  laboratory: ["roomTone"],
  hospital: ["roomTone"],
  castle: ["roomTone"],
  classroom: ["crowd"],
  cafe: ["crowd", "clinks"],
  kitchen: ["sizzle", "roomTone"],
  office: ["typing", "roomTone"],
  stage: ["applause"],
  stadium: ["cheering"],
  space: ["space"],
  moon: ["space"],
  sky: ["wind"],
};
const OF_WEATHER: Partial<Record<Weather, readonly SoundName[]>> = {
  rain: ["rain"],
  storm: ["rain", "thunder", "wind"],
  wind: ["wind"],
  fireworks: ["fireworks", "crowd"],
};
const BIRDS_LIVE_IN = new Set<Place>([
  "forest",
  "meadow",
  "garden",
  "park",
  "farm",
  "village",
  "road",
  "lake",
  "river",
]);
const SOUNDLESS = new Set<Place>(["space", "moon", "underwater"]);
/** Who is in the picture, by words of its name; the first that fits speaks for it. */
const OF_CAST: readonly (readonly [RegExp, SoundName])[] = [
  [/rocket/, "rocket"],
  [/airplane|helicopter/, "jet"],
  [/locomotive|train|tram|railway-car|metro|monorail/, "train"],
  [
    /car$|automobile|sport-utility|bus$|truck|lorry|taxi|tractor|motorcycle|motor-|rickshaw|ambulance|fire-engine|speedboat/,
    "engine",
  ],
  [/^fire$|volcano/, "fire"],
  [/^cooking$/, "sizzle"],
  [/bird$|parrot|dove/, "birds"],
  [/^cricket$/, "crickets"],
];
const DRIVES = /^(?:drive|race)$/;
const STEPS: Partial<Record<Motion, SoundName>> = {
  walk: "footsteps",
  climb: "footsteps",
  run: "runningSteps",
  chase: "runningSteps",
};
/** Nobody hears their feet. */
const LIGHT_FOOTED =
  /mouse|rat$|hamster|chipmunk|hedgehog|^ant$|beetle|bug|spider|snail|worm|snake|^cat$|crab|lizard|ghost|fairy|butterfly|bird|baby|alien/;

/** What is heard in a scene, the most telling first, three sounds at most. */
export function soundsOf(scene: HeardScene): SoundName[] {
  const heard = [
    ...castSounds(scene),
    ...(ROOMS.has(scene.place) || SOUNDLESS.has(scene.place)
      ? []
      : (OF_WEATHER[scene.weather] ?? [])),
    ...(ROOMS.has(scene.place) && /rain|storm/.test(scene.weather) ? (["rain"] as const) : []),
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
  if (LIGHT_FOOTED.test(lead.picture)) return [];
  const isSnow = place === "snowfield" || weather === "snow" || season === "winter";
  return [isSnow && !ROOMS.has(place) ? "snowSteps" : sound];
}
