import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { addPlants, scatter } from "../plants/plants";
import { addCloudBank } from "../sky/clouds";
import { addSky, cloudColor } from "../sky/sky";
import { addLayer, createStamp, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addHills, PINE, seedOf } from "./ground";
import { addMountainRange } from "./mountain-range";
import { addFronds, addPalms } from "./palms";
import { addWater } from "./water";
import { addWaves } from "./waves";

const BEACH: Color = [246, 220, 168];

export function sea(set: StageSet): void {
  const { horizonY } = set.scenery;
  const sunX = set.random.between(0.25, 0.75);
  const rough = set.weather === "storm" ? 3 : set.weather === "wind" ? 2.2 : 1.3;
  addSky(set, { horizon: horizonY, sunX });
  addCloudBank(set, {
    depth: 0.06,
    count: 5,
    high: horizonY - set.unit * 0.01,
    low: horizonY + set.unit * 0.002,
    size: set.unit * 0.12,
    color: mix(cloudColor(set), set.palette.sky[2], 0.45),
  });
  addBirds(set, { high: horizonY * 0.35, low: horizonY * 0.75, depth: 0.12 });
  addWater(set, { calm: false, sunX });
  addWaves(
    set,
    [
      { depth: 0.42, down: 0.3, front: false },
      { depth: 0.6, down: 0.52, front: false },
      { depth: 0.82, down: 0.78, front: false },
      { depth: 1.05, down: 1.03, front: true },
      { depth: 1.4, down: 1.52, front: true },
    ],
    rough,
  );
}

export function lake(set: StageSet): void {
  const { horizonY } = set.scenery;
  const sunX = set.random.between(0.3, 0.7);
  addSky(set, { horizon: horizonY, sunX, clouds: 3 });
  const range = addMountainRange(set, horizonY + set.unit * 0.01, set.unit * 0.24 * set.loft, 0.12);
  const shore = addHills(set, horizonY + set.unit * 0.012, set.unit * 0.05, 0.2, [70, 116, 84], {
    wave: 0.5,
    trees: PINE,
  });
  addWater(set, { calm: true, sunX, mirrored: [range, shore] });
  addBirds(set, { high: horizonY * 0.4, low: horizonY * 0.8, depth: 0.26 });
  addWaves(
    set,
    [
      { depth: 1.1, down: 1.03, front: true },
      { depth: 1.5, down: 1.62, front: true },
    ],
    0.5,
  );
  addReeds(set);
}

/** Rushes that stand in the shallows at the lens. */
export function addReeds(set: StageSet): void {
  // A wide frame has less room under those who float.
  const size = set.unit * (set.height > set.width ? 0.3 : 0.2);
  const green = darken(shade(set, [92, 132, 74], 1), 0.32);
  const brown = darken(shade(set, [120, 78, 48], 1), 0.25);
  const kinds = Array.from({ length: 3 }, () =>
    createStamp(
      set,
      1.3,
      { left: -size * 0.5, top: -size * 1.1, right: size * 0.5, bottom: 4 },
      (context) => {
        for (let stalk = 0; stalk < 9; stalk++) {
          const x = set.random.between(-0.26, 0.26) * size;
          const tip = x + set.random.between(-0.2, 0.2) * size;
          const high = size * set.random.between(0.5, 1);
          context.strokeStyle = css(lighten(green, set.random.between(0, 0.14)));
          context.lineWidth = size * 0.018;
          context.beginPath();
          context.moveTo(x, 2);
          context.quadraticCurveTo(x, -high * 0.6, tip, -high);
          context.stroke();
          if (stalk % 3) continue;
          context.fillStyle = css(brown);
          context.beginPath();
          context.ellipse(tip, -high * 0.98, size * 0.022, size * 0.085, 0, 0, Math.PI * 2);
          context.fill();
        }
      },
    ),
  );
  const middle = set.width / 2;
  const plants = scatter(set, 1.3, set.unit * 0.1, (x) => {
    const isAside =
      Math.abs(x - middle) > set.width * 0.3 || Math.abs(set.travel) > set.width * 0.5;
    return isAside && set.random.next() < 0.55
      ? { y: set.height * 1.05, scale: set.random.between(0.7, 1.1) }
      : undefined;
  });
  addPlants(set, { depth: 1.3, limber: 1, front: true }, kinds, plants);
}

export function beach(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const sunX = set.random.between(0.25, 0.75);
  addSky(set, { horizon: horizonY, sunX });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.7, depth: 0.12 });
  const cape = addHills(set, horizonY + set.unit * 0.008, set.unit * 0.06, 0.14, [84, 136, 96], {
    wave: 1.4,
    trees: [70, 140, 84],
  });
  addWater(set, { calm: false, sunX, mirrored: [cape] });
  addWaves(
    set,
    [
      { depth: 0.5, down: 0.3, front: false },
      { depth: 0.72, down: 0.5, front: false },
    ],
    1,
  );
  addLayer(set, { depth: 1, top: groundY - set.unit * 0.16 }, (context, width) => {
    const sand = shade(set, BEACH, 1);
    const y = groundY - set.unit * 0.065;
    const ridge = {
      y,
      bottom: set.height * 1.2,
      height: set.unit * 0.03,
      wave: set.unit * 0.8,
      seed: seedOf(set),
    };
    for (const [rise, tone] of [
      [0.022, mix(lighten(set.palette.water[0], 0.7), [255, 255, 255], 0.4)],
      [0.013, mix(darken(sand, 0.22), set.palette.water[0], 0.2)],
    ] as const)
      drawRidge(context, width, { ...ridge, y: y - set.unit * rise }, tone);
    drawRidge(
      context,
      width,
      ridge,
      verticalGradient(context, y, set.height, lighten(sand, 0.14), sand, darken(sand, 0.16)),
    );
    drawSandMarks(set, width, context, sand);
  });
  if (!set.shown.has("palm-tree"))
    addPalms(set, { depth: 1.02, y: groundY - set.unit * 0.02, size: 0.62, every: 0.95 });
  addFronds(set);
}

function drawSandMarks(
  set: StageSet,
  width: number,
  context: Parameters<typeof drawRidge>[0],
  sand: Color,
): void {
  const { groundY } = set.scenery;
  const { random } = set;
  for (let mark = 0; mark < (width / set.unit) * 60; mark++) {
    const down = random.next();
    const y = groundY - set.unit * 0.03 + down ** 1.2 * (set.height * 1.05 - groundY);
    const x = random.next() * width;
    const size = set.unit * (0.012 + down * 0.05) * random.between(0.5, 1.4);
    context.fillStyle = css(random.next() < 0.5 ? lighten(sand, 0.2) : darken(sand, 0.14), 0.4);
    context.beginPath();
    context.ellipse(x, y, size, size * 0.12, 0, 0, Math.PI * 2);
    context.fill();
    if (mark % 6) continue;
    const shell = shade(
      set,
      random.pick([
        [255, 226, 214],
        [244, 178, 160],
        [250, 240, 226],
      ]),
      1,
    );
    context.fillStyle = css(shell);
    context.beginPath();
    context.arc(x, y, size * 0.16, Math.PI, 0);
    context.fill();
  }
}
