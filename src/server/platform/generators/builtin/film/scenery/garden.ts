import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { verticalGradient } from "../drawing/shapes";
import { addPlants, drawFlower, scatter } from "../plants/plants";
import { grassOf, isSnowy } from "../plants/seasons";
import { drawBush } from "../plants/trees";
import { addSky } from "../sky/sky";
import { addLayer, createStamp, type StageSet, shade } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addButterflies } from "./butterflies";
import { addTrees } from "./grassland";
import { addForegroundGrass, addGround, addHills, GRASS, LEAF, PINE, SNOW, seedOf } from "./ground";
import { drawFence } from "./house";
import { addFireflies } from "./sparks";

const BLOOMS: readonly [Color, ...Color[]] = [
  [240, 84, 106],
  [255, 176, 70],
  [250, 236, 120],
  [178, 120, 236],
  [255, 170, 200],
  [250, 250, 250],
];

/** Beds of flowers before a hedge and a rose arch; butterflies by day, fireflies in the evening. */
export function garden(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  const grass = grassOf(set, GRASS);
  addSky(set, { horizon: horizonY });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.6, depth: 0.07 });
  addHills(set, horizonY + unit * 0.02, unit * 0.1 * loft, 0.12, mix(grass, PINE, 0.4), {
    trees: LEAF,
  });
  addTrees(set, { depth: 0.34, y: horizonY + unit * 0.07, size: 0.42, every: 0.24 });
  addHedge(set, 0.5, horizonY + unit * 0.08);
  addTrees(set, {
    depth: 0.6,
    y: (horizonY + groundY) / 2 + unit * 0.01,
    size: 0.3,
    every: 0.9,
    spare: true,
  });
  addLayer(set, { depth: 0.7, top: groundY - unit * 0.3 }, (context, width) => {
    const y = groundY - unit * 0.1;
    context.fillStyle = css(shade(set, grass, 0.7));
    context.fillRect(0, y - unit * 0.03, width, set.height);
    drawFence(context, width, y, unit * 0.1, shade(set, [252, 248, 240], 0.74));
  });
  addArches(set, 0.8, groundY - unit * 0.075);
  addGround(
    set,
    grass,
    isSnowy(set) ? undefined : [grassOf(set, [96, 168, 70]), grassOf(set, [132, 196, 84])],
  );
  addPath(set);
  addBeds(set, 0.96, groundY - unit * 0.075, 0.03);
  addBeds(set, 1.12, set.height * 0.985, 0.05);
  if (!set.shown.has("butterfly")) addButterflies(set);
  addFireflies(set);
  addForegroundGrass(set, [grassOf(set, [84, 160, 70]), grassOf(set, [60, 130, 66])]);
}

function addHedge(set: StageSet, depth: number, y: number): void {
  const { unit } = set;
  addLayer(set, { depth, top: y - unit * 0.12 }, (context, width) => {
    const leaf = shade(set, isSnowy(set) ? mix(SNOW, PINE, 0.2) : mix(LEAF, PINE, 0.55), depth);
    context.fillStyle = verticalGradient(
      context,
      y - unit * 0.07,
      y + unit * 0.05,
      lighten(leaf, 0.05),
      darken(leaf, 0.25),
    );
    context.fillRect(0, y - unit * 0.06, width, set.height);
    for (let x = 0; x < width; x += unit * 0.05)
      drawBush(context, x, y - unit * 0.025, unit * 0.06, leaf, seedOf(set));
  });
}

/** White arches over the way, grown with roses. */
function addArches(set: StageSet, depth: number, y: number): void {
  const { unit, random } = set;
  const high = unit * 0.4 * Math.sqrt(set.loft);
  addLayer(set, { depth, top: y - high * 1.2 }, (context, width) => {
    const white = shade(set, [252, 250, 244], depth);
    const leaf = shade(set, grassOf(set, mix(LEAF, PINE, 0.3)), depth);
    for (let x = width * 0.24; x < width; x += set.width * 0.9) {
      context.strokeStyle = css(darken(white, 0.06));
      context.lineWidth = unit * 0.012;
      for (const half of [0.34, 0.28]) {
        context.beginPath();
        context.moveTo(x - high * half, y);
        context.lineTo(x - high * half, y - high * 0.62);
        context.arc(x, y - high * 0.62, high * half, Math.PI, 0);
        context.lineTo(x + high * half, y);
        context.stroke();
      }
      for (let spot = 0; spot < 70; spot++) {
        const t = spot / 69;
        const angle = Math.PI * (1 + t);
        const isPost = t < 0.14 || t > 0.86;
        const side = t < 0.5 ? -1 : 1;
        const px = isPost ? x + side * high * 0.31 : x + Math.cos(angle) * high * 0.33;
        const py = isPost
          ? y - random.next() * high * 0.6
          : y - high * 0.62 + Math.sin(angle) * high * 0.33;
        context.fillStyle = css(random.next() < 0.5 ? leaf : darken(leaf, 0.2));
        context.beginPath();
        context.ellipse(
          px + random.between(-0.03, 0.03) * high,
          py + random.between(-0.03, 0.03) * high,
          high * 0.04,
          high * 0.026,
          random.next() * 3,
          0,
          Math.PI * 2,
        );
        context.fill();
        if (spot % 3 || isSnowy(set)) continue;
        const rose = shade(
          set,
          random.pick([
            [236, 92, 116],
            [255, 190, 200],
          ]),
          depth,
        );
        for (const [tone, scale] of [
          [darken(rose, 0.2), 1],
          [lighten(rose, 0.12), 0.55],
        ] as const) {
          context.fillStyle = css(tone);
          context.beginPath();
          context.arc(px, py, high * 0.026 * scale, 0, Math.PI * 2);
          context.fill();
        }
      }
    }
  });
}

function addPath(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  addLayer(set, { depth: 1, plain: true, top: groundY - unit * 0.05 }, (context, width) => {
    const stone = shade(set, isSnowy(set) ? SNOW : [214, 196, 170], 1);
    for (let row = 0; row < 3; row++) {
      for (let x = -unit * 0.1 * row; x < width; x += unit * (0.1 + row * 0.02)) {
        const y = groundY + unit * (0.012 + row * 0.034) + random.between(-0.004, 0.004) * unit;
        const wide = unit * (0.044 + row * 0.008);
        context.fillStyle = css(darken(stone, random.between(0.02, 0.16)));
        context.beginPath();
        context.ellipse(x, y, wide, unit * 0.014, 0, 0, Math.PI * 2);
        context.fill();
        context.fillStyle = css(lighten(stone, 0.16), 0.6);
        context.beginPath();
        context.ellipse(
          x - wide * 0.1,
          y - unit * 0.003,
          wide * 0.8,
          unit * 0.008,
          0,
          0,
          Math.PI * 2,
        );
        context.fill();
      }
    }
  });
}

/** Rows of flowers, a kind to a clump. */
function addBeds(set: StageSet, depth: number, y: number, size: number): void {
  if (isSnowy(set)) return;
  const { unit } = set;
  const high = unit * size;
  const green = shade(set, [70, 138, 66], depth);
  const kinds = BLOOMS.map((bloom) =>
    createStamp(
      set,
      depth,
      { left: -high * 1.3, top: -high * 2.4, right: high * 1.3, bottom: 3 },
      (context) => {
        drawBush(context, 0, 2, high * 0.8, darken(green, 0.1), seedOf(set));
        for (const [dx, rise, scale] of [
          [-0.7, 0.2, 0.8],
          [0.75, 0.1, 0.78],
          [-0.25, 0, 1],
          [0.3, 0.3, 1],
        ] as const)
          drawFlower(
            context,
            dx * high,
            -rise * high * 0.6,
            high * 0.8 * scale,
            shade(set, bloom, depth),
            shade(set, [250, 200, 80], depth),
            green,
          );
      },
    ),
  );
  const plants = scatter(set, depth, high * 1.25, (x) => ({
    y: y + Math.sin(x * 0.02) * high * 0.2,
    scale: set.random.between(0.7, 1.1),
  })).map((plant) => ({
    ...plant,
    kind:
      (Math.floor(Math.abs(plant.x) / (high * 5)) % BLOOMS.length) +
      BLOOMS.length * (plant.kind < 0 ? 1 : 2),
  }));
  addPlants(set, { depth, limber: 1.4 }, kinds, plants);
}
