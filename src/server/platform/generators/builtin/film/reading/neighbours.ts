import type { Random } from "../drawing/random";
import type { Place, TimeOfDay, Weather } from "../setting";
import type { CastMember } from "../storyboard";
import type { Finding } from "./finding";

/** Where nobody is named: animals and things, because the words may say that there are no people. */
const DWELLERS: Partial<Record<Place, readonly [picture: string, count: number]>> = {
  sea: ["sailboat", 1],
  lake: ["swan", 2],
  river: ["duck", 2],
  beach: ["crab", 1],
  coast: ["lighthouse", 1],
  island: ["parrot", 1],
  harbor: ["sailboat", 2],
  underwater: ["tropical-fish", 4],
  forest: ["deer", 1],
  jungle: ["parrot", 2],
  meadow: ["butterfly", 4],
  garden: ["butterfly", 3],
  park: ["chipmunk", 1],
  farm: ["cow", 2],
  village: ["rooster", 1],
  savanna: ["giraffe", 2],
  desert: ["camel", 1],
  mountains: ["eagle", 1],
  volcano: ["eagle", 1],
  cave: ["bat", 3],
  snowfield: ["penguin", 3],
  city: ["bird", 4],
  street: ["taxi", 1],
  road: ["automobile", 1],
  market: ["basket", 2],
  rooftop: ["cat", 1],
  room: ["couch-and-lamp", 1],
  kitchen: ["pot-of-food", 1],
  office: ["laptop", 1],
  cafe: ["hot-beverage", 2],
  library: ["books", 1],
  classroom: ["books", 1],
  laboratory: ["microscope", 1],
  hospital: ["stethoscope", 1],
  castle: ["crown", 1],
  stage: ["microphone", 1],
  stadium: ["soccer-ball", 1],
  space: ["rocket", 1],
  moon: ["satellite", 1],
  sky: ["hot-air-balloon", 2],
};

const SIGNS_OF_TIME: Partial<Record<TimeOfDay, readonly [picture: string, count: number]>> = {
  dawn: ["sun", 1],
  sunset: ["sun", 1],
  night: ["crescent-moon", 1],
};
const SIGNS_OF_WEATHER: Partial<Record<Weather, readonly [picture: string, count: number]>> = {
  rain: ["umbrella", 1],
  snow: ["snowman", 1],
  storm: ["cloud-with-lightning-and-rain", 2],
  fog: ["lighthouse", 1],
  wind: ["kite", 2],
  clouds: ["cloud", 3],
  fireworks: ["fireworks", 3],
  aurora: ["deer", 1],
};

/** Where a pool of neighbours for unknown words starts; the random one is seeded by the prompt. */
const NEIGHBOURS = ["sparkles", "glowing-star", "crystal-ball"] as const;

/** Whoever may be met there, or in such weather, when the words name nobody. */
export function neighbour(
  { place, weather, time }: Pick<Finding, "place" | "weather" | "time">,
  random: Random,
): CastMember {
  const known =
    (place && DWELLERS[place]) ??
    (weather && SIGNS_OF_WEATHER[weather]) ??
    (time && SIGNS_OF_TIME[time]);
  const [picture, count] = known ?? [random.pick(NEIGHBOURS), 3];
  return { picture, count };
}
