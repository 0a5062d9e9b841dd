import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix, WHITE } from "../color";
import { drawRidge, verticalGradient } from "../shapes";
import { addLayer, type StageSet, shade } from "../stage-set";
import { lookOf } from "../styles/styles";
import { enterPlane } from "../view";

export function underwater(set: StageSet): void {
  const { groundY } = set.scenery;
  const dark = set.palette.isDark;
  const { water } = lookOf(set.style).backdrops;
  const isNight = set.time === "night";
  const top: Color = isNight ? mix(water.top, water.deep, 0.6) : water.top;
  const deep: Color = isNight ? darken(water.deep, 0.5) : water.deep;
  Object.assign(set, {
    palette: {
      ...set.palette,
      haze: mix(top, deep, 0.55),
      light: dark ? set.palette.light : mix(set.palette.light, [190, 232, 255], 0.5),
    },
  });
  addLayer(set, { depth: 0.02, plain: true }, (context, width) => {
    context.fillStyle = verticalGradient(
      context,
      0,
      set.height,
      lighten(top, 0.15),
      mix(top, deep, 0.55),
      deep,
    );
    context.fillRect(0, -set.height, width, set.height * 3);
  });
  addLightShafts(set);
  for (const [depth, y] of [
    [0.25, groundY - set.unit * 0.12],
    [0.55, groundY - set.unit * 0.05],
  ] as const) {
    addLayer(set, { depth, top: y - set.unit * 0.4 }, (context, width) => {
      const color = shade(set, [64, 120, 150], depth);
      const yAt = drawRidge(
        context,
        width,
        {
          y,
          bottom: set.height * 1.2,
          height: set.unit * 0.12,
          wave: set.unit * 0.4,
          seed: set.random.integer(1, 1e8),
          roughness: 0.15,
        },
        color,
      );
      for (let x = 0; x < width; x += set.unit * set.random.between(0.1, 0.3))
        drawCoral(
          context,
          set,
          x,
          yAt(x) + set.unit * 0.01,
          set.unit * set.random.between(0.06, 0.16),
          depth,
        );
    });
  }
  addLayer(set, { depth: 1, top: groundY }, (context, width) => {
    const sand = shade(set, [226, 206, 160], 0.85);
    drawRidge(
      context,
      width,
      {
        y: groundY + set.unit * 0.1,
        bottom: set.height * 1.2,
        height: set.unit * 0.06,
        wave: set.unit * 0.6,
        seed: set.random.integer(1, 1e8),
      },
      verticalGradient(context, groundY, set.height, lighten(sand, 0.12), darken(sand, 0.2)),
    );
    for (let x = 0; x < width; x += set.unit * set.random.between(0.14, 0.4))
      drawCoral(
        context,
        set,
        x,
        groundY + set.unit * 0.13,
        set.unit * set.random.between(0.1, 0.22),
        1,
      );
  });
  addKelp(set);
}

function drawCoral(
  context: SKRSContext2D,
  set: StageSet,
  x: number,
  y: number,
  size: number,
  depth: number,
) {
  const hues: readonly Color[] = [
    [255, 120, 130],
    [255, 176, 92],
    [196, 120, 232],
    [92, 206, 180],
    [250, 150, 200],
  ];
  const color = shade(set, hues[set.random.integer(0, 4)] ?? [255, 120, 130], depth * 0.85);
  context.strokeStyle = css(color);
  context.lineCap = "round";
  const branches = set.random.integer(3, 5);
  for (let branch = 0; branch < branches; branch++) {
    const angle = -Math.PI / 2 + (branch / (branches - 1) - 0.5) * 1.5;
    context.lineWidth = size * 0.16;
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(
      x + Math.cos(angle) * size * 0.3,
      y - size * 0.4,
      x + Math.cos(angle) * size * 0.7,
      y + Math.sin(angle) * size,
    );
    context.stroke();
  }
}

function addLightShafts(set: StageSet): void {
  const shafts = Array.from({ length: 6 }, (_, index) => ({
    x: set.width * (0.05 + index * 0.18),
    wide: set.unit * set.random.between(0.05, 0.14),
    phase: set.random.between(0, 6.28),
  }));
  const hue = set.style === "neon" ? set.palette.accents[1] : WHITE;
  set.scenery.animateBehind.push((context, seconds) => {
    context.save();
    context.globalCompositeOperation = "screen";
    for (const shaft of shafts) {
      const x = shaft.x + Math.sin(seconds * 0.35 + shaft.phase) * set.unit * 0.05;
      const alpha = 0.13 + 0.07 * Math.sin(seconds * 0.9 + shaft.phase);
      const gradient = context.createLinearGradient(0, 0, 0, set.height * 0.85);
      gradient.addColorStop(0, css(hue, alpha));
      gradient.addColorStop(1, css(hue, 0));
      context.fillStyle = gradient;
      context.beginPath();
      context.moveTo(x, -10);
      context.lineTo(x + shaft.wide, -10);
      context.lineTo(x + shaft.wide * 2.6 - set.unit * 0.25, set.height * 0.85);
      context.lineTo(x - shaft.wide * 0.6 - set.unit * 0.3, set.height * 0.85);
      context.fill();
    }
    context.restore();
  });
}

function addKelp(set: StageSet): void {
  const stalks = Array.from({ length: 7 }, (_, index) => ({
    x: set.width * (index < 4 ? 0.02 + index * 0.055 : 0.78 + (index - 4) * 0.075),
    height: set.unit * set.random.between(0.25, 0.55),
    phase: set.random.between(0, 6.28),
  }));
  const color = css(darken(shade(set, [60, 140, 96], 0.9), 0.15));
  const depth = 1.25;
  set.scenery.animateBefore.push((context, seconds, view) => {
    context.save();
    enterPlane(context, { ...view, panX: view.panX * 0.3 }, depth);
    context.fillStyle = color;
    for (const stalk of stalks) {
      const lean = (share: number) =>
        Math.sin(seconds * 1.1 + stalk.phase + share * 2.2) * stalk.height * 0.14 * share;
      const wide = set.unit * 0.016;
      context.beginPath();
      for (let step = 0; step <= 8; step++)
        context.lineTo(
          stalk.x + lean(step / 8) - wide * (1 - step / 8) * (step % 2 ? 1.6 : 1),
          set.height * 1.05 - (stalk.height * step) / 8,
        );
      for (let step = 8; step >= 0; step--)
        context.lineTo(
          stalk.x + lean(step / 8) + wide * (1 - step / 8) * (step % 2 ? 1 : 1.6),
          set.height * 1.05 - (stalk.height * step) / 8,
        );
      context.fill();
    }
    context.restore();
  });
}
