import { enterPlane } from "../camera/view";
import { type Color, css, darken, lighten, mix, WHITE } from "../drawing/color";
import { drawRidge, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";
import { lookOf } from "../styles/styles";
import { addBubbles, addReef, addShoals } from "./reef";

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
  addShoals(set, 0.2, 3);
  for (const [depth, down, high, size, every] of [
    [0.2, 0.2, 0.26 * set.loft, 0.08, 0.1],
    [0.42, 0.11, 0.16 * set.loft, 0.13, 0.15],
    [0.7, 0.03, 0.07, 0.19, 0.26],
  ] as const) {
    const y = groundY - set.unit * down;
    addRocks(set, depth, y, set.unit * high);
    addReef(set, { depth: depth + 0.02, y: y + set.unit * 0.015, size, every });
    if (depth === 0.42) addShoals(set, 0.5, 3);
  }
  addSeabed(set);
  addReef(set, { depth: 1.02, y: groundY + set.unit * 0.1, size: 0.17, every: 0.42 });
  addBubbles(set);
  addKelp(set);
}

function addRocks(set: StageSet, depth: number, y: number, height: number): void {
  addLayer(set, { depth, top: y - height * 1.6 }, (context, width) => {
    const color = shade(set, [70, 124, 146], depth);
    drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height,
        wave: set.unit * 0.34,
        seed: set.random.integer(1, 1e8),
        roughness: 0.25,
      },
      verticalGradient(
        context,
        y - height,
        y + set.unit * 0.2,
        lighten(color, 0.14),
        color,
        mix(color, set.palette.haze, 0.4 * (1 - depth)),
      ),
    );
  });
}

/** Sand with its ripples, on which the light of the waves plays. */
function addSeabed(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  const y = groundY + unit * 0.07;
  addLayer(set, { depth: 1, top: y - unit * 0.07 }, (context, width) => {
    const sand = shade(set, [230, 212, 168], 0.88);
    drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: unit * 0.05,
        wave: unit * 0.6,
        seed: random.integer(1, 1e8),
      },
      verticalGradient(context, y, set.height, lighten(sand, 0.16), darken(sand, 0.2)),
    );
    context.lineWidth = unit * 0.003;
    for (let ripple = 0; ripple < (width / unit) * 16; ripple++) {
      const px = random.next() * width;
      const py = y + random.between(0.02, 0.24) * unit;
      context.strokeStyle = css(ripple % 2 ? lighten(sand, 0.3) : darken(sand, 0.18), 0.5);
      context.beginPath();
      context.moveTo(px, py);
      context.quadraticCurveTo(px + unit * 0.05, py - unit * 0.008, px + unit * 0.12, py);
      context.stroke();
    }
  });
  const glints = Array.from({ length: 26 }, () => ({
    x: random.next(),
    y: y + random.next() * (set.height - y),
    phase: random.between(0, 6.28),
  }));
  const span = set.width * 1.2;
  addMoving(set, 1, (context, seconds, view) => {
    context.strokeStyle = css(WHITE, 0.28);
    context.lineWidth = Math.max(1, unit * 0.004);
    context.beginPath();
    for (const glint of glints) {
      const from = view.panX - set.width * 0.1;
      const at = from + ((((glint.x * span - from) % span) + span) % span);
      const size = unit * (0.04 + 0.02 * Math.sin(seconds * 1.6 + glint.phase));
      const bend = Math.sin(seconds * 1.2 + glint.phase) * size * 0.3;
      context.moveTo(at - size, glint.y);
      context.quadraticCurveTo(
        at,
        glint.y - size * 0.16 + bend * 0.3,
        at + size,
        glint.y + bend * 0.2,
      );
    }
    context.stroke();
  });
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
