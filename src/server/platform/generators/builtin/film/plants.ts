import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "./color";
import { smoothNoise } from "./random";
import type { StageSet } from "./stage-set";

export function drawPine(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  color: Color,
  snow?: Color,
) {
  const width = height * 0.42;
  context.fillStyle = css(mix(darken(color, 0.45), [70, 40, 30], 0.4));
  context.fillRect(x - height * 0.025, y - height * 0.14, height * 0.05, height * 0.16);
  for (let tier = 0; tier < 4; tier++) {
    const top = y - height + tier * height * 0.19;
    const bottom = top + height * 0.36;
    const half = width * (0.22 + tier * 0.13);
    const triangle = (reach: number, low: number) => {
      context.beginPath();
      context.moveTo(x, top);
      context.quadraticCurveTo(x + reach * 0.35, (top + low) / 2, x + reach, low);
      context.quadraticCurveTo(x, low + height * 0.035, x - reach, low);
      context.quadraticCurveTo(x - reach * 0.35, (top + low) / 2, x, top);
      context.fill();
    };
    context.fillStyle = css(darken(color, 0.16 - tier * 0.02));
    triangle(half, bottom);
    context.fillStyle = css(lighten(color, 0.05));
    context.save();
    context.translate(-half * 0.1, 0);
    triangle(half * 0.72, bottom - height * 0.03);
    context.restore();
    if (snow) {
      context.fillStyle = css(snow);
      triangle(half * 0.55, top + height * 0.15);
    }
  }
}

export function drawRoundTree(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  color: Color,
  seed: number,
) {
  context.fillStyle = css(mix([96, 62, 44], color, 0.25));
  context.beginPath();
  context.moveTo(x - height * 0.04, y);
  context.lineTo(x - height * 0.022, y - height * 0.6);
  context.lineTo(x + height * 0.022, y - height * 0.6);
  context.lineTo(x + height * 0.045, y);
  context.fill();
  const blobs = [
    [0, -0.72, 0.24],
    [-0.17, -0.58, 0.18],
    [0.17, -0.56, 0.19],
    [-0.07, -0.86, 0.16],
    [0.1, -0.82, 0.15],
  ] as const;
  for (const [pass, tone] of [darken(color, 0.2), color, lighten(color, 0.12)].entries()) {
    context.fillStyle = css(tone);
    for (const [index, [dx, dy, radius]] of blobs.entries()) {
      const wobble = smoothNoise(seed, index * 3.1) * 0.03;
      context.beginPath();
      context.arc(
        x + (dx - pass * 0.025 + wobble) * height,
        y + (dy - pass * 0.025) * height,
        radius * height * (1 - pass * 0.17),
        0,
        Math.PI * 2,
      );
      context.fill();
    }
  }
}

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
  context.strokeStyle = css(trunk);
  context.lineWidth = height * 0.055;
  context.lineCap = "round";
  context.beginPath();
  context.moveTo(x, y);
  context.quadraticCurveTo(x - lean * height * 0.08, y - height * 0.55, topX, topY);
  context.stroke();
  for (let frond = 0; frond < 8; frond++) {
    const angle = -Math.PI * (0.02 + (frond / 7) * 0.96);
    const reach = height * 0.46;
    const tipX = topX + Math.cos(angle) * reach;
    const tipY = topY + Math.sin(angle) * reach * 0.55 + height * 0.2;
    context.fillStyle = css(frond % 2 ? leaf : darken(leaf, 0.14));
    context.beginPath();
    context.moveTo(topX, topY);
    context.quadraticCurveTo(
      (topX + tipX) / 2,
      topY + Math.sin(angle) * reach * 0.75 - height * 0.06,
      tipX,
      tipY,
    );
    context.quadraticCurveTo(
      (topX + tipX) / 2,
      topY + Math.sin(angle) * reach * 0.4 + height * 0.06,
      topX,
      topY,
    );
    context.fill();
  }
}

export function drawGrass(
  context: SKRSContext2D,
  width: number,
  yAt: (x: number) => number,
  size: number,
  colors: readonly Color[],
  set: StageSet,
  gap: number,
) {
  for (let x = 0; x < width; x += gap) {
    const px = x + set.random.between(-gap, gap);
    const y = yAt(px) + size * 0.2;
    const height = size * set.random.between(0.5, 1.2);
    const lean = set.random.between(-0.5, 0.5) * height;
    context.fillStyle = css(
      colors[set.random.integer(0, colors.length - 1)] ?? colors[0] ?? [80, 160, 80],
    );
    context.beginPath();
    context.moveTo(px - height * 0.09, y);
    context.quadraticCurveTo(px, y - height * 0.6, px + lean, y - height);
    context.quadraticCurveTo(px + height * 0.08, y - height * 0.5, px + height * 0.09, y);
    context.fill();
  }
}

export function drawFlower(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  petal: Color,
  heart: Color,
  stem: Color,
) {
  context.strokeStyle = css(stem);
  context.lineWidth = size * 0.14;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, y - size * 1.6);
  context.stroke();
  context.fillStyle = css(petal);
  for (let index = 0; index < 5; index++) {
    const angle = (index / 5) * Math.PI * 2 + 0.3;
    context.beginPath();
    context.arc(
      x + Math.cos(angle) * size * 0.34,
      y - size * 1.7 + Math.sin(angle) * size * 0.34,
      size * 0.28,
      0,
      Math.PI * 2,
    );
    context.fill();
  }
  context.fillStyle = css(heart);
  context.beginPath();
  context.arc(x, y - size * 1.7, size * 0.22, 0, Math.PI * 2);
  context.fill();
}
