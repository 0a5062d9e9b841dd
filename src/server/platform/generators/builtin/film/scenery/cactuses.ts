import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";
import { addLayer, type StageSet, shade } from "../stage/stage-set";

export function addCactuses(
  set: StageSet,
  depth: number,
  y: number,
  size: number,
  every: number,
): void {
  const high = set.unit * size * Math.sqrt(set.loft);
  addLayer(set, { depth, top: y - high * 1.2, bottom: y + high * 0.1 }, (context, width) => {
    const green = shade(set, [78, 146, 96], depth + 0.06);
    for (let x = set.unit * 0.15; x < width; x += set.unit * every * set.random.between(0.5, 1.4))
      drawCactus(
        context,
        x,
        y,
        high * set.random.between(0.55, 1),
        green,
        set.random.next() < 0.5 ? 1 : -1,
      );
  });
}

function drawCactus(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  color: Color,
  turned: 1 | -1,
): void {
  context.lineCap = context.lineJoin = "round";
  const limbs: readonly (readonly [
    weight: number,
    points: readonly (readonly [number, number])[],
  ])[] = [
    [
      0.17,
      [
        [0, 0],
        [0, 0.92],
      ],
    ],
    [
      0.12,
      [
        [0, 0.4],
        [-0.26, 0.44],
        [-0.26, 0.72],
      ],
    ],
    [
      0.11,
      [
        [0, 0.56],
        [0.24, 0.58],
        [0.24, 0.84],
      ],
    ],
  ];
  for (const [tone, scale, shift] of [
    [darken(color, 0.26), 1, 0],
    [color, 0.74, -0.012],
    [lighten(color, 0.2), 0.16, -0.03],
  ] as const) {
    context.strokeStyle = css(tone);
    for (const [weight, points] of limbs) {
      context.lineWidth = height * weight * scale;
      context.beginPath();
      for (const [px, py] of points)
        context.lineTo(x + (px + shift) * turned * height, y - py * height);
      context.stroke();
    }
  }
  context.fillStyle = css([250, 120, 150]);
  context.beginPath();
  context.arc(x, y - height * 1.0, height * 0.036, 0, Math.PI * 2);
  context.fill();
}
