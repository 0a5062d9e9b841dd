import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { addPlants, addStillPlants, scatter } from "../plants/plants";
import { grassOf, isSnowy, leavesOf } from "../plants/seasons";
import { drawBush, drawPine, drawRoundTree } from "../plants/trees";
import { addSky } from "../sky/sky";
import { addLayer, addMoving, createStamp, type StageSet, shade, spanOf } from "../stage/stage-set";
import { addGround, GRASS, LEAF, PINE, SNOW, seedOf } from "./ground";
import { addFireflies } from "./sparks";

const ROWS = [
  { depth: 0.12, size: 0.34, every: 0.07, down: 0 },
  { depth: 0.28, size: 0.5, every: 0.13, down: 0.22 },
  { depth: 0.48, size: 0.72, every: 0.24, down: 0.48 },
  { depth: 0.72, size: 1, every: 0.5, down: 0.78 },
] as const;

export function forest(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const floor = mix(grassOf(set, GRASS), [104, 90, 62], isSnowy(set) ? 0 : 0.4);
  addSky(set, { horizon: horizonY, clouds: 2 });
  for (const row of ROWS) {
    const y = horizonY + set.unit * 0.05 + (groundY - horizonY - set.unit * 0.08) * row.down;
    addFloor(set, row.depth, y, floor);
    addWood(set, row, y);
    if (row.depth === 0.48) addSunShafts(set);
  }
  addGround(
    set,
    floor,
    isSnowy(set)
      ? undefined
      : [grassOf(set, [92, 140, 66]), grassOf(set, [70, 118, 60]), grassOf(set, [112, 150, 74])],
  );
  addUndergrowth(set);
  addFireflies(set);
  addTrunks(set);
}

function addFloor(set: StageSet, depth: number, y: number, floor: Color): void {
  addLayer(set, { depth, top: y - set.unit * 0.06 }, (context, width) => {
    const color = shade(set, floor, depth);
    drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: set.unit * 0.02,
        wave: set.unit * 0.5,
        seed: seedOf(set),
      },
      verticalGradient(
        context,
        y,
        y + set.unit * 0.16,
        lighten(color, 0.08),
        mix(color, set.palette.haze, 0.28 * (1 - depth)),
      ),
    );
  });
}

/** The smallest tree of a row beside the one that is drawn. */
const LEAST_SCALE = 0.72;

/** A row of firs and leafy trees, thinner and darker the nearer it is. */
function addWood(set: StageSet, { depth, size, every }: (typeof ROWS)[number], y: number): void {
  const high = set.unit * size * Math.sqrt(set.loft);
  const snow = isSnowy(set) ? shade(set, SNOW, depth) : undefined;
  // In a close shot most of a tree stands above the frame.
  const top = -Math.min(high * 1.1, (y + set.height * 0.1) / LEAST_SCALE);
  const kinds = Array.from({ length: 5 }, (_, kind) =>
    createStamp(
      set,
      depth,
      { left: -high * 0.42, top, right: high * 0.42, bottom: high * 0.03 },
      (context) => {
        const green = mix(PINE, [30, 84, 90], set.random.next() * 0.5);
        if (kind < 3)
          drawPine(
            context,
            0,
            0,
            high * (0.86 + kind * 0.1),
            shade(set, green, depth + 0.04),
            snow,
          );
        else
          drawRoundTree(
            context,
            0,
            0,
            high * 0.9,
            isSnowy(set)
              ? undefined
              : shade(set, leavesOf(set, mix(LEAF, PINE, 0.3)), depth + 0.04),
            seedOf(set),
            shade(set, [84, 64, 54], depth),
          );
      },
    ),
  );
  const plants = scatter(set, depth, set.unit * every, () => ({
    y: y + set.random.between(0, 0.03) * set.unit,
    scale: set.random.between(LEAST_SCALE, 1.08),
  }));
  if (depth < 0.7) addStillPlants(set, depth, kinds, plants);
  else addPlants(set, { depth, limber: 0.22 }, kinds, plants);
}

/** Beams that fall slantwise between the trunks when the sun is out. */
function addSunShafts(set: StageSet): void {
  if (set.palette.isDark || set.weather !== "clear") return;
  const depth = 0.5;
  const { left, right } = spanOf(set, depth);
  const shafts: { x: number; wide: number; phase: number }[] = [];
  for (let x = left; x < right; x += set.unit * set.random.between(0.3, 0.6))
    shafts.push({
      x,
      wide: set.unit * set.random.between(0.03, 0.09),
      phase: set.random.next() * 6,
    });
  const bottom = set.scenery.groundY;
  addMoving(set, depth, (context, seconds) => {
    context.globalCompositeOperation = "screen";
    for (const { x, wide, phase } of shafts) {
      const beam = context.createLinearGradient(0, 0, 0, bottom);
      const power = 0.24 + 0.1 * Math.sin(seconds * 0.7 + phase);
      beam.addColorStop(0, css(set.palette.sun, power));
      beam.addColorStop(1, css(set.palette.sun, 0));
      context.fillStyle = beam;
      context.beginPath();
      context.moveTo(x, -set.height * 0.1);
      context.lineTo(x + wide, -set.height * 0.1);
      context.lineTo(x + wide * 2.4 - set.unit * 0.26, bottom);
      context.lineTo(x - set.unit * 0.3, bottom);
      context.fill();
    }
  });
}

/** Bushes, ferns and mushrooms beside the path. */
function addUndergrowth(set: StageSet): void {
  const { groundY } = set.scenery;
  const size = set.unit * 0.09;
  const kinds = Array.from({ length: 4 }, (_, kind) =>
    createStamp(
      set,
      1.04,
      { left: -size * 1.4, top: -size * 1.4, right: size * 1.4, bottom: 4 },
      (context) => {
        if (kind === 3 && !isSnowy(set) && !set.shown.has("mushroom"))
          return drawMushrooms(context, set, size * 0.5);
        const leaf = isSnowy(set) ? SNOW : grassOf(set, mix(LEAF, PINE, 0.5));
        drawBush(
          context,
          0,
          0,
          size * 0.7,
          shade(set, darken(leaf, isSnowy(set) ? 0.06 : 0.2), 1),
          seedOf(set),
        );
      },
    ),
  );
  const plants = scatter(set, 1.04, set.unit * 0.3, () => ({
    y: groundY + set.random.between(-0.06, 0) * set.unit,
    scale: set.random.between(0.6, 1.1),
  }));
  addPlants(set, { depth: 1.04, limber: 0.4 }, kinds, plants);
}

function drawMushrooms(context: SKRSContext2D, set: StageSet, size: number): void {
  const cap = shade(set, [206, 62, 54], 1);
  for (const [dx, scale] of [
    [-0.5, 0.7],
    [0.35, 1],
  ] as const) {
    const high = size * scale;
    context.fillStyle = css(shade(set, [244, 232, 210], 1));
    context.fillRect(dx * size - high * 0.12, -high * 0.7, high * 0.24, high * 0.7);
    context.fillStyle = css(cap);
    context.beginPath();
    context.ellipse(dx * size, -high * 0.66, high * 0.46, high * 0.42, 0, Math.PI, 0);
    context.fill();
    context.fillStyle = css(lighten(cap, 0.85));
    for (const [px, py] of [
      [-0.2, 0.78],
      [0.08, 0.92],
      [0.26, 0.74],
    ] as const) {
      context.beginPath();
      context.arc(dx * size + px * high, -py * high, high * 0.06, 0, Math.PI * 2);
      context.fill();
    }
  }
}

/** Two trunks out of focus frame a view that is wide enough for them. */
function addTrunks(set: StageSet): void {
  if (set.width <= set.height) return;
  addLayer(set, { depth: 1.6, front: true }, (context, width) => {
    const dark = darken(shade(set, [56, 46, 48], 1), 0.5);
    const every = set.width * 2.1;
    let x = set.width * set.random.between(0.03, 0.12);
    for (; x < width; x += every * set.random.between(0.9, 1.2)) {
      const thick = set.unit * set.random.between(0.06, 0.09);
      context.fillStyle = css(dark);
      context.beginPath();
      context.moveTo(x - thick, set.height * 1.1);
      context.quadraticCurveTo(
        x - thick * 0.4,
        set.height * 0.7,
        x - thick * 0.5,
        -set.height * 0.1,
      );
      context.lineTo(x + thick * 0.5, -set.height * 0.1);
      context.quadraticCurveTo(
        x + thick * 0.5,
        set.height * 0.7,
        x + thick * 1.2,
        set.height * 1.1,
      );
      context.fill();
    }
  });
}
