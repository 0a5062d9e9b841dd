import { css, darken, lighten, mix } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { addPlants, scatter } from "../plants/plants";
import { grassOf, isSnowy } from "../plants/seasons";
import { drawBush } from "../plants/trees";
import { addSky } from "../sky/sky";
import { addLayer, createStamp, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addMeadowGround, addTrees } from "./grassland";
import { addHills, GRASS, LEAF, PINE, seedOf } from "./ground";
import { addMountainRange } from "./mountain-range";
import { addReeds } from "./shore";
import { addWater } from "./water";
import { addWaves } from "./waves";

/** A river between wooded banks; boats float on it, everybody else stands on the near bank. */
export function river(set: StageSet): void {
  const { horizonY, groundY, surface } = set.scenery;
  const { unit, loft } = set;
  const grass = grassOf(set, GRASS);
  const sunX = set.random.between(0.3, 0.7);
  const isAfloat = surface === "water";
  addSky(set, { horizon: horizonY, sunX, clouds: 3 });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.6, depth: 0.07 });
  const range = addMountainRange(set, horizonY - unit * 0.01, unit * 0.2 * loft, 0.08);
  addHills(set, horizonY + unit * 0.0, unit * 0.14 * loft, 0.15, mix(grass, PINE, 0.4), {
    trees: LEAF,
  });
  const bank = addHills(set, horizonY + unit * 0.012, unit * 0.045, 0.22, mix(grass, PINE, 0.15), {
    wave: 0.9,
    trees: LEAF,
  });
  addWater(set, { calm: true, sunX, mirrored: [range, bank] });
  addFarTrees(set);
  if (isAfloat) {
    addReeds(set);
    addWaves(
      set,
      [
        { depth: 1.1, down: 1.03, front: true },
        { depth: 1.5, down: 1.62, front: true },
      ],
      0.5,
    );
    return;
  }
  addStones(set, groundY - unit * 0.105);
  addMeadowGround(set, 0.7);
}

/** Willows and bushes that stand right at the far water's edge. */
function addFarTrees(set: StageSet): void {
  const { horizonY } = set.scenery;
  addTrees(set, {
    depth: 0.27,
    y: horizonY + set.unit * 0.004,
    size: 0.17,
    every: 0.3,
    spare: true,
  });
}

/** Pebbles and boulders where the grass meets the water. */
function addStones(set: StageSet, y: number): void {
  const { unit } = set;
  addLayer(set, { depth: 0.94, top: y - unit * 0.08 }, (context, width) => {
    const wet = shade(set, [128, 118, 104], 0.94);
    drawRidge(
      context,
      width,
      { y, bottom: set.height * 1.2, height: unit * 0.02, wave: unit * 0.3, seed: seedOf(set) },
      verticalGradient(
        context,
        y - unit * 0.02,
        y + unit * 0.06,
        lighten(wet, 0.12),
        darken(wet, 0.1),
      ),
    );
    for (let x = 0; x < width; x += unit * set.random.between(0.02, 0.09)) {
      const size = unit * set.random.between(0.008, 0.03);
      const stone = mix(
        wet,
        isSnowy(set) ? [240, 246, 255] : [170, 160, 150],
        set.random.between(0.1, 0.7),
      );
      const py = y + set.random.between(-0.01, 0.02) * unit;
      for (const [tone, dx, dy, scale] of [
        [darken(stone, 0.26), 0, 0, 1],
        [lighten(stone, 0.1), -0.12, -0.16, 0.74],
      ] as const) {
        context.fillStyle = css(tone);
        context.beginPath();
        context.ellipse(
          x + dx * size,
          py + dy * size,
          size * scale,
          size * 0.6 * scale,
          0,
          0,
          Math.PI * 2,
        );
        context.fill();
      }
    }
  });
  const size = unit * 0.07;
  const kinds = [0, 1].map(() =>
    createStamp(
      set,
      0.96,
      { left: -size * 1.5, top: -size * 1.3, right: size * 1.5, bottom: 4 },
      (context) =>
        drawBush(
          context,
          0,
          0,
          size,
          shade(set, grassOf(set, mix(LEAF, PINE, 0.3)), 0.95),
          seedOf(set),
        ),
    ),
  );
  const plants = scatter(set, 0.96, unit * 0.55, () => ({
    y: y + unit * 0.03,
    scale: set.random.between(0.6, 1.1),
  }));
  addPlants(set, { depth: 0.96, limber: 0.6 }, kinds, plants);
}
