import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../color";
import { drawGlow, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { drawRoundTree } from "../trees";
import { addSkyline, lightsOn, WALLS } from "./skyline";

export function street(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: 3 });
  addSkyline(set, groundY, [[0.16, 0.6]]);
  const kerb = groundY - set.unit * 0.1;
  addLayer(set, { depth: 0.7, top: kerb - set.unit * 0.62 }, (context, width, lights) => {
    let x = 0;
    while (x < width) {
      const wide = set.unit * set.random.between(0.22, 0.34);
      drawShop(
        set,
        context,
        lights,
        x,
        wide,
        kerb - set.unit * set.random.between(0.34, 0.54),
        kerb,
      );
      x += wide + set.unit * 0.004;
    }
  });
  addLayer(set, { depth: 0.86, top: kerb - set.unit * 0.45 }, (context, width, lights) => {
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
          set.unit * 0.3,
          shade(set, [96, 164, 90], 0.9),
          set.random.integer(1, 1e6),
        );
      else drawLamp(set, context, lights, x, kerb);
    }
  });
  addLayer(set, { depth: 1, top: groundY - set.unit * 0.07 }, (context, width) => {
    const road = shade(set, [88, 90, 104], 1);
    const top = groundY - set.unit * 0.062;
    context.fillStyle = css(lighten(road, 0.3));
    context.fillRect(0, top - set.unit * 0.012, width, set.unit * 0.014);
    context.fillStyle = verticalGradient(
      context,
      top,
      set.height,
      lighten(road, 0.06),
      darken(road, 0.2),
    );
    context.fillRect(0, top, width, set.height);
    context.fillStyle = css(shade(set, [250, 226, 140], 1), 0.85);
    for (let x = 0; x < width; x += set.unit * 0.3)
      context.fillRect(x, groundY + set.unit * 0.075, set.unit * 0.15, set.unit * 0.014);
  });
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
  const wall = shade(set, WALLS[random.integer(0, 5)] ?? [200, 150, 120], 0.86);
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
