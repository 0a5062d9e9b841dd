import { type Color, css, darken, lighten, mix } from "../color";
import { drawFlower, type drawPalm, drawRoundTree } from "../plants";
import { drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { addForegroundGrass, addGround, addHills, GRASS, LEAF, PINE, seedOf } from "./ground";
import { addMountainRange } from "./mountains";

export function meadow(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.16, 0.1, false);
  addHills(set, horizonY + set.unit * 0.04, set.unit * 0.09, 0.22, mix(GRASS, PINE, 0.35));
  addHills(set, horizonY + set.unit * 0.09, set.unit * 0.1, 0.4, mix(GRASS, PINE, 0.15), 0.8);
  addLayer(set, { depth: 0.62, top: horizonY - set.unit * 0.35 }, (context, width) => {
    const y = (horizonY + groundY) / 2;
    const color = shade(set, GRASS, 0.62);
    const yAt = drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: set.unit * 0.06,
        wave: set.unit * 0.9,
        seed: seedOf(set),
      },
      verticalGradient(context, y, set.height, lighten(color, 0.06), darken(color, 0.12)),
    );
    for (let x = 0; x < width; x += set.unit * set.random.between(0.3, 0.8)) {
      drawRoundTree(
        context,
        x,
        yAt(x) + set.unit * 0.012,
        set.unit * set.random.between(0.15, 0.28),
        shade(set, LEAF, 0.66),
        seedOf(set),
      );
    }
  });
  addGround(set, GRASS, [
    [96, 168, 70],
    [132, 196, 84],
    [76, 148, 72],
  ]);
  addFlowers(set);
  addForegroundGrass(set, [
    [84, 160, 70],
    [60, 130, 66],
  ]);
}

function addFlowers(set: StageSet): void {
  const petals: readonly Color[] = [
    [255, 236, 120],
    [255, 255, 255],
    [255, 140, 150],
    [190, 140, 255],
  ];
  addLayer(set, { depth: 1.12, top: set.scenery.groundY - set.unit * 0.02 }, (context, width) => {
    for (let index = 0; index < width / (set.unit * 0.055); index++) {
      const x = set.random.next() * width;
      const y =
        set.scenery.groundY +
        set.random.between(0.03, 1) * (set.height * 1.04 - set.scenery.groundY);
      const size = set.unit * 0.012 * (0.7 + (y - set.scenery.groundY) / (set.unit * 0.2));
      const petal = shade(set, petals[index % petals.length] ?? [255, 255, 255], 1);
      drawFlower(
        context,
        x,
        y,
        size,
        petal,
        shade(set, [250, 190, 60], 1),
        shade(set, [66, 130, 60], 1),
      );
    }
  });
}

export function savanna(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const dry: Color = [222, 176, 92];
  addSky(set, { horizon: horizonY, clouds: 2 });
  addMountainRange(set, horizonY + set.unit * 0.02, set.unit * 0.12, 0.1, false);
  addHills(set, horizonY + set.unit * 0.05, set.unit * 0.04, 0.3, dry, 1.6);
  addLayer(set, { depth: 0.6, top: horizonY - set.unit * 0.4 }, (context, width) => {
    const y = (horizonY + groundY) / 2;
    const color = shade(set, dry, 0.6);
    drawRidge(
      context,
      width,
      { y, bottom: set.height * 1.2, height: set.unit * 0.03, wave: set.unit, seed: seedOf(set) },
      verticalGradient(context, y, set.height, lighten(color, 0.08), color),
    );
    for (let x = set.unit * 0.1; x < width; x += set.unit * set.random.between(0.5, 1.1)) {
      drawAcacia(
        context,
        x,
        y + set.unit * 0.01,
        set.unit * set.random.between(0.2, 0.34),
        shade(set, [112, 130, 62], 0.7),
        shade(set, [92, 62, 48], 0.7),
      );
    }
  });
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

function drawAcacia(
  context: Parameters<typeof drawPalm>[0],
  x: number,
  y: number,
  height: number,
  leaf: Color,
  trunk: Color,
) {
  context.strokeStyle = css(trunk);
  context.lineWidth = height * 0.06;
  for (const [dx, dy] of [
    [-0.3, -0.78],
    [0.05, -0.86],
    [0.34, -0.74],
  ] as const) {
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(
      x + dx * height * 0.15,
      y - height * 0.5,
      x + dx * height,
      y + dy * height,
    );
    context.stroke();
  }
  for (const [dx, dy, rx, tone] of [
    [-0.3, -0.8, 0.34, 0.12],
    [0.34, -0.78, 0.32, 0.12],
    [0.02, -0.92, 0.46, 0],
  ] as const) {
    context.fillStyle = css(darken(leaf, tone));
    context.beginPath();
    context.ellipse(
      x + dx * height,
      y + dy * height,
      rx * height,
      height * 0.11,
      0,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}
