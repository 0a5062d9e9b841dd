import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { drawGlow, drawRidge, verticalGradient } from "../drawing/shapes";
import { addSky } from "../sky/sky";
import { addLayer, addMoving, type StageSet, shade, spanOf } from "../stage/stage-set";
import { addGround, addHills, seedOf } from "./ground";
import { addBoulders } from "./mountains";
import { addSmoke } from "./sparks";

const BASALT: Color = [84, 72, 80];

/** A cone that throws embers over a land of ash and glowing cracks. */
export function volcano(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  const { unit, loft } = set;
  const depth = 0.16;
  const high = Math.min(unit * 0.36 * loft, horizonY * 0.82);
  addSky(set, { horizon: horizonY, clouds: 3 });
  const { left, right } = spanOf(set, depth);
  const peak = { x: (left + right) / 2 + unit * set.random.between(-0.3, 0.3), y: horizonY - high };
  const isShown = set.shown.has("volcano");
  if (!isShown) {
    addSmoke(set, 0.12, [peak, { x: peak.x + unit * 0.05, y: peak.y + 4 }], {
      size: unit * 0.1,
      dark: true,
    });
    addEmbers(set, depth, peak);
  }
  addLayer(set, { depth, top: peak.y - unit * 0.3 }, (context, width, lights) => {
    if (!isShown) {
      drawGlow(lights, peak.x - left, peak.y, unit * 0.26, [255, 120, 50], 0.75);
      drawCone(
        set,
        context,
        lights,
        { x: peak.x - left, y: horizonY + unit * 0.06, high: high + unit * 0.06 },
        depth,
      );
    }
    context.fillStyle = css(shade(set, BASALT, depth));
    context.fillRect(0, horizonY + unit * 0.05, width, set.height);
  });
  addHills(set, horizonY + unit * 0.06, unit * 0.07, 0.3, mix(BASALT, [70, 96, 70], 0.3), {
    wave: 0.7,
  });
  addLavaFields(set, 0.6, (horizonY + groundY) / 2 + unit * 0.02);
  addGround(set, mix(BASALT, [120, 96, 90], 0.4));
  addBoulders(set, BASALT);
}

function drawCone(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  { x, y, high }: { x: number; y: number; high: number },
  depth: number,
) {
  const { random } = set;
  const rock = shade(set, BASALT, depth + 0.1);
  const flank = (side: number, tone: Color) => {
    context.fillStyle = verticalGradient(
      context,
      y - high,
      y,
      darken(tone, 0.1),
      lighten(tone, 0.08),
    );
    context.beginPath();
    context.moveTo(x, y - high * 0.94);
    context.lineTo(x + side * high * 0.16, y - high);
    context.bezierCurveTo(
      x + side * high * 0.34,
      y - high * 0.6,
      x + side * high * 0.7,
      y - high * 0.2,
      x + side * high * 1.6,
      y,
    );
    context.lineTo(x, y);
    context.fill();
  };
  flank(-1, lighten(rock, 0.08));
  flank(1, darken(rock, 0.16));
  for (let gully = 0; gully < 9; gully++) {
    const side = (gully / 8 - 0.5) * 2;
    context.fillStyle = css(darken(rock, 0.26), 0.5);
    context.beginPath();
    context.moveTo(x + side * high * 0.12, y - high * 0.92);
    context.quadraticCurveTo(x + side * high * 0.3, y - high * 0.5, x + side * high * 1.1, y);
    context.lineTo(x + side * high * 1.1 - high * 0.05, y);
    context.quadraticCurveTo(
      x + side * high * 0.24,
      y - high * 0.5,
      x + side * high * 0.12,
      y - high * 0.92,
    );
    context.fill();
  }
  for (const [turn, reach, wide] of [
    [-0.5, 0.62, 0.024],
    [0.16, 0.9, 0.034],
    [0.6, 0.5, 0.02],
  ] as const) {
    lights.strokeStyle = css([255, 96, 34], 0.95);
    lights.lineCap = lights.lineJoin = "round";
    const path = Array.from({ length: 9 }, (_, step): readonly [number, number] => {
      const t = step / 8;
      return [
        x + turn * high * (0.12 + t * t * 0.7 * reach) + random.between(-0.012, 0.012) * high,
        y - high * (0.96 - t * reach * 0.9),
      ];
    });
    for (const [tone, scale] of [
      ["rgba(255,84,30,0.9)", 1],
      ["rgba(255,206,90,0.95)", 0.4],
    ] as const) {
      lights.strokeStyle = tone;
      lights.lineWidth = high * wide * scale;
      lights.beginPath();
      for (const point of path) lights.lineTo(...point);
      lights.stroke();
    }
  }
  lights.fillStyle = css([255, 170, 70]);
  lights.beginPath();
  lights.ellipse(x, y - high * 0.985, high * 0.15, high * 0.028, 0, 0, Math.PI * 2);
  lights.fill();
}

/** Glowing stones in flight, and the breathing light of the crater. */
function addEmbers(set: StageSet, depth: number, peak: { x: number; y: number }): void {
  const { unit } = set;
  const rate = 16;
  const life = 2;
  addMoving(set, depth, (context, seconds) => {
    drawGlow(
      context,
      peak.x,
      peak.y,
      unit * (0.3 + 0.03 * Math.sin(seconds * 3)),
      [255, 110, 40],
      0.5 + 0.14 * Math.sin(seconds * 2.1),
    );
    const newest = Math.floor(seconds * rate) + rate * 2;
    for (let number = newest; number > newest - rate * life; number--) {
      const age = (seconds + 2 - number / rate) / life;
      if (age < 0 || age > 1) continue;
      const chance = createRandom(Math.imul(number + 71, 0x9e3779b1));
      const x = peak.x + chance.between(-1, 1) * unit * 0.3 * age;
      const y =
        peak.y -
        unit * (chance.between(0.24, 0.5) * Math.sin(age * Math.PI * 0.8) - age * age * 0.12);
      context.fillStyle =
        age < 0.4 ? "rgba(255,226,130,0.95)" : `rgba(255,110,50,${(1.2 - age).toFixed(2)})`;
      context.beginPath();
      context.arc(x, y, unit * chance.between(0.002, 0.006), 0, Math.PI * 2);
      context.fill();
    }
  });
}

/** Cooled lava whose cracks still glow, brighter and darker in turn. */
function addLavaFields(set: StageSet, depth: number, y: number): void {
  const { unit, random } = set;
  const crackTop = y + unit * 0.015;
  addLayer(set, { depth, top: y - unit * 0.1 }, (context, width, lights) => {
    drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: unit * 0.04,
        wave: unit * 0.4,
        seed: seedOf(set),
        roughness: 0.3,
      },
      shade(set, BASALT, depth),
    );
    for (let x = 0; x < width; x += unit * random.between(0.06, 0.2)) {
      const wide = unit * random.between(0.05, 0.16);
      const at = crackTop + random.between(0, 0.09) * unit;
      lights.strokeStyle = css([255, 120, 50], random.between(0.5, 0.95));
      lights.lineWidth = unit * random.between(0.002, 0.005);
      lights.beginPath();
      lights.moveTo(x, at);
      lights.lineTo(x + wide * 0.3, at + unit * 0.006);
      lights.lineTo(x + wide * 0.6, at - unit * 0.004);
      lights.lineTo(x + wide, at + unit * 0.005);
      lights.stroke();
    }
  });
}
