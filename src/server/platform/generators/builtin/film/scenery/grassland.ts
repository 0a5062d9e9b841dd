import { type Color, css, darken, lighten, mix } from "../drawing/color";
import type { drawRidge } from "../drawing/shapes";
import { addPlants, drawFlower, drawTuft, scatter } from "../plants/plants";
import { grassOf, isSnowy, leavesOf } from "../plants/seasons";
import { drawBush, drawRoundTree } from "../plants/trees";
import { addSky } from "../sky/sky";
import { createStamp, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addForegroundGrass, addGround, addHills, GRASS, LEAF, PINE, seedOf } from "./ground";
import { addMountainRange } from "./mountain-range";

const PETALS: readonly Color[] = [
  [255, 232, 110],
  [255, 255, 255],
  [255, 132, 146],
  [190, 140, 255],
  [255, 168, 90],
];

export function meadow(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const grass = grassOf(set, GRASS);
  addSky(set, { horizon: horizonY });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.7, depth: 0.08 });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.16 * set.loft, 0.1, isSnowy(set));
  addHills(
    set,
    horizonY + set.unit * 0.04,
    set.unit * 0.09 * set.loft,
    0.22,
    mix(grass, PINE, 0.4),
    {
      trees: LEAF,
    },
  );
  addHills(set, horizonY + set.unit * 0.085, set.unit * 0.08, 0.4, mix(grass, PINE, 0.15), {
    wave: 0.8,
    fields: true,
    trees: LEAF,
  });
  addHills(set, (horizonY + groundY) / 2, set.unit * 0.06, 0.62, grass, { wave: 1.4 });
  addTrees(set, { depth: 0.64, y: (horizonY + groundY) / 2, size: 0.26, every: 0.42 });
  addMeadowGround(set);
}

/** Grass underfoot with flowers in their season, and blades before the lens. */
export function addMeadowGround(set: StageSet, flowers = 1): void {
  const tufts: readonly Color[] = (
    [
      [96, 168, 70],
      [132, 196, 84],
      [76, 148, 72],
    ] as const
  ).map((tuft) => grassOf(set, tuft));
  addGround(set, grassOf(set, GRASS), tufts);
  if (!isSnowy(set) && set.season !== "autumn") addFlowers(set, flowers);
  addForegroundGrass(set, [grassOf(set, [84, 160, 70]), grassOf(set, [60, 130, 66])]);
}

/** Leafy trees and bushes that sway; in winter they are bare. */
export function addTrees(
  set: StageSet,
  options: { depth: number; y: number; size: number; every: number; spare?: boolean },
): void {
  const { depth, y } = options;
  const high = set.unit * options.size * Math.sqrt(set.loft);
  const kinds = Array.from({ length: 4 }, (_, kind) =>
    createStamp(
      set,
      depth,
      { left: -high * 0.5, top: -high * 1.12, right: high * 0.5, bottom: high * 0.04 },
      (context) => {
        const leaf = shade(
          set,
          leavesOf(set, mix(LEAF, PINE, set.random.between(0, 0.4))),
          depth + 0.1,
        );
        if (kind === 3 && !isSnowy(set)) drawBush(context, 0, 0, high * 0.34, leaf, seedOf(set));
        else drawRoundTree(context, 0, 0, high, isSnowy(set) ? undefined : leaf, seedOf(set));
      },
    ),
  );
  const plants = scatter(set, depth, set.unit * options.every, () =>
    options.spare && set.random.next() < 0.5
      ? undefined
      : { y: y + set.random.between(0, 0.03) * set.unit, scale: set.random.between(0.65, 1.1) },
  );
  addPlants(set, { depth, limber: 0.35 }, kinds, plants);
}

function addFlowers(set: StageSet, amount: number): void {
  const { groundY } = set.scenery;
  const size = set.unit * 0.016;
  const kinds = PETALS.map((petal) =>
    createStamp(
      set,
      1.1,
      { left: -size * 2, top: -size * 3.2, right: size * 2, bottom: 2 },
      (context) => {
        const stem = shade(set, [66, 130, 60], 1);
        drawTuft(context, size * 1.3, [stem, lighten(stem, 0.12)], seedOf(set));
        for (const [dx, scale] of [
          [-0.7, 0.75],
          [0.6, 1],
        ] as const)
          drawFlower(
            context,
            dx * size,
            0,
            size * scale,
            shade(set, petal, 1),
            shade(set, [250, 190, 60], 1),
            stem,
          );
      },
    ),
  );
  const plants = scatter(set, 1.1, (set.unit * 0.045) / amount, () => {
    const down = set.random.next();
    return {
      y: groundY - set.unit * 0.015 + down * (set.height * 1.03 - groundY),
      scale: 0.55 + down * 0.9,
    };
  });
  addPlants(set, { depth: 1.1, limber: 2.4 }, kinds, plants);
}

export function savanna(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const dry: Color = [222, 176, 92];
  addSky(set, { horizon: horizonY, clouds: 2 });
  addBirds(set, { high: horizonY * 0.35, low: horizonY * 0.75, depth: 0.08 });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.12 * set.loft, 0.1, false);
  addHills(
    set,
    horizonY + set.unit * 0.045,
    set.unit * 0.04,
    0.26,
    mix(dry, [120, 130, 70], 0.35),
    {
      wave: 1.6,
      trees: [128, 138, 72],
    },
  );
  addHills(set, (horizonY + groundY) / 2, set.unit * 0.03, 0.55, dry, { wave: 1.6 });
  addAcacias(set, 0.42, horizonY + set.unit * 0.06, 0.16, 0.34);
  addAcacias(set, 0.66, (horizonY + groundY) / 2 + set.unit * 0.01, 0.36, 0.95);
  addGround(set, dry, [
    [206, 160, 78],
    [232, 190, 104],
    [176, 140, 70],
  ]);
  addForegroundGrass(set, [
    [196, 150, 70],
    [150, 112, 52],
  ]);
}

function addAcacias(set: StageSet, depth: number, y: number, size: number, every: number): void {
  const high = set.unit * size * Math.sqrt(set.loft);
  const kinds = [0, 1].map(() =>
    createStamp(
      set,
      depth,
      { left: -high * 0.9, top: -high * 1.1, right: high * 0.9, bottom: 3 },
      (context) =>
        drawAcacia(
          context,
          high,
          shade(set, [112, 134, 62], depth + 0.06),
          shade(set, [92, 62, 48], depth + 0.06),
        ),
    ),
  );
  const plants = scatter(set, depth, set.unit * every, () => ({
    y,
    scale: set.random.between(0.7, 1.1),
  }));
  addPlants(set, { depth, limber: 0.2 }, kinds, plants);
}

function drawAcacia(
  context: Parameters<typeof drawRidge>[0],
  height: number,
  leaf: Color,
  trunk: Color,
) {
  context.strokeStyle = css(trunk);
  context.lineCap = "round";
  for (const [dx, dy, weight] of [
    [-0.34, -0.76, 0.04],
    [-0.1, -0.88, 0.05],
    [0.16, -0.86, 0.045],
    [0.4, -0.74, 0.04],
  ] as const) {
    context.lineWidth = height * weight;
    context.beginPath();
    context.moveTo(dx * height * 0.06, 0);
    context.bezierCurveTo(
      dx * height * 0.1,
      -height * 0.4,
      dx * height * 0.5,
      -height * 0.5,
      dx * height,
      dy * height,
    );
    context.stroke();
  }
  for (const [dx, dy, rx] of [
    [-0.4, -0.76, 0.3],
    [0.42, -0.75, 0.32],
    [-0.12, -0.86, 0.4],
    [0.18, -0.93, 0.36],
  ] as const) {
    for (const [tone, lift, scale] of [
      [darken(leaf, 0.3), 0, 1],
      [leaf, 0.022, 0.94],
      [lighten(leaf, 0.14), 0.05, 0.7],
    ] as const) {
      context.fillStyle = css(tone);
      context.beginPath();
      for (let puff = -3; puff <= 3; puff++) {
        const x = (dx + (puff / 3) * rx * 0.72 * scale - lift * 0.6) * height;
        const y = (dy - lift) * height;
        context.moveTo(x + rx * height * 0.3, y);
        context.ellipse(x, y, rx * height * 0.3 * scale, height * 0.062 * scale, 0, 0, Math.PI * 2);
      }
      context.fill();
    }
  }
}
