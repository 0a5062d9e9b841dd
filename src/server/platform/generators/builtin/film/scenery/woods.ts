import { type Color, css, darken, lighten, mix } from "../color";
import { drawPalm, drawPine, drawRoundTree } from "../plants";
import { drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { addGround, addHills, GRASS, LEAF, PINE, SNOW, seedOf } from "./ground";

export function forest(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const isSnowy = set.weather === "snow";
  const snow = isSnowy ? shade(set, SNOW, 0.9) : undefined;
  const floor = isSnowy ? SNOW : mix(GRASS, [96, 84, 60], 0.45);
  addSky(set, { horizon: horizonY, clouds: 2 });
  const rows = [
    [0.14, 0.32, 0.1, 0.0],
    [0.3, 0.46, 0.16, 0.25],
    [0.5, 0.66, 0.24, 0.5],
    [0.74, 0.95, 0.42, 0.78],
  ] as const;
  for (const [depth, height, gap, down] of rows) {
    const baseY = horizonY + set.unit * 0.05 + (groundY - horizonY - set.unit * 0.08) * down;
    addLayer(set, { depth, top: baseY - set.unit * height * 1.25 }, (context, width) => {
      const color = shade(set, floor, depth);
      drawRidge(
        context,
        width,
        {
          y: baseY,
          bottom: set.height * 1.2,
          height: set.unit * 0.02,
          wave: set.unit * 0.5,
          seed: seedOf(set),
        },
        verticalGradient(
          context,
          baseY,
          baseY + set.unit * 0.3,
          lighten(color, 0.05),
          darken(color, 0.08),
        ),
      );
      for (
        let x = -set.unit * gap;
        x < width + set.unit * gap;
        x += set.unit * gap * set.random.between(0.45, 1.1)
      ) {
        const tall = set.unit * height * set.random.between(0.7, 1.18);
        const tint = shade(set, mix(PINE, [30, 84, 90], set.random.next() * 0.5), depth + 0.05);
        if (set.random.next() < 0.75 || isSnowy)
          drawPine(
            context,
            x,
            baseY + set.unit * 0.01,
            tall,
            tint,
            snow && shade(set, SNOW, depth),
          );
        else
          drawRoundTree(
            context,
            x,
            baseY + set.unit * 0.01,
            tall * 0.82,
            shade(set, LEAF, depth),
            seedOf(set),
          );
      }
    });
  }
  addGround(
    set,
    floor,
    isSnowy
      ? undefined
      : [
          [92, 140, 66],
          [70, 118, 60],
        ],
  );
  if (set.width <= set.height) return;
  addLayer(set, { depth: 1.6, front: true }, (context, width) => {
    const dark = darken(shade(set, [50, 44, 52], 1), 0.45);
    const every = set.width * 2.1;
    for (
      let x = set.width * set.random.between(0.02, 0.16);
      x < width;
      x += every * set.random.between(0.9, 1.2)
    ) {
      const thick = set.unit * set.random.between(0.05, 0.085);
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

export function jungle(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const lush: Color = [58, 142, 82];
  addSky(set, { horizon: horizonY, clouds: 2 });
  addVolcano(set, horizonY);
  addHills(set, horizonY + set.unit * 0.04, set.unit * 0.12, 0.2, lush, 0.5);
  for (const [depth, height, down] of [
    [0.4, 0.34, 0.2],
    [0.68, 0.52, 0.62],
  ] as const) {
    const baseY = horizonY + (groundY - horizonY) * down;
    addLayer(set, { depth, top: baseY - set.unit * height * 1.4 }, (context, width) => {
      drawRidge(
        context,
        width,
        {
          y: baseY,
          bottom: set.height * 1.2,
          height: set.unit * 0.05,
          wave: set.unit * 0.3,
          seed: seedOf(set),
        },
        shade(set, lush, depth),
      );
      for (let x = 0; x < width; x += set.unit * set.random.between(0.12, 0.34)) {
        drawPalm(
          context,
          x,
          baseY + set.unit * 0.02,
          set.unit * height * set.random.between(0.6, 1.1),
          shade(set, [62, 156, 84], depth),
          shade(set, [112, 84, 60], depth),
          set.random.between(-0.7, 0.7),
        );
      }
    });
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
  addLayer(set, { depth: 1.6, front: true }, (context, width) => {
    const dark = darken(shade(set, [36, 96, 62], 1), 0.4);
    for (let x = 0; x < width; x += set.width * 0.5) {
      for (let leaf = 0; leaf < 7; leaf++) {
        const angle = Math.PI * (0.06 + leaf * 0.145);
        const reach = set.unit * set.random.between(0.16, 0.3);
        const tipX = x + Math.cos(angle) * reach;
        const tipY = set.height * 1.06 - Math.sin(angle) * reach;
        context.fillStyle = css(leaf % 2 ? dark : lighten(dark, 0.06));
        context.beginPath();
        context.moveTo(x, set.height * 1.08);
        context.quadraticCurveTo(
          x + Math.cos(angle + 0.35) * reach * 0.7,
          set.height * 1.04 - Math.sin(angle + 0.35) * reach * 0.7,
          tipX,
          tipY,
        );
        context.quadraticCurveTo(
          x + Math.cos(angle - 0.3) * reach * 0.7,
          set.height * 1.06 - Math.sin(angle - 0.3) * reach * 0.7,
          x,
          set.height * 1.08,
        );
        context.fill();
      }
    }
  });
}

function addVolcano(set: StageSet, horizonY: number): void {
  addLayer(set, { depth: 0.1, top: horizonY - set.unit * 0.36 }, (context, width, lights) => {
    const x = width * 0.66;
    const high = set.unit * 0.3;
    const rock = shade(set, [110, 84, 100], 0.25);
    context.fillStyle = verticalGradient(
      context,
      horizonY - high,
      horizonY,
      darken(rock, 0.1),
      rock,
    );
    context.beginPath();
    context.moveTo(x - high * 1.5, horizonY + set.unit * 0.1);
    context.quadraticCurveTo(
      x - high * 0.4,
      horizonY - high * 0.4,
      x - high * 0.2,
      horizonY - high,
    );
    context.lineTo(x + high * 0.2, horizonY - high);
    context.quadraticCurveTo(
      x + high * 0.4,
      horizonY - high * 0.4,
      x + high * 1.5,
      horizonY + set.unit * 0.1,
    );
    context.fill();
    lights.fillStyle = css([255, 120, 60], 0.85);
    lights.beginPath();
    lights.ellipse(x, horizonY - high, high * 0.2, high * 0.035, 0, 0, Math.PI * 2);
    lights.fill();
    lights.beginPath();
    lights.moveTo(x - high * 0.05, horizonY - high);
    lights.quadraticCurveTo(
      x - high * 0.02,
      horizonY - high * 0.7,
      x - high * 0.14,
      horizonY - high * 0.42,
    );
    lights.quadraticCurveTo(
      x + high * 0.06,
      horizonY - high * 0.7,
      x + high * 0.06,
      horizonY - high,
    );
    lights.fill();
  });
}
