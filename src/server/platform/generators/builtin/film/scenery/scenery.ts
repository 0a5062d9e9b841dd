import type { Style } from "~/server/platform/generators/schema";
import { createPalette } from "../palette";
import { createRandom } from "../random";
import type { Place } from "../setting";
import type { Scenery, StageSet, Surface } from "../stage-set";
import type { Scene, Shot } from "../storyboard";
import { lookOf } from "../styles/styles";
import { addWeather } from "../weather";
import { abstract, sky } from "./air";
import { space } from "./cosmos";
import { desert } from "./desert";
import { forest } from "./forest";
import { meadow, savanna } from "./grassland";
import { jungle } from "./jungle";
import { kitchen } from "./kitchen";
import { moon } from "./moon";
import { mountains, snowfield } from "./mountains";
import { addNeonGrid } from "./neon-grid";
import { office } from "./office";
import { rooftop } from "./rooftop";
import { room } from "./room";
import { beach, lake, sea } from "./shore";
import { city } from "./skyline";
import { stadium } from "./stadium";
import { stage } from "./stage";
import { street } from "./street";
import { underwater } from "./underwater";

const PAINTERS: Record<Place, (set: StageSet) => void> = {
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
const INDOORS = new Set<Place>([
  "room",
  "kitchen",
  "office",
  "stage",
  "underwater",
  "space",
  "moon",
]);
/** How near the shot comes: scenery grows with it. */
const MAGNIFICATION: Record<Shot, number> = { wide: 1, medium: 1.28, close: 1.65 };

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
    surface: SURFACES[scene.place] ?? "ground",
    groundY,
    horizonY: Math.round(groundY - unit * (isTall ? 0.26 : 0.2)),
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
    palette,
    random,
    travel,
    loft: isTall ? 1.6 : width > height ? 1 : 1.12,
    scenery,
  };
  PAINTERS[place](set);
  if (style === "neon" && scenery.surface === "ground") addNeonGrid(set);
  if (!INDOORS.has(place)) addWeather(set);
  return set;
}
