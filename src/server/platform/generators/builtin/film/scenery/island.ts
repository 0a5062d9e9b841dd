import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { drawPalm } from "../plants/palm";
import { drawBush } from "../plants/trees";
import { addSky } from "../sky/sky";
import { addLayer, type Layer, type StageSet, shade, spanOf } from "../stage/stage-set";
import { addBirds } from "./birds";
import { seedOf } from "./ground";
import { addPalms } from "./palms";
import { addWater } from "./water";
import { addWaves } from "./waves";

const SAND: Color = [248, 224, 172];
const LUSH: Color = [66, 150, 92];

/** Palm islands in a lagoon; the cast stands on a sandbank unless it floats. */
export function island(set: StageSet): void {
  const { horizonY, groundY, surface } = set.scenery;
  const { unit } = set;
  const sunX = set.random.between(0.2, 0.45);
  addSky(set, { horizon: horizonY, sunX });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.7, depth: 0.1 });
  const far = addIsle(set, {
    depth: 0.16,
    y: horizonY + unit * 0.012,
    size: 0.16,
    every: 1.1,
    at: 0.2,
  });
  addWater(set, { calm: false, sunX, mirrored: [far] });
  addWaves(set, [{ depth: 0.34, down: 0.14, front: false }], 0.7);
  addIsle(set, { depth: 0.42, y: horizonY + unit * 0.055, size: 0.42, every: 1.7, at: 0.58 });
  addWaves(
    set,
    [
      { depth: 0.55, down: 0.36, front: false },
      { depth: 0.76, down: 0.6, front: false },
    ],
    1,
  );
  if (surface !== "water") {
    addSandbank(set, groundY - unit * 0.07);
    if (!set.shown.has("palm-tree"))
      addPalms(set, {
        depth: 1.02,
        y: groundY - unit * 0.025,
        size: 0.6 * Math.sqrt(set.loft),
        every: 1.2,
      });
  }
  addWaves(
    set,
    surface === "water"
      ? [
          { depth: 1.05, down: 1.03, front: true },
          { depth: 1.4, down: 1.55, front: true },
        ]
      : [{ depth: 1.4, down: (set.height * 0.955 - horizonY) / (groundY - horizonY), front: true }],
    1,
  );
}

type Isle = { depth: number; y: number; size: number; every: number; at: number };

/** Green mounds with a ring of sand and palms on them, `every` so many frames. */
function addIsle(set: StageSet, { depth, y, size, every, at }: Isle): Layer {
  const { unit, random } = set;
  const half = unit * size * 0.95;
  const high = unit * size * 0.5 * set.loft;
  const { left } = spanOf(set, depth);
  return addLayer(
    set,
    { depth, top: y - high * 1.9, bottom: y + half * 0.09 },
    (context, width) => {
      const green = shade(set, LUSH, depth);
      const sand = shade(set, SAND, depth);
      for (let x = set.width * at - left; x < width + half; x += set.width * every) {
        context.fillStyle = verticalGradient(
          context,
          y - half * 0.06,
          y + half * 0.06,
          lighten(sand, 0.15),
          darken(sand, 0.12),
        );
        context.beginPath();
        context.ellipse(x, y, half * 1.2, half * 0.085, 0, 0, Math.PI * 2);
        context.fill();
        for (const [dx, scale, tone] of [
          [-0.3, 0.8, darken(green, 0.16)],
          [0.2, 1, green],
          [0.62, 0.5, darken(green, 0.08)],
        ] as const) {
          context.fillStyle = verticalGradient(
            context,
            y - high * scale,
            y,
            lighten(tone, 0.16),
            darken(tone, 0.14),
          );
          context.beginPath();
          context.moveTo(x + (dx - 0.55 * scale) * half, y);
          context.bezierCurveTo(
            x + (dx - 0.3 * scale) * half,
            y - high * 0.5 * scale,
            x + (dx - 0.16) * half,
            y - high * scale,
            x + dx * half,
            y - high * scale,
          );
          context.bezierCurveTo(
            x + (dx + 0.2) * half,
            y - high * scale,
            x + (dx + 0.3 * scale) * half,
            y - high * 0.4 * scale,
            x + (dx + 0.6 * scale) * half,
            y,
          );
          context.fill();
        }
        for (let bush = 0; bush < 11; bush++)
          drawBush(
            context,
            x + (bush / 10 - 0.5) * half * 1.7,
            y + half * 0.01,
            half * random.between(0.09, 0.16),
            shade(set, mix(LUSH, [40, 110, 70], random.next()), depth),
            seedOf(set),
          );
        for (const [dx, scale, lean] of [
          [-0.75, 0.8, -0.9],
          [-0.55, 1, -0.4],
          [0.5, 0.9, 0.5],
          [0.8, 0.72, 0.9],
        ] as const)
          drawPalm(
            context,
            x + dx * half,
            y + half * 0.02,
            half * 0.62 * scale,
            shade(set, [70, 164, 96], depth),
            shade(set, [156, 116, 82], depth),
            lean,
          );
      }
    },
  );
}

function addSandbank(set: StageSet, y: number): void {
  const { unit } = set;
  addLayer(set, { depth: 1, top: y - unit * 0.08 }, (context, width) => {
    const sand = shade(set, SAND, 1);
    const ridge = {
      y,
      bottom: set.height * 1.2,
      height: unit * 0.03,
      wave: unit * 0.7,
      seed: seedOf(set),
    };
    for (const [rise, tone] of [
      [0.022, mix(lighten(set.palette.water[0], 0.7), [255, 255, 255], 0.4)],
      [0.012, darken(sand, 0.2)],
    ] as const)
      drawRidge(context, width, { ...ridge, y: y - unit * rise }, tone);
    drawRidge(
      context,
      width,
      ridge,
      verticalGradient(context, y, set.height, lighten(sand, 0.14), sand, darken(sand, 0.14)),
    );
    for (let mark = 0; mark < (width / unit) * 34; mark++) {
      const py = y + set.random.between(0.02, 0.3) * unit;
      context.fillStyle = css(mark % 2 ? lighten(sand, 0.2) : darken(sand, 0.14), 0.4);
      context.beginPath();
      const size = unit * set.random.between(0.01, 0.05);
      context.ellipse(set.random.next() * width, py, size, size * 0.12, 0, 0, Math.PI * 2);
      context.fill();
    }
  });
}
