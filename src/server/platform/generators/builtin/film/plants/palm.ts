import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten } from "../drawing/color";

export function drawPalm(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  leaf: Color,
  trunk: Color,
  lean: number,
) {
  const topX = x + lean * height * 0.3;
  const topY = y - height;
  const bend = x - lean * height * 0.08;
  const rings = 20;
  const at = (t: number): readonly [number, number, number] => [
    (1 - t) ** 2 * x + 2 * t * (1 - t) * bend + t ** 2 * topX,
    (1 - t) ** 2 * y + 2 * t * (1 - t) * (y - height * 0.55) + t ** 2 * topY,
    height * (0.019 + 0.012 * (1 - t) + 0.012 * (1 - t) ** 8),
  ];
  // The shaded side lies under the lit one.
  for (const [tone, right] of [
    [darken(trunk, 0.2), 1],
    [trunk, 0.3],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    for (let ring = 0; ring <= rings; ring++) {
      const [cx, cy, wide] = at(ring / rings);
      context.lineTo(cx - wide, cy);
    }
    for (let ring = rings; ring >= 0; ring--) {
      const [cx, cy, wide] = at(ring / rings);
      context.lineTo(cx + wide * right, cy);
    }
    context.fill();
  }
  context.strokeStyle = css(darken(trunk, 0.32), 0.6);
  context.lineWidth = height * 0.006;
  context.beginPath();
  for (let ring = 1; ring < rings; ring++) {
    const [cx, cy, wide] = at(ring / rings);
    context.moveTo(cx - wide, cy - wide * 0.25);
    context.quadraticCurveTo(cx, cy + wide * 0.35, cx + wide, cy - wide * 0.25);
  }
  context.stroke();
  // A tuft hides where the trunk meets the ground.
  for (let blade = 0; blade < 9; blade++) {
    const side = blade / 4 - 1;
    const root = x + side * height * 0.035;
    context.fillStyle = css(blade % 2 ? darken(leaf, 0.12) : darken(leaf, 0.28));
    context.beginPath();
    context.moveTo(root - height * 0.011, y + height * 0.006);
    context.quadraticCurveTo(
      root + side * height * 0.02,
      y - height * 0.04,
      root + side * height * 0.075,
      y - height * (0.055 + 0.03 * ((blade * 2) % 3)) * (1.1 - 0.5 * Math.abs(side)),
    );
    context.quadraticCurveTo(
      root + side * height * 0.03,
      y - height * 0.02,
      root + height * 0.011,
      y + height * 0.006,
    );
    context.fill();
  }
  for (let frond = 0; frond < 11; frond++) {
    const angle = -Math.PI * (-0.04 + (frond / 10) * 1.08);
    const reach = height * (0.4 + (frond % 3) * 0.04);
    const tipX = topX + Math.cos(angle) * reach;
    const tipY = topY + Math.sin(angle) * reach * 0.55 + height * 0.18;
    const tone = frond % 2 ? leaf : darken(leaf, 0.18);
    const arch = (lift: number) => topY + Math.sin(angle) * reach * 0.75 + lift * height;
    context.fillStyle = css(tone);
    context.beginPath();
    context.moveTo(topX, topY);
    context.quadraticCurveTo((topX + tipX) / 2, arch(-0.07), tipX, tipY);
    context.quadraticCurveTo((topX + tipX) / 2, arch(0.06), topX, topY);
    context.fill();
    context.strokeStyle = css(lighten(tone, 0.16));
    context.lineWidth = height * 0.006;
    context.beginPath();
    context.moveTo(topX, topY);
    context.quadraticCurveTo((topX + tipX) / 2, arch(-0.03), tipX, tipY);
    context.stroke();
  }
  for (const [dx, dy] of [
    [-0.03, 0.02],
    [0.03, 0.03],
  ] as const) {
    context.fillStyle = css(darken(trunk, 0.35));
    context.beginPath();
    context.arc(topX + dx * height, topY + dy * height, height * 0.026, 0, Math.PI * 2);
    context.fill();
  }
}
