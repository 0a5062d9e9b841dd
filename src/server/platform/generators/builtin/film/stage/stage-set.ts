import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { enterPlane, type View } from "../camera/view";
import { type Color, mix, multiply } from "../drawing/color";
import type { Random } from "../drawing/random";
import { type Place, ROOMS } from "../places";
import type { Season, TimeOfDay, Weather } from "../setting";
import { lookOf } from "../styles/styles";
import { bleedOf, finishPiece, layLights } from "./layer-finish";
import type { Palette } from "./palette";
import { cutOut, discard, findExtents, type Piece, settle } from "./pieces";

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
  /** Drawn every frame over the pieces, in the frame's own coordinates. */
  animate?: Animation;
  /** Moves by itself in every frame, so that it may not stand for a while. */
  isRestless?: boolean;
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
  /** What animations draw with, so that its memory can be given back. */
  stamps: Canvas[];
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
  season: Season | undefined;
  place: Place;
  /** Pictures that the told story shows: what the scenery leaves out, not to have it twice. */
  shown: ReadonlySet<string>;
  palette: Palette;
  random: Random;
  /** Pixels that the camera travels at depth 1 during the scene; negative to the left. */
  travel: number;
  /** How much higher than in a wide frame far things stand, so that a tall frame is filled. */
  loft: number;
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
): Layer {
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
  const { pieces, solidFrom } = cutSheet(set, { sheet, lights }, options.depth, options.plain);
  // A camera that goes right needs room there, whichever way the layer drifts.
  const before = Math.max(0, -set.travel * options.depth) + Math.max(0, options.drift ?? 0) * 8;
  const layer: Layer = {
    pieces,
    x: -set.width * MARGIN - before,
    y: top,
    depth: options.depth,
    drift: options.drift ?? 0,
    solidFrom: options.bottom === undefined ? solidFrom : Number.POSITIVE_INFINITY,
  };
  (options.front ? set.scenery.before : set.scenery.behind).push(layer);
  return layer;
}

/** Keeps of a sheet what shows, finished as the style wants it; the sheet itself is used up. */
function cutSheet(
  set: StageSet,
  { sheet, lights }: { sheet: Canvas; lights: Canvas | undefined },
  depth: number,
  plain = false,
): { pieces: Piece[]; solidFrom: number } {
  const { height } = sheet;
  const bleed = plain ? 1 : bleedOf(set, depth);
  const finish = plain ? undefined : finishPiece(set, depth, height);
  const step = Math.max(MINIMUM_STEP, bleed);
  const { extents, solidFrom } = findExtents(lights ? [sheet, lights] : [sheet], step);
  const pieces = extents.map((extent): Piece => {
    const area = {
      left: extent.left - bleed,
      top: Math.max(0, extent.top - bleed),
      right: extent.right + bleed,
      bottom: Math.min(height, extent.bottom + bleed),
    };
    const cut = cutOut(sheet, area);
    const canvas = finish ? finish(cut, area) : cut;
    if (lights) layLights(set, canvas, lights, area);
    return { canvas: settle(canvas), left: area.left, top: area.top };
  });
  discard(sheet, ...(lights ? [lights] : []));
  return { pieces, solidFrom };
}

/** Something small, drawn once and shown many times; `x` and `y` lead from its foot to its corner. */
export type Stamp = { canvas: Canvas; x: number; y: number };

/** Draws a stamp around its foot at (0, 0); `lights` shine as those of a layer do. */
export function createStamp(
  set: StageSet,
  depth: number,
  box: { left: number; top: number; right: number; bottom: number },
  paint: (context: SKRSContext2D, lights: SKRSContext2D) => void,
): Stamp {
  const bleed = bleedOf(set, depth);
  const width = Math.ceil(box.right - box.left) + bleed * 2;
  const height = Math.ceil(box.bottom - box.top) + bleed * 2;
  const sheet = createCanvas(width, height);
  const lights = paint.length > 1 ? createCanvas(width, height) : undefined;
  const context = sheet.getContext("2d");
  const lit = (lights ?? sheet).getContext("2d");
  for (const pen of lights ? [context, lit] : [context])
    pen.translate(bleed - box.left, bleed - box.top);
  paint(context, lit);
  context.setTransform(1, 0, 0, 1, 0, 0);
  const canvas = finishPiece(set, depth, height)(sheet, { left: 0, top: 0 });
  if (lights) {
    layLights(set, canvas, lights, { left: 0, top: 0 });
    discard(lights);
  }
  set.scenery.stamps.push(canvas);
  return { canvas: settle(canvas), x: box.left - bleed, y: box.top - bleed };
}

/** Gives back stamps that no frame needs, because all they show has become part of a layer. */
export function discardStamps(set: StageSet, stamps: readonly Stamp[]): void {
  const gone = new Set(stamps.map(({ canvas }) => canvas));
  discard(...gone);
  set.scenery.stamps = set.scenery.stamps.filter((canvas) => !gone.has(canvas));
}

/** Something drawn anew every frame, in the coordinates of its plane and in the order of the layers. */
export function addMoving(set: StageSet, depth: number, animate: Animation, front = false): void {
  const inPlane: Animation = (context, seconds, view) => {
    context.save();
    enterPlane(context, view, depth);
    animate(context, seconds, view);
    context.restore();
  };
  addAnimation(set, depth, inPlane, front);
}

/** The same in the frame's own coordinates. */
export function addAnimation(
  set: StageSet,
  depth: number,
  animate: Animation,
  front = false,
): void {
  (front ? set.scenery.before : set.scenery.behind).push({
    pieces: [],
    x: 0,
    y: 0,
    depth,
    drift: 0,
    solidFrom: Number.POSITIVE_INFINITY,
    animate,
  });
}

/** The columns of a plane that the camera gets to see during the scene. */
export function spanOf(set: StageSet, depth: number): { left: number; right: number } {
  const shift = set.travel * depth;
  const margin = set.width * MARGIN;
  return { left: Math.min(0, shift) - margin, right: set.width + Math.max(0, shift) + margin };
}

/** Whether anything within `reach` of a plane's column is in the frame now. */
export const isSeen = (view: View, depth: number, x: number, reach: number): boolean =>
  x - view.panX * depth > -reach - view.width * MARGIN &&
  x - view.panX * depth < view.width * (1 + MARGIN) + reach;

/** Behind the ground nothing needs to be drawn, which halves the pixels of a frame. */
function hiddenBelow(set: StageSet, depth: number): number {
  const { surface, groundY } = set.scenery;
  const isCovered = surface === "ground" && depth < 0.8 && !ROOMS.has(set.place);
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
