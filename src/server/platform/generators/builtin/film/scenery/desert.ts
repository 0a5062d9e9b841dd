import { type Color, css, darken, lighten } from "../color";
import { drawRidge, verticalGradient } from "../shapes";
import { addSky } from "../sky";
import { addLayer, type StageSet, shade } from "../stage-set";
import { addGround, addHills, SAND, seedOf } from "./ground";

export function desert(set: StageSet): void {
  const { horizonY, groundY } = set.scenery;
  addSky(set, { horizon: horizonY, clouds: set.weather === "clear" ? 2 : 5 });
  addLayer(set, { depth: 0.14, top: horizonY - set.unit * 0.3 }, (context, width) => {
    for (let x = 0; x < width; x += set.unit * set.random.between(0.5, 0.95)) {
      const wide = set.unit * set.random.between(0.12, 0.3);
      const high = set.unit * set.random.between(0.08, 0.2);
      const color = shade(set, [206, 112, 78], 0.28);
      for (const [part, tone] of [
        [1, 0],
        [0.62, 0.08],
      ] as const) {
        context.fillStyle = css(darken(color, tone));
        context.beginPath();
        context.moveTo(x - wide * 0.62 * part, horizonY + set.unit * 0.05);
        context.lineTo(x - wide * 0.46 * part, horizonY - high * part);
        context.lineTo(x + wide * 0.42 * part, horizonY - high * part);
        context.lineTo(x + wide * 0.62 * part, horizonY + set.unit * 0.05);
        context.fill();
      }
    }
  });
  addHills(set, horizonY + set.unit * 0.05, set.unit * 0.08, 0.3, SAND, { wave: 1.2 });
  addLayer(set, { depth: 0.62, top: horizonY - set.unit * 0.3 }, (context, width) => {
    const y = (horizonY + groundY) / 2;
    const color = shade(set, SAND, 0.62);
    const yAt = drawRidge(
      context,
      width,
      {
        y,
        bottom: set.height * 1.2,
        height: set.unit * 0.08,
        wave: set.unit * 0.9,
        seed: seedOf(set),
      },
      verticalGradient(context, y, set.height, lighten(color, 0.14), darken(color, 0.1)),
    );
    for (let x = set.unit * 0.15; x < width; x += set.unit * set.random.between(0.35, 0.9)) {
      drawCactus(
        context,
        x,
        yAt(x) + set.unit * 0.015,
        set.unit * set.random.between(0.1, 0.22),
        shade(set, [74, 140, 92], 0.68),
      );
    }
  });
  addGround(set, SAND);
  addLayer(set, { depth: 1.06, top: groundY - set.unit * 0.05 }, (context, width) => {
    context.strokeStyle = css(darken(shade(set, SAND, 1), 0.14), 0.5);
    context.lineWidth = set.unit * 0.003;
    for (let line = 0; line < 9; line++) {
      const y = groundY + ((line + 1) / 9) ** 1.4 * (set.height - groundY);
      for (
        let x = set.random.between(0, 120);
        x < width;
        x += set.unit * set.random.between(0.3, 0.7)
      ) {
        context.beginPath();
        context.moveTo(x, y);
        context.quadraticCurveTo(x + set.unit * 0.08, y - set.unit * 0.012, x + set.unit * 0.2, y);
        context.stroke();
      }
    }
  });
}

function drawCactus(
  context: Parameters<typeof drawRidge>[0],
  x: number,
  y: number,
  height: number,
  color: Color,
) {
  const stroke = (points: readonly (readonly [number, number])[], width: number, tone: Color) => {
    context.strokeStyle = css(tone);
    context.lineWidth = width;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.beginPath();
    for (const [px, py] of points) context.lineTo(x + px * height, y - py * height);
    context.stroke();
  };
  for (const [tone, width, shift] of [
    [darken(color, 0.15), 0.17, 0],
    [color, 0.1, -0.02],
  ] as const) {
    stroke(
      [
        [shift, 0],
        [shift, 1],
      ],
      height * width,
      tone,
    );
    stroke(
      [
        [shift, 0.4],
        [shift - 0.26, 0.42],
        [shift - 0.26, 0.72],
      ],
      height * width * 0.75,
      tone,
    );
    stroke(
      [
        [shift, 0.55],
        [shift + 0.24, 0.57],
        [shift + 0.24, 0.85],
      ],
      height * width * 0.75,
      tone,
    );
  }
}
