import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { addLayer, type StageSet, shade } from "../stage/stage-set";
import { drawBooks, drawClock, drawPottedPlant, drawTable } from "./furniture";
import { addWall, drawWindow, lightRoom } from "./interior";

/** A blackboard with sums and drawings, a clock, a map, windows and rows of desks. */
export function classroom(set: StageSet): void {
  lightRoom(set);
  const { groundY } = set.scenery;
  const { unit } = set;
  const floorY = groundY - unit * 0.09;
  addWall(set, [224, 214, 176], [178, 136, 98], floorY, (context, width, lights) => {
    const mid = width / 2;
    const dado = shade(set, [136, 166, 158], 0.9);
    context.fillStyle = css(dado);
    context.fillRect(0, floorY - unit * 0.2, width, unit * 0.2);
    context.fillStyle = css(lighten(dado, 0.3));
    context.fillRect(0, floorY - unit * 0.21, width, unit * 0.014);
    drawBlackboard(set, context, mid, floorY - unit * 0.24);
    drawClock(set, context, mid, floorY - unit * 0.71, unit * 0.04);
    drawWindow(
      set,
      context,
      lights,
      mid - unit * 0.86,
      floorY - unit * 0.66,
      unit * 0.3,
      unit * 0.4,
    );
    drawMap(set, context, mid + unit * 0.5, floorY - unit * 0.62);
    for (let x = mid + unit * 0.92; x < width; x += unit * 0.5)
      drawWindow(set, context, lights, x, floorY - unit * 0.66, unit * 0.3, unit * 0.4);
    drawBunting(set, context, mid, floorY - unit * 0.86);
  });
  addLayer(set, { depth: 0.9, top: floorY - unit * 0.3 }, (context, width) => {
    const mid = width / 2;
    const y = floorY + unit * 0.06;
    for (const at of [-1.16, -0.72, 0.4, 0.84]) {
      const x = mid + unit * at;
      drawChair(set, context, x + unit * 0.2, y - unit * 0.01);
      drawTable(set, context, x, y, unit * 0.3, unit * 0.16, [222, 176, 118]);
      drawBooks(set, context, x + unit * 0.04, y - unit * 0.16, unit * 0.07, unit * 0.055);
      context.fillStyle = css(shade(set, [230, 84, 74], 1));
      context.beginPath();
      context.arc(x + unit * 0.24, y - unit * 0.178, unit * 0.018, 0, Math.PI * 2);
      context.fill();
    }
    drawPottedPlant(set, context, mid - unit * 0.5, floorY + unit * 0.02, unit * 0.17);
  });
}

function drawBlackboard(set: StageSet, context: SKRSContext2D, mid: number, y: number): void {
  const { unit } = set;
  const board = shade(set, [44, 92, 78], 0.95);
  const [wide, high] = [unit * 0.84, unit * 0.4];
  context.fillStyle = css(shade(set, [164, 116, 76], 0.95));
  context.fillRect(
    mid - wide / 2 - unit * 0.02,
    y - high - unit * 0.02,
    wide + unit * 0.04,
    high + unit * 0.04,
  );
  context.fillStyle = css(board);
  context.fillRect(mid - wide / 2, y - high, wide, high);
  context.fillStyle = css(lighten(board, 0.5), 0.08);
  for (let wipe = 0; wipe < 5; wipe++) {
    context.beginPath();
    context.ellipse(
      mid + (wipe - 2) * wide * 0.17,
      y - high * 0.5,
      wide * 0.18,
      high * 0.14,
      -0.3,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
  context.strokeStyle = css(lighten(board, 0.86), 0.9);
  context.lineWidth = Math.max(1.2, unit * 0.004);
  context.lineCap = context.lineJoin = "round";
  const at = (px: number, py: number): [number, number] => [mid + px * wide, y - py * high];
  const line = (...points: readonly (readonly [number, number])[]) => {
    context.beginPath();
    for (const [px, py] of points) context.lineTo(...at(px, py));
    context.stroke();
  };
  // 1 + 2 = 3
  line([-0.42, 0.8], [-0.4, 0.86], [-0.4, 0.66]);
  line([-0.36, 0.76], [-0.31, 0.76]);
  line([-0.335, 0.81], [-0.335, 0.71]);
  line([-0.27, 0.82], [-0.25, 0.86], [-0.23, 0.82], [-0.27, 0.66], [-0.22, 0.66]);
  line([-0.19, 0.79], [-0.14, 0.79]);
  line([-0.19, 0.73], [-0.14, 0.73]);
  line([-0.1, 0.86], [-0.05, 0.84], [-0.08, 0.77], [-0.05, 0.7], [-0.1, 0.66]);
  line([-0.4, 0.16], [-0.4, 0.5], [-0.12, 0.16], [-0.4, 0.16]);
  line([-0.4, 0.22], [-0.36, 0.22], [-0.36, 0.16]);
  line([0.06, 0.14], [0.06, 0.88]);
  line([0.02, 0.24], [0.44, 0.24]);
  context.strokeStyle = css([255, 222, 120], 0.9);
  line(
    ...Array.from({ length: 16 }, (_, step): [number, number] => [
      0.06 + step * 0.024,
      0.5 + 0.22 * Math.sin(step * 0.62),
    ]),
  );
  context.strokeStyle = css([255, 170, 170], 0.9);
  context.beginPath();
  context.arc(...at(0.34, 0.76), high * 0.09, 0, Math.PI * 2);
  context.stroke();
  context.fillStyle = css(shade(set, [186, 138, 94], 0.95));
  context.fillRect(mid - wide / 2, y + unit * 0.016, wide, unit * 0.014);
}

function drawMap(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  const [wide, high] = [unit * 0.32, unit * 0.22];
  context.fillStyle = css(shade(set, [176, 214, 232], 0.95));
  context.fillRect(x, y, wide, high);
  for (const [dx, dy, rx, ry, hue] of [
    [0.22, 0.34, 0.12, 0.2, [180, 204, 120]],
    [0.3, 0.72, 0.07, 0.2, [240, 200, 110]],
    [0.56, 0.3, 0.1, 0.14, [230, 150, 130]],
    [0.56, 0.62, 0.1, 0.22, [244, 214, 130]],
    [0.76, 0.36, 0.16, 0.2, [170, 190, 140]],
    [0.84, 0.78, 0.07, 0.1, [220, 160, 170]],
  ] as const) {
    context.fillStyle = css(shade(set, hue, 0.95));
    context.beginPath();
    context.ellipse(x + dx * wide, y + dy * high, rx * wide, ry * high, 0.3, 0, Math.PI * 2);
    context.fill();
  }
  context.fillStyle = css(shade(set, [120, 84, 60], 0.95));
  context.fillRect(x - unit * 0.01, y - unit * 0.012, wide + unit * 0.02, unit * 0.014);
  context.fillRect(x - unit * 0.01, y + high, wide + unit * 0.02, unit * 0.012);
}

function drawChair(set: StageSet, context: SKRSContext2D, x: number, y: number): void {
  const { unit } = set;
  const blue: Color = shade(set, [74, 128, 176], 0.95);
  context.fillStyle = css(darken(blue, 0.4));
  for (const leg of [0, 0.09])
    context.fillRect(x + unit * leg, y - unit * 0.1, unit * 0.008, unit * 0.1);
  context.fillStyle = css(blue);
  context.beginPath();
  context.roundRect(x - unit * 0.006, y - unit * 0.24, unit * 0.11, unit * 0.08, unit * 0.012);
  context.roundRect(x - unit * 0.006, y - unit * 0.11, unit * 0.11, unit * 0.018, unit * 0.008);
  context.fill();
}

function drawBunting(set: StageSet, context: SKRSContext2D, mid: number, y: number): void {
  const { unit } = set;
  for (let flag = -8; flag <= 8; flag++) {
    const x = mid + flag * unit * 0.1;
    const sag = (1 - (flag / 8) ** 2) * unit * 0.05;
    context.fillStyle = css(
      shade(
        set,
        (
          [
            [236, 96, 84],
            [250, 200, 90],
            [96, 170, 160],
            [120, 140, 210],
          ] as const
        )[(flag + 8) % 4] ?? [236, 96, 84],
        0.95,
      ),
    );
    context.beginPath();
    context.moveTo(x - unit * 0.036, y + sag);
    context.lineTo(x + unit * 0.036, y + sag);
    context.lineTo(x, y + sag + unit * 0.06);
    context.fill();
  }
}
