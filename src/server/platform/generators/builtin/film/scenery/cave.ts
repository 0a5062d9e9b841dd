import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, drawRidge, verticalGradient } from "../drawing/shapes";
import { addLayer, addMoving, type StageSet, shade } from "../stage/stage-set";
import { addCrystals } from "./crystals";
import { seedOf } from "./ground";

const STONE: Color = [108, 98, 128];

/** A hall of dripstone around a shaft of light, with crystals that glow. */
export function cave(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit } = set;
  const day: Color = set.palette.isDark ? [120, 150, 230] : [255, 236, 190];
  Object.assign(set, {
    palette: {
      ...set.palette,
      light: mix(set.palette.light, [150, 146, 196], 0.5),
      haze: mix([54, 58, 104], set.palette.sky[1], 0.12),
    },
  });
  addLayer(set, { depth: 0.04, plain: true }, (context, width) => {
    const deep = set.palette.haze;
    context.fillStyle = verticalGradient(
      context,
      0,
      groundY,
      darken(deep, 0.35),
      lighten(deep, 0.06),
      darken(deep, 0.3),
    );
    context.fillRect(0, -set.height * 0.1, width, set.height * 1.3);
    drawGlow(context, width * 0.56, groundY - unit * 0.45 * set.loft, unit * 0.7, day, 0.7);
    drawGlow(
      context,
      width * 0.56,
      groundY - unit * 0.45 * set.loft,
      unit * 0.24,
      lighten(day, 0.5),
      0.9,
    );
  });
  addShaft(set, day);
  for (const [depth, drop, rise] of [
    [0.18, 0.2, 0.2],
    [0.4, 0.26, 0.14],
    [0.7, 0.2, 0.1],
  ] as const) {
    addRocks(set, depth, drop * set.loft, groundY - unit * rise);
    addCrystals(set, depth + 0.02, groundY - unit * (rise - 0.02), unit * 0.12 * (0.4 + depth));
  }
  addLayer(set, { depth: 1, top: groundY - unit * 0.16 }, (context, width) => {
    const stone = shade(set, mix(STONE, [140, 124, 130], 0.4), 1);
    const y = groundY - unit * 0.07;
    drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: unit * 0.025,
        wave: unit * 0.4,
        seed: seedOf(set),
        roughness: 0.2,
      },
      verticalGradient(context, y, set.height, lighten(stone, 0.16), darken(stone, 0.35)),
    );
    for (let pool = 0; pool < width / unit; pool++) {
      const x = (pool + set.random.next()) * unit;
      context.fillStyle = css(mix(day, set.palette.haze, 0.6), 0.5);
      context.beginPath();
      context.ellipse(
        x,
        groundY + unit * set.random.between(0.02, 0.14),
        unit * 0.14,
        unit * 0.014,
        0,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
  addLayer(set, { depth: 1.5, front: true }, (context, width) => {
    const dark = darken(shade(set, STONE, 1), 0.72);
    drawTeeth(set, context, width, -set.height * 0.08, unit * 0.2 * set.loft, 1, dark);
  });
  addDrops(set);
}

function addRocks(set: StageSet, depth: number, drop: number, floorY: number): void {
  const { unit } = set;
  addLayer(set, { depth }, (context, width) => {
    const stone = shade(set, STONE, depth + 0.1);
    drawTeeth(set, context, width, -set.height * 0.08, unit * drop, 1, stone);
    drawRidge(
      context,
      width,
      {
        y: floorY,
        bottom: set.height * 1.2,
        height: unit * 0.05,
        wave: unit * 0.35,
        seed: seedOf(set),
        roughness: 0.3,
      },
      verticalGradient(
        context,
        floorY - unit * 0.05,
        floorY + unit * 0.2,
        lighten(stone, 0.12),
        darken(stone, 0.2),
      ),
    );
    drawTeeth(set, context, width, floorY + unit * 0.02, unit * drop * 0.5, -1, stone);
  });
}

/** Dripstones that hang from `y` (direction 1) or stand on it (−1), lit on one side. */
function drawTeeth(
  set: StageSet,
  context: SKRSContext2D,
  width: number,
  y: number,
  size: number,
  direction: 1 | -1,
  stone: Color,
) {
  const { random, unit } = set;
  if (direction === 1) {
    context.fillStyle = css(stone);
    context.fillRect(0, y - 5, width, size * 0.4 + unit * 0.05);
  }
  for (let x = 0; x < width; x += size * random.between(0.3, 1.1)) {
    const long = size * random.between(0.5, 1.6) + (direction === 1 ? size * 0.3 : 0);
    const half = size * random.between(0.12, 0.34);
    for (const [tone, from, to] of [
      [stone, -1, 1],
      [lighten(stone, 0.14), -1, -0.2],
      [darken(stone, 0.2), 0.35, 1],
    ] as const) {
      context.fillStyle = css(tone);
      context.beginPath();
      context.moveTo(x + half * from, y);
      context.quadraticCurveTo(
        x + half * from * 0.3,
        y + direction * long * 0.5,
        x,
        y + direction * long,
      );
      context.quadraticCurveTo(x + half * to * 0.3, y + direction * long * 0.5, x + half * to, y);
      context.fill();
    }
  }
}

function addShaft(set: StageSet, day: Color): void {
  const { width, unit } = set;
  const { groundY } = set.scenery;
  addMoving(set, 0.1, (context, seconds) => {
    context.globalCompositeOperation = "screen";
    for (const [at, wide, phase] of [
      [0.5, 0.14, 0],
      [0.6, 0.08, 2],
    ] as const) {
      const beam = context.createLinearGradient(0, 0, 0, groundY);
      beam.addColorStop(0, css(day, 0.42 + 0.08 * Math.sin(seconds * 0.8 + phase)));
      beam.addColorStop(1, css(day, 0));
      context.fillStyle = beam;
      context.beginPath();
      context.moveTo(width * at, -unit * 0.1);
      context.lineTo(width * at + unit * wide, -unit * 0.1);
      context.lineTo(width * at + unit * wide * 2, groundY);
      context.lineTo(width * at - unit * wide * 1.6, groundY);
      context.fill();
    }
  });
}

/** Drops that fall from the ceiling and motes that float in the light. */
function addDrops(set: StageSet): void {
  const { random, unit, width } = set;
  const { groundY } = set.scenery;
  const drops = Array.from({ length: 5 }, () => ({
    x: random.next() * width,
    phase: random.next() * 3,
    pace: random.between(0.35, 0.6),
  }));
  const motes = Array.from({ length: 34 }, () => ({
    x: width * random.between(0.25, 0.8),
    y: random.next() * groundY,
    phase: random.next() * 6,
  }));
  addMoving(set, 0.8, (context, seconds) => {
    context.fillStyle = "rgba(210,235,255,0.8)";
    for (const { x, phase, pace } of drops) {
      const age = (seconds * pace + phase) % 1;
      context.beginPath();
      if (age < 0.4)
        context.ellipse(
          x,
          age * 2.5 * (age * 2.5) * groundY,
          unit * 0.0024,
          unit * 0.008,
          0,
          0,
          Math.PI * 2,
        );
      context.fill();
    }
    for (const { x, y, phase } of motes) {
      context.globalAlpha = 0.3 + 0.3 * Math.sin(seconds * 1.2 + phase);
      context.beginPath();
      context.arc(
        x + Math.sin(seconds * 0.4 + phase) * unit * 0.05,
        y + Math.cos(seconds * 0.3 + phase) * unit * 0.04,
        unit * 0.0022,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
}
