import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { addPlants, createTufts, drawGrass, scatter } from "../plants/plants";
import { isSnowy, leavesOf } from "../plants/seasons";
import { drawBush, drawPine } from "../plants/trees";
import { addLayer, type Layer, type StageSet, shade } from "../stage/stage-set";

export const GRASS: Color = [104, 180, 82];

export const PINE: Color = [46, 108, 84];

export const LEAF: Color = [86, 160, 74];

export const SNOW: Color = [236, 244, 255];

export const SAND: Color = [236, 186, 112];

export const ROCK: Color = [122, 110, 128];

export const seedOf = (set: StageSet) => set.random.integer(1, 1e8);

/** Rolling land whose foot fades into the air before the next row of it. */
export function addHills(
  set: StageSet,
  y: number,
  height: number,
  depth: number,
  material: Color,
  options: { wave?: number; trees?: Color; fields?: boolean } = {},
): Layer {
  const size = set.unit * 0.035 * (0.5 + depth * 1.6);
  return addLayer(set, { depth, top: y - height * 1.6 - size * 2 }, (context, width) => {
    const color = shade(set, material, depth);
    const yAt = drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height,
        wave: set.unit * 0.62 * (options.wave ?? 1),
        seed: seedOf(set),
      },
      verticalGradient(
        context,
        y - height,
        y + set.unit * 0.22,
        lighten(color, 0.14),
        color,
        mix(color, set.palette.haze, 0.3 * (1 - depth)),
      ),
    );
    if (options.fields) drawFields(context, set, width, yAt, color);
    if (options.trees) drawTreeline(context, set, width, yAt, size, options.trees, depth);
  });
}

/** Stripes of crops that follow the land. */
function drawFields(
  context: SKRSContext2D,
  set: StageSet,
  width: number,
  yAt: (x: number) => number,
  color: Color,
) {
  const tones = [mix(color, [236, 214, 120], 0.4), darken(color, 0.12), lighten(color, 0.14)];
  for (let x = 0; x < width; x += set.unit * set.random.between(0.25, 0.6)) {
    const wide = set.unit * set.random.between(0.14, 0.3);
    const high = set.unit * set.random.between(0.02, 0.035);
    const top = set.unit * set.random.between(0.018, 0.05);
    context.fillStyle = css(tones[set.random.integer(0, 2)] ?? color, 0.75);
    context.beginPath();
    context.moveTo(x, yAt(x) + top);
    context.quadraticCurveTo(
      x + wide / 2,
      yAt(x + wide / 2) + top * 0.7,
      x + wide,
      yAt(x + wide) + top,
    );
    context.lineTo(x + wide * 1.25, yAt(x + wide) + top + high);
    context.quadraticCurveTo(
      x + wide / 2,
      yAt(x + wide / 2) + top + high,
      x - wide * 0.15,
      yAt(x) + top + high,
    );
    context.fill();
  }
}

/** Woods on a far ridge, in clumps. */
function drawTreeline(
  context: SKRSContext2D,
  set: StageSet,
  width: number,
  yAt: (x: number) => number,
  size: number,
  leaf: Color,
  depth: number,
) {
  const snow = isSnowy(set) ? shade(set, SNOW, depth) : undefined;
  const isFir = leaf === PINE || snow !== undefined;
  let clump = 0;
  for (let x = 0; x < width; x += size * set.random.between(0.18, 0.5)) {
    if (clump-- <= 0) {
      x += size * set.random.between(0.5, 5);
      clump = set.random.integer(4, 26);
    }
    const tall = size * set.random.between(0.6, 1.3);
    const y = yAt(x) + size * 0.25;
    const tone = shade(set, mix(leavesOf(set, leaf), PINE, set.random.between(0, 0.6)), depth);
    if (isFir ? set.random.next() < 0.85 : set.random.next() < 0.12)
      drawPine(context, x, y, tall * 1.3, tone, snow);
    else drawBush(context, x, y, tall * 0.8, tone, seedOf(set));
  }
}

/** The ground that the cast stands on, with a soft edge and something growing in front. */
export function addGround(set: StageSet, material: Color, tufts?: readonly Color[]): void {
  const { groundY } = set.scenery;
  const top = groundY - set.unit * 0.085;
  addLayer(set, { depth: 1, top: top - set.unit * 0.1 }, (context, width) => {
    const color = shade(set, material, 1);
    const yAt = drawRidge(
      context,
      width,
      {
        y: top,
        bottom: set.height * 1.2,
        height: set.unit * 0.02,
        wave: set.unit * 0.7,
        seed: seedOf(set),
      },
      verticalGradient(
        context,
        top - set.unit * 0.02,
        set.height,
        lighten(color, 0.16),
        color,
        darken(color, 0.2),
      ),
    );
    drawPatches(context, set, width, color);
    if (!tufts) return;
    const tones = (shift: number) => tufts.map((tuft) => shade(set, darken(tuft, shift), 1));
    drawGrass(context, width, yAt, set.unit * 0.026, tones(-0.04), set, set.unit * 0.009);
  });
  if (tufts) addTufts(set, tufts);
}

/** Lighter and darker places, flatter the farther they lie. */
export function drawPatches(context: SKRSContext2D, set: StageSet, width: number, color: Color) {
  const { groundY } = set.scenery;
  const top = groundY - set.unit * 0.05;
  for (let patch = 0; patch < (width / set.unit) * 14; patch++) {
    const down = set.random.next();
    const y = top + down ** 1.3 * (set.height * 1.05 - top);
    const wide = set.unit * set.random.between(0.06, 0.22) * (0.5 + down);
    context.fillStyle = css(
      set.random.next() < 0.5 ? lighten(color, 0.14) : darken(color, 0.14),
      0.32,
    );
    context.beginPath();
    context.ellipse(set.random.next() * width, y, wide, wide * 0.1, 0, 0, Math.PI * 2);
    context.fill();
  }
}

/** Tufts that sway between the cast's feet and the lens. */
function addTufts(set: StageSet, colors: readonly Color[]): void {
  const { groundY } = set.scenery;
  const size = set.unit * 0.045;
  const kinds = createTufts(
    set,
    1,
    size,
    colors.map((color) => shade(set, darken(color, 0.08), 1)),
  );
  const plants = scatter(set, 1, set.unit * 0.06, () => {
    const down = set.random.next() ** 0.8;
    return {
      y: groundY - set.unit * 0.03 + down * (set.height * 1.03 - groundY),
      scale: 0.5 + down * 0.8,
    };
  });
  addPlants(set, { depth: 1, limber: 3 }, kinds, plants);
}

/** Dark, blurred growth at the lower edge, before everything. */
export function addForegroundGrass(set: StageSet, colors: readonly Color[]): void {
  const size = set.unit * 0.15;
  const kinds = createTufts(
    set,
    1.5,
    size,
    colors.map((color) => darken(shade(set, color, 1), 0.3)),
  );
  const plants = scatter(set, 1.5, set.unit * 0.09, (x) => ({
    y: set.height * 1.05 + Math.sin(x * 0.011) * set.unit * 0.03,
    scale: set.random.between(0.5, 1),
  }));
  addPlants(set, { depth: 1.5, limber: 0.45, front: true }, kinds, plants);
}
