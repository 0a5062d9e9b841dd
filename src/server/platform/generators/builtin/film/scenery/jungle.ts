import { type Color, css, darken, lighten } from "../drawing/color";
import { addPlants, scatter } from "../plants/plants";
import { drawBush } from "../plants/trees";
import { addSky } from "../sky/sky";
import { addLayer, addMoving, createStamp, type StageSet, shade, spanOf } from "../stage/stage-set";
import { addBirds } from "./birds";
import { addGround, addHills, seedOf } from "./ground";
import { addPalms } from "./palms";
import { addFireflies } from "./sparks";

const LUSH: Color = [58, 142, 82];

export function jungle(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: 2 });
  addHills(set, horizonY + set.unit * 0.02, set.unit * 0.3 * set.loft, 0.1, LUSH, {
    wave: 0.8,
    trees: LUSH,
  });
  addHills(set, horizonY + set.unit * 0.04, set.unit * 0.12 * set.loft, 0.2, LUSH, {
    wave: 0.5,
    trees: LUSH,
  });
  addBirds(set, { high: horizonY * 0.3, low: horizonY * 0.6, depth: 0.22 });
  for (const [depth, size, down, every] of [
    [0.38, 0.34, 0.15, 0.16],
    [0.66, 0.56, 0.6, 0.34],
  ] as const) {
    const y = horizonY + (groundY - horizonY) * down;
    addHills(set, y, set.unit * 0.05, depth, LUSH, { wave: 0.5 });
    addPalms(set, { depth, y: y + set.unit * 0.02, size: size * Math.sqrt(set.loft), every });
    addThicket(set, depth + 0.02, y + set.unit * 0.05, set.unit * 0.1 * (0.5 + depth));
  }
  addGround(
    set,
    [84, 150, 78],
    [
      [66, 140, 70],
      [98, 172, 84],
      [48, 116, 66],
    ],
  );
  addFireflies(set);
  addLianas(set);
  addFerns(set);
}

function addThicket(set: StageSet, depth: number, y: number, size: number): void {
  const kinds = [0, 1, 2].map(() =>
    createStamp(
      set,
      depth,
      { left: -size * 1.6, top: -size * 1.2, right: size * 1.6, bottom: size * 0.2 },
      (context) => drawBush(context, 0, 0, size, shade(set, [52, 130, 72], depth), seedOf(set)),
    ),
  );
  const plants = scatter(set, depth, size * 1.5, () => ({
    y,
    scale: set.random.between(0.6, 1.1),
  }));
  addPlants(set, { depth, limber: 0.3 }, kinds, plants);
}

/** Ropes of leaves that hang into the picture from above. */
function addLianas(set: StageSet): void {
  const depth = 1.35;
  const { left, right } = spanOf(set, depth);
  const { random, unit } = set;
  const ropes: { x: number; long: number; phase: number }[] = [];
  for (let x = left; x < right; x += unit * random.between(0.1, 0.34)) {
    const aside = Math.abs(((x - left) % set.width) / set.width - 0.5) * 2;
    ropes.push({
      x,
      long: unit * random.between(0.1, 0.3) * (0.4 + 0.6 * aside) * set.loft,
      phase: random.next() * 6,
    });
  }
  const dark = css(darken(shade(set, [40, 104, 64], 1), 0.42));
  addMoving(
    set,
    depth,
    (context, seconds) => {
      context.strokeStyle = context.fillStyle = dark;
      context.lineWidth = unit * 0.006;
      for (const { x, long, phase } of ropes) {
        const swing = Math.sin(seconds * 0.8 + phase) * long * 0.08;
        context.beginPath();
        context.moveTo(x, -unit * 0.1);
        context.quadraticCurveTo(x, long * 0.5, x + swing, long);
        context.stroke();
        context.beginPath();
        for (let leaf = 1; leaf <= 6; leaf++) {
          const t = leaf / 6;
          const cx = x + swing * t * t;
          const cy = -unit * 0.1 * (1 - t) + long * t;
          const side = leaf % 2 ? 1 : -1;
          context.moveTo(cx, cy);
          context.quadraticCurveTo(
            cx + side * unit * 0.04,
            cy - unit * 0.012,
            cx + side * unit * 0.05,
            cy + unit * 0.03,
          );
          context.quadraticCurveTo(cx + side * unit * 0.014, cy + unit * 0.026, cx, cy);
        }
        context.fill();
      }
    },
    true,
  );
}

/** Fans of leaves before the lens. */
function addFerns(set: StageSet): void {
  addLayer(set, { depth: 1.6, top: set.height * 0.7, front: true }, (context, width) => {
    const dark = darken(shade(set, [36, 96, 62], 1), 0.4);
    for (let x = 0; x < width; x += set.width * set.random.between(0.34, 0.5)) {
      for (let leaf = 0; leaf < 9; leaf++) {
        const angle = Math.PI * (0.04 + leaf * 0.115);
        const reach = set.unit * set.random.between(0.16, 0.3);
        const at = (turn: number, share: number): [number, number] => [
          x + Math.cos(angle + turn) * reach * share,
          set.height * 1.07 - Math.sin(angle + turn) * reach * share,
        ];
        context.fillStyle = css(leaf % 2 ? dark : lighten(dark, 0.08));
        context.beginPath();
        context.moveTo(x, set.height * 1.08);
        context.quadraticCurveTo(...at(0.35, 0.7), ...at(0, 1));
        context.quadraticCurveTo(...at(-0.3, 0.7), x, set.height * 1.08);
        context.fill();
      }
    }
  });
}
