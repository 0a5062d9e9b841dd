import { type Color, darken, lighten } from "../color";
import { drawGrass } from "../plants";
import { drawRidge, verticalGradient } from "../shapes";
import { addLayer, type StageSet, shade } from "../stage-set";

export const GRASS: Color = [104, 180, 82];

export const PINE: Color = [46, 108, 84];

export const LEAF: Color = [86, 160, 74];

export const SNOW: Color = [236, 244, 255];

export const SAND: Color = [236, 186, 112];

export const ROCK: Color = [122, 110, 128];

export const seedOf = (set: StageSet) => set.random.integer(1, 1e8);

export function addHills(
  set: StageSet,
  y: number,
  height: number,
  depth: number,
  material: Color,
  wave = 1,
): void {
  addLayer(set, { depth, top: y - height * 1.6 }, (context, width) => {
    const color = shade(set, material, depth);
    drawRidge(
      context,
      width,
      { y, bottom: set.height * 1.2, height, wave: set.unit * 0.62 * wave, seed: seedOf(set) },
      verticalGradient(context, y - height, set.height, lighten(color, 0.1), darken(color, 0.12)),
    );
  });
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
        lighten(color, 0.08),
        darken(color, 0.2),
      ),
    );
    if (!tufts) return;
    drawGrass(
      context,
      width,
      yAt,
      set.unit * 0.028,
      tufts.map((tuft) => shade(set, tuft, 0.98)),
      set,
      set.unit * 0.012,
    );
    for (let row = 1; row < 4; row++) {
      const rowY = groundY + (set.height - groundY) * (row / 4);
      drawGrass(
        context,
        width,
        () => rowY + set.random.between(-1, 1) * set.unit * 0.02,
        set.unit * 0.03,
        tufts.map((tuft) => shade(set, darken(tuft, 0.1), 1)),
        set,
        set.unit * 0.09,
      );
    }
  });
}

export function addForegroundGrass(set: StageSet, colors: readonly Color[]): void {
  addLayer(set, { depth: 1.5, top: set.height * 0.86, front: true }, (context, width) => {
    const tones = colors.map((color) => darken(shade(set, color, 1), 0.34));
    drawGrass(
      context,
      width,
      () => set.height * 1.04,
      set.unit * 0.12,
      tones,
      set,
      set.unit * 0.022,
    );
  });
}
