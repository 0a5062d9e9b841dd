import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { type Color, mix, multiply } from "./color";
import { bleedOf, finishPiece } from "./layer-finish";
import type { Palette } from "./palette";
import { cutOut, discard, findExtents, type Piece, settle } from "./pieces";
import type { Random } from "./random";
import type { Place, TimeOfDay, Weather } from "./setting";
import { lookOf } from "./styles/styles";
import type { View } from "./view";

/** A drawn sheet of scenery. `depth` 0 is infinitely far, 1 is where the cast stands, more is nearer. */
export type Layer = {
  pieces: readonly Piece[];
  x: number;
  y: number;
  depth: number;
  /** Pixels per second that it drifts by itself. */
  drift: number;
  /** The row of the layer from which it hides everything behind it. */
  solidFrom: number;
};
export type Animation = (context: SKRSContext2D, seconds: number, view: View) => void;
export type Surface = "ground" | "water" | "air" | "counter";

/** Everything that stands still or moves by itself around the cast. */
export type Scenery = {
  behind: Layer[];
  before: Layer[];
  animateBehind: Animation[];
  /** On the ground, under the cast. */
  animateGround: Animation[];
  animateBefore: Animation[];
  surface: Surface;
  /** Where feet and keels are, in pixels from the top. */
  groundY: number;
  horizonY: number;
};

/** What a place is drawn with. */
export type StageSet = {
  width: number;
  height: number;
  /** The short side of the frame times the shot's magnification: what sizes are measured in. */
  unit: number;
  style: Style;
  time: TimeOfDay;
  weather: Weather;
  place: Place;
  palette: Palette;
  random: Random;
  /** Pixels that the camera travels at depth 1 during the scene; negative to the left. */
  travel: number;
  scenery: Scenery;
};

export type LayerPaint = (context: SKRSContext2D, width: number, lights: SKRSContext2D) => void;

const MARGIN = 0.08;
const MINIMUM_STEP = 96;

/**
 * Draws a layer once. `paint` gets a context whose y is the frame's and whose x runs from 0 to
 * `width`; what it draws into `lights` shines and is spared by the style's finish.
 */
export function addLayer(
  set: StageSet,
  options: {
    depth: number;
    top?: number;
    bottom?: number;
    drift?: number;
    front?: boolean;
    plain?: boolean;
  },
  paint: LayerPaint,
): void {
  const ceiling = -set.height * MARGIN;
  const top = Math.floor(Math.max(ceiling, options.top ?? ceiling));
  const bottom = Math.ceil(options.bottom ?? hiddenBelow(set, options.depth));
  const reach = Math.abs(set.travel) * options.depth + Math.abs(options.drift ?? 0) * 8;
  const width = Math.ceil(set.width * (1 + 2 * MARGIN) + reach);
  const height = Math.max(2, bottom - top);
  const sheet = createCanvas(width, height);
  // Only a painter that names them has lights.
  const lights = paint.length > 2 ? createCanvas(width, height) : undefined;
  const context = sheet.getContext("2d");
  const lit = (lights ?? sheet).getContext("2d");
  context.translate(0, -top);
  if (lights) lit.translate(0, -top);
  paint(context, width, lit);
  const bleed = options.plain ? 1 : bleedOf(set, options.depth);
  const finish = options.plain ? undefined : finishPiece(set, options.depth, height);
  const step = Math.max(MINIMUM_STEP, bleed);
  const found = findExtents(lights ? [sheet, lights] : [sheet], step);
  const pieces = found.extents.map((extent): Piece => {
    const area = {
      left: extent.left - bleed,
      top: Math.max(0, extent.top - bleed),
      right: extent.right + bleed,
      bottom: Math.min(height, extent.bottom + bleed),
    };
    const cut = cutOut(sheet, area);
    const canvas = finish ? finish(cut, area) : cut;
    const pen = canvas.getContext("2d");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalCompositeOperation = "source-over";
    if (lights) pen.drawImage(lights, -area.left, -area.top);
    return { canvas: settle(canvas), left: area.left, top: area.top };
  });
  discard(sheet, ...(lights ? [lights] : []));
  const goesLeft = set.travel < 0 || (options.drift ?? 0) > 0;
  const list = options.front ? set.scenery.before : set.scenery.behind;
  list.push({
    pieces,
    x: -set.width * MARGIN - (goesLeft ? reach : 0),
    y: top,
    depth: options.depth,
    drift: options.drift ?? 0,
    solidFrom: options.bottom === undefined ? found.solidFrom : Number.POSITIVE_INFINITY,
  });
}

/** Behind the ground nothing needs to be drawn, which halves the pixels of a frame. */
function hiddenBelow(set: StageSet, depth: number): number {
  const { surface, groundY } = set.scenery;
  const isCovered =
    surface === "ground" && depth < 0.8 && set.place !== "stage" && set.place !== "room";
  return isCovered
    ? Math.min(set.height * (1 + MARGIN), groundY + set.unit * 0.06)
    : set.height * (1 + MARGIN);
}

/** A material's colour in this light, veiled by the air in between. */
export function shade(set: StageSet, material: Color, depth: number): Color {
  const far = Math.max(0, Math.min(1, 1 - depth));
  const fog = set.weather === "fog" ? 0.3 : 0;
  return mix(
    multiply(lookOf(set.style).material(material), set.palette.light),
    set.palette.haze,
    Math.min(0.92, far * (0.72 + fog) + fog * 0.5),
  );
}
