import type { Style } from "~/server/platform/generators/schema";
import { createRandom } from "../drawing/random";
import { type Place, ROOMS } from "../places";
import type { Motion } from "../setting";
import { createPalette } from "../stage/palette";
import type { Scenery, StageSet, Surface } from "../stage/stage-set";
import type { Scene, Shot } from "../storyboard";
import { lookOf } from "../styles/styles";
import { habitOf } from "../vocabulary/habits";
import { addWeather } from "../weather/weather";
import { sky } from "./above-clouds";
import { abstract } from "./abstract";
import { cafe } from "./cafe";
import { castle } from "./castle";
import { cave } from "./cave";
import { city } from "./city";
import { classroom } from "./classroom";
import { coast } from "./coast";
import { space } from "./cosmos";
import { desert } from "./desert";
import { farm } from "./farm";
import { forest } from "./forest";
import { garden } from "./garden";
import { meadow, savanna } from "./grassland";
import { harbor } from "./harbor";
import { hospital } from "./hospital";
import { island } from "./island";
import { jungle } from "./jungle";
import { kitchen } from "./kitchen";
import { laboratory } from "./laboratory";
import { library } from "./library";
import { market } from "./market";
import { moon } from "./moon";
import { mountains, snowfield } from "./mountains";
import { addNeonGrid } from "./neon-grid";
import { office } from "./office";
import { park } from "./park";
import { river } from "./river";
import { road } from "./road";
import { rooftop } from "./rooftop";
import { room } from "./room";
import { beach, lake, sea } from "./shore";
import { stadium } from "./stadium";
import { stage } from "./stage";
import { street } from "./street";
import { underwater } from "./underwater";
import { village } from "./village";
import { volcano } from "./volcano";

const PAINTERS: Record<Place, (set: StageSet) => void> = {
  cafe,
  castle,
  cave,
  classroom,
  coast,
  farm,
  garden,
  harbor,
  hospital,
  island,
  laboratory,
  library,
  market,
  park,
  river,
  road,
  village,
  volcano,

  sea,
  lake,
  beach,
  underwater,
  forest,
  jungle,
  meadow,
  savanna,
  desert,
  mountains,
  snowfield,
  city,
  street,
  rooftop,
  room,
  kitchen,
  office,
  stage,
  stadium,
  space,
  moon,
  sky,
  abstract,
};
const SURFACES: Partial<Record<Place, Surface>> = {
  sea: "water",
  lake: "water",
  underwater: "air",
  space: "air",
  sky: "air",
  abstract: "air",
  city: "air",
  kitchen: "counter",
  office: "counter",
};
/** Where no weather gets in. */
const SHELTERED = new Set<Place>([...ROOMS, "underwater", "space", "moon", "cave"]);
/** Where those who float are on the water and all others on its shore. */
const SHORES = new Set<Place>(["river", "coast", "island", "harbor", "beach"]);
const AFLOAT = new Set<Motion>(["sail", "swim", "surf", "dive"]);
/** How near the shot comes: scenery grows with it. */
const MAGNIFICATION: Record<Shot, number> = { wide: 1, medium: 1.28, close: 1.65 };

function surfaceOf({ place, motion, cast }: Scene): Surface {
  const habit = habitOf(cast[0]?.picture ?? "").motion;
  if (SHORES.has(place) && (AFLOAT.has(motion) || (motion === "bob" && AFLOAT.has(habit))))
    return "water";
  return SURFACES[place] ?? "ground";
}

/** Of all its shots, since the place stays the same from one to the next. */
const picturesOf = ({ told, cast, props }: Scene): ReadonlySet<string> =>
  new Set([...told.cast, ...told.props, ...cast, ...props].map(({ picture }) => picture));

export type SceneFrame = { width: number; height: number; style: Style };

/** Paints everything around the cast of a scene; `travel` in pixels over the scene at depth 1. */
export function paintScenery(scene: Scene, frame: SceneFrame, travel: number): StageSet {
  const { width, height, style } = frame;
  const isTall = height > width;
  const groundShare =
    (isTall ? 0.74 : width > height ? 0.76 : 0.78) + (scene.shot === "close" ? 0.05 : 0);
  const groundY = Math.round(height * groundShare);
  const unit = Math.min(width, height) * MAGNIFICATION[scene.shot];
  const scenery: Scenery = {
    behind: [],
    before: [],
    animateBehind: [],
    animateGround: [],
    animateBefore: [],
    stamps: [],
    surface: surfaceOf(scene),
    groundY,
    horizonY: Math.round(
      groundY - unit * ((isTall ? 0.26 : 0.2) + (SHORES.has(scene.place) ? 0.08 : 0)),
    ),
  };
  const random = createRandom(scene.seed);
  const palette = createPalette(
    scene.time,
    scene.weather,
    lookOf(style),
    random.integer(0, 3),
    scene.place,
  );
  const { time, weather, place } = scene;
  const set: StageSet = {
    width,
    height,
    unit,
    style,
    time,
    weather,
    season: scene.season,
    place,
    shown: picturesOf(scene),
    palette,
    random,
    travel,
    loft: isTall ? 1.6 : width > height ? 1 : 1.12,
    scenery,
  };
  PAINTERS[place](set);
  if (style === "neon" && scenery.surface === "ground") addNeonGrid(set);
  if (!SHELTERED.has(place)) addWeather(set);
  return set;
}
