import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { drawGlow, verticalGradient } from "../drawing/shapes";
import { drawRoundTree } from "../plants/trees";
import { addSky } from "../sky/sky";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { addSkyline, lightsOn, WALLS } from "./skyline";

export function street(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: 3 });
  addSkyline(set, groundY, [[0.16, 0.6 * set.loft]]);
  const kerb = groundY - set.unit * 0.1;
  addLayer(
    set,
    { depth: 0.7, top: kerb - set.unit * 0.62 * set.loft },
    (context, width, lights) => {
      let x = 0;
      while (x < width) {
        const wide = set.unit * set.random.between(0.22, 0.34);
        drawShop(
          set,
          context,
          lights,
          x,
          wide,
          kerb - set.unit * set.random.between(0.34, 0.54) * set.loft,
          kerb,
        );
        x += wide + set.unit * 0.004;
      }
    },
  );
  addLayer(set, { depth: 0.86, top: kerb - set.unit * 0.56 }, (context, width, lights) => {
    const stone = shade(set, [176, 172, 180], 0.9);
    context.fillStyle = verticalGradient(
      context,
      kerb - set.unit * 0.02,
      kerb + set.unit * 0.06,
      lighten(stone, 0.1),
      darken(stone, 0.1),
    );
    context.fillRect(0, kerb - set.unit * 0.02, width, set.height);
    for (let x = set.unit * 0.2; x < width; x += set.unit * 0.62) {
      if (Math.round(x / (set.unit * 0.62)) % 2)
        drawRoundTree(
          context,
          x,
          kerb,
          set.unit * 0.3 * Math.sqrt(set.loft),
          shade(set, [96, 164, 90], 0.9),
          set.random.integer(1, 1e6),
        );
      else drawLamp(set, context, lights, x, kerb);
    }
  });
  addRoadway(set);
}

/** Tarmac with its grain, drains and a crossing, and the near pavement's edge. */
function addRoadway(set: StageSet): void {
  const { groundY } = set.scenery;
  const { unit, random } = set;
  const top = groundY - unit * 0.062;
  const near = Math.min(set.height * 0.96, groundY + unit * 0.21);
  addLayer(set, { depth: 1, top: top - unit * 0.02 }, (context, width) => {
    const road = shade(set, [92, 94, 108], 1);
    const stone = shade(set, [176, 172, 180], 1);
    context.fillStyle = css(lighten(stone, 0.15));
    context.fillRect(0, top - unit * 0.014, width, unit * 0.014);
    context.fillStyle = verticalGradient(
      context,
      top,
      set.height,
      lighten(road, 0.1),
      road,
      darken(road, 0.22),
    );
    context.fillRect(0, top, width, set.height);
    for (let spot = 0; spot < (width / unit) * 120; spot++) {
      context.fillStyle = css(spot % 2 ? lighten(road, 0.2) : darken(road, 0.25), 0.4);
      context.fillRect(
        random.next() * width,
        top + random.next() * (near - top),
        unit * random.between(0.002, 0.012),
        Math.max(1, unit * 0.0016),
      );
    }
    context.fillStyle = css(shade(set, [250, 226, 140], 1), 0.85);
    for (let x = 0; x < width; x += unit * 0.3)
      context.fillRect(x, groundY + unit * 0.075, unit * 0.15, unit * 0.012);
    for (let x = unit * 0.5; x < width; x += unit * random.between(1.4, 2.2)) {
      drawCrossing(context, x, { top, near, unit }, css(lighten(road, 0.75), 0.75));
      context.fillStyle = css(darken(road, 0.45));
      context.beginPath();
      context.ellipse(
        x + unit * 0.55,
        groundY + unit * 0.03,
        unit * 0.045,
        unit * 0.009,
        0,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
    context.fillStyle = css(darken(stone, 0.3));
    context.fillRect(0, near, width, unit * 0.02);
    context.fillStyle = verticalGradient(
      context,
      near + unit * 0.014,
      set.height * 1.06,
      lighten(stone, 0.06),
      darken(stone, 0.2),
    );
    context.fillRect(0, near + unit * 0.014, width, set.height);
    context.strokeStyle = css(darken(stone, 0.25), 0.6);
    context.lineWidth = Math.max(1, unit * 0.002);
    context.beginPath();
    for (let x = 0; x < width; x += unit * 0.2) {
      context.moveTo(x, near + unit * 0.02);
      context.lineTo(x - unit * 0.05, set.height * 1.1);
    }
    context.stroke();
  });
}

function drawCrossing(
  context: SKRSContext2D,
  x: number,
  { top, near, unit }: { top: number; near: number; unit: number },
  paint: string,
): void {
  context.fillStyle = paint;
  for (let bar = 0; bar < 6; bar++) {
    const left = x + bar * unit * 0.05;
    context.beginPath();
    context.moveTo(left + unit * 0.03, top + unit * 0.01);
    context.lineTo(left + unit * 0.055, top + unit * 0.01);
    context.lineTo(left + unit * 0.025, near - unit * 0.01);
    context.lineTo(left - unit * 0.005, near - unit * 0.01);
    context.fill();
  }
}

function drawShop(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  wide: number,
  top: number,
  bottom: number,
) {
  const { random } = set;
  const wall = shade(set, random.pick(WALLS), 0.86);
  context.fillStyle = verticalGradient(
    context,
    top,
    bottom,
    lighten(wall, 0.05),
    darken(wall, 0.12),
  );
  context.fillRect(x, top, wide, bottom - top + set.unit * 0.05);
  context.fillStyle = css(darken(wall, 0.3));
  context.fillRect(x - wide * 0.01, top, wide * 1.02, set.unit * 0.014);
  const lit = lightsOn(set);
  const pane = set.unit * 0.05;
  for (let wy = top + pane * 0.7; wy < bottom - set.unit * 0.17; wy += pane * 1.7) {
    for (let wx = x + pane * 0.6; wx < x + wide - pane; wx += pane * 1.55) {
      const shines = lit && random.next() < 0.55;
      const pen = shines ? lights : context;
      pen.fillStyle = shines
        ? css(set.palette.accents[0], 0.85)
        : css(mix(wall, set.palette.sky[1], 0.55));
      pen.fillRect(wx, wy, pane * 0.8, pane);
      context.fillStyle = css(lighten(wall, 0.35));
      context.fillRect(wx - pane * 0.06, wy + pane, pane * 0.92, pane * 0.1);
    }
  }
  const front = bottom - set.unit * 0.12;
  const pen = lit ? lights : context;
  pen.fillStyle = lit
    ? css(mix(set.palette.accents[0], [255, 255, 255], 0.3), 0.9)
    : css(mix(wall, set.palette.sky[2], 0.6));
  pen.fillRect(x + wide * 0.1, front, wide * 0.5, set.unit * 0.1);
  context.fillStyle = css(darken(wall, 0.4));
  context.fillRect(x + wide * 0.7, front - set.unit * 0.01, wide * 0.2, set.unit * 0.14);
  const awning = shade(
    set,
    [
      [226, 84, 84],
      [72, 150, 140],
      [236, 176, 70],
    ][random.integer(0, 2)] as unknown as Color,
    0.9,
  );
  for (let stripe = 0; stripe < 7; stripe++) {
    context.fillStyle = css(stripe % 2 ? lighten(awning, 0.75) : awning);
    context.beginPath();
    context.moveTo(x + wide * (0.08 + stripe * 0.078), front - set.unit * 0.035);
    context.lineTo(x + wide * (0.08 + (stripe + 1) * 0.078), front - set.unit * 0.035);
    context.lineTo(x + wide * (0.065 + (stripe + 1) * 0.082), front + set.unit * 0.012);
    context.lineTo(x + wide * (0.065 + stripe * 0.082), front + set.unit * 0.012);
    context.fill();
  }
}

function drawLamp(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
) {
  const iron = shade(set, [58, 60, 78], 0.95);
  const top = y - set.unit * 0.34;
  context.strokeStyle = css(iron);
  context.lineWidth = set.unit * 0.009;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, top);
  context.quadraticCurveTo(x, top - set.unit * 0.035, x + set.unit * 0.045, top - set.unit * 0.035);
  context.stroke();
  const bulb = lightsOn(set) ? set.palette.accents[0] : lighten(iron, 0.6);
  if (lightsOn(set))
    drawGlow(lights, x + set.unit * 0.05, top - set.unit * 0.02, set.unit * 0.16, bulb, 0.7);
  lights.fillStyle = css(lighten(bulb, 0.5));
  lights.beginPath();
  lights.ellipse(
    x + set.unit * 0.05,
    top - set.unit * 0.026,
    set.unit * 0.022,
    set.unit * 0.012,
    0,
    0,
    Math.PI * 2,
  );
  lights.fill();
}
