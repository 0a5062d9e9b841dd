import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../color";
import { drawGlow, verticalGradient } from "../shapes";
import { addLayer, type StageSet, shade } from "../stage-set";
import { addWall, drawWindow, glows, lightRoom } from "./interior";

function drawShelf(set: StageSet, context: SKRSContext2D, x: number, y: number, wide: number) {
  const spines: readonly Color[] = [
    [206, 92, 84],
    [84, 134, 170],
    [232, 184, 92],
    [110, 160, 118],
    [150, 112, 170],
    [238, 226, 206],
  ];
  const wood = shade(set, [150, 104, 72], 0.9);
  for (let shelf = 0; shelf < 2; shelf++) {
    const bottom = y + shelf * set.unit * 0.17;
    let at = x + set.unit * 0.01;
    while (at < x + wide - set.unit * 0.03) {
      const thick = set.unit * set.random.between(0.014, 0.028);
      const high = set.unit * set.random.between(0.07, 0.115);
      context.fillStyle = css(shade(set, spines[set.random.integer(0, 5)] ?? [200, 90, 90], 0.9));
      context.fillRect(at, bottom - high, thick, high);
      at += thick + set.unit * (set.random.next() < 0.1 ? 0.03 : 0.002);
    }
    context.fillStyle = css(wood);
    context.fillRect(x, bottom, wide, set.unit * 0.014);
    context.fillStyle = css(darken(wood, 0.3), 0.5);
    context.fillRect(x, bottom + set.unit * 0.014, wide, set.unit * 0.006);
  }
}

export function room(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const floorY = groundY - set.unit * 0.1;
  const walls: readonly [Color, ...Color[]] = [
    [146, 178, 176],
    [206, 156, 132],
    [140, 150, 190],
    [196, 184, 150],
  ];
  addWall(set, set.random.pick(walls), [176, 126, 88], floorY, (context, width, lights) => {
    const mid = width / 2;
    drawWindow(
      set,
      context,
      lights,
      mid - set.unit * 0.62,
      floorY - set.unit * 0.58,
      set.unit * 0.34,
      set.unit * 0.4,
    );
    drawShelf(set, context, mid + set.unit * 0.16, floorY - set.unit * 0.42, set.unit * 0.5);
    for (const [x, y, size, hue] of [
      [-0.16, 0.5, 0.13, 0],
      [0.02, 0.56, 0.1, 1],
    ] as const) {
      context.fillStyle = css(shade(set, [120, 84, 60], 0.9));
      context.fillRect(
        mid + set.unit * x,
        floorY - set.unit * y,
        set.unit * size,
        set.unit * size * 1.2,
      );
      context.fillStyle = verticalGradient(
        context,
        floorY - set.unit * y,
        floorY - set.unit * (y - size),
        lighten(set.palette.accents[hue] ?? [255, 210, 120], 0.3),
        set.palette.accents[hue + 1] ?? [120, 200, 220],
      );
      context.fillRect(
        mid + set.unit * (x + 0.012),
        floorY - set.unit * (y - 0.012),
        set.unit * (size - 0.024),
        set.unit * (size * 1.2 - 0.024),
      );
    }
    drawFloorLamp(set, context, lights, mid + set.unit * 0.78, floorY + set.unit * 0.02);
    drawFloorLamp(set, context, lights, mid - set.unit * 0.82, floorY + set.unit * 0.02);
  });
  addLayer(set, { depth: 0.95, top: floorY }, (context, width) => {
    const rug = shade(set, [206, 96, 96], 1);
    for (const [size, tone] of [
      [1, darken(rug, 0.1)],
      [0.86, lighten(rug, 0.55)],
      [0.78, rug],
    ] as const) {
      context.fillStyle = css(tone);
      context.beginPath();
      context.ellipse(
        width / 2,
        groundY + set.unit * 0.035,
        set.unit * 0.62 * size,
        set.unit * 0.085 * size,
        0,
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  });
}

function drawFloorLamp(
  set: StageSet,
  context: SKRSContext2D,
  lights: SKRSContext2D,
  x: number,
  y: number,
) {
  const top = y - set.unit * 0.5;
  context.fillStyle = css(shade(set, [84, 66, 60], 0.9));
  context.fillRect(x - set.unit * 0.005, top, set.unit * 0.01, set.unit * 0.5);
  context.fillRect(x - set.unit * 0.05, y - set.unit * 0.012, set.unit * 0.1, set.unit * 0.012);
  const hue = set.palette.accents[0];
  drawGlow(lights, x, top + set.unit * 0.02, set.unit * 0.42, hue, glows(set) ? 0.55 : 0.18);
  lights.fillStyle = css(lighten(hue, 0.35));
  lights.beginPath();
  lights.moveTo(x - set.unit * 0.045, top - set.unit * 0.05);
  lights.lineTo(x + set.unit * 0.045, top - set.unit * 0.05);
  lights.lineTo(x + set.unit * 0.085, top + set.unit * 0.07);
  lights.lineTo(x - set.unit * 0.085, top + set.unit * 0.07);
  lights.fill();
}
