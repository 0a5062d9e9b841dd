import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import { createRandom } from "../drawing/random";

const BARK: Color = [92, 66, 52];

/** Boughs in tiers, lit from the left; with snow on them where `snow` is given. */
export function drawPine(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  color: Color,
  snow?: Color,
) {
  context.fillStyle = css(mix(darken(color, 0.45), BARK, 0.5));
  context.fillRect(x - height * 0.022, y - height * 0.12, height * 0.044, height * 0.13);
  const tiers = 6;
  for (let tier = tiers - 1; tier >= 0; tier--) {
    const share = (tier + 1) / tiers;
    const top = y - height * (1 - (tier / tiers) * 0.86);
    const bottom = y - height * (0.92 - share * 0.84);
    const half = height * (0.05 + 0.19 * share);
    const bough = (from: number, to: number, low: number) => {
      context.beginPath();
      context.moveTo(x, top);
      context.quadraticCurveTo(x + from * 0.4, (top + low) / 2, x + from, low);
      const teeth = 5;
      for (let tooth = 1; tooth <= teeth; tooth++) {
        const at = x + from + ((to - from) * tooth) / teeth;
        const mid = at - (to - from) / teeth / 2;
        context.quadraticCurveTo(
          mid,
          low - height * 0.03,
          at,
          low + (tooth % 2 ? 0.008 : 0) * height,
        );
      }
      context.quadraticCurveTo(x + to * 0.4, (top + low) / 2, x, top);
      context.fill();
    };
    context.fillStyle = css(darken(color, 0.3 - tier * 0.015));
    bough(-half, half, bottom);
    context.fillStyle = css(darken(color, 0.04));
    bough(-half * 0.94, half * 0.35, bottom - height * 0.012);
    context.fillStyle = css(lighten(color, 0.1));
    bough(-half * 0.86, -half * 0.1, bottom - height * 0.03);
    if (!snow) continue;
    context.fillStyle = css(snow);
    bough(-half * 0.82, half * 0.6, bottom - height * 0.055);
  }
}

/** A crown of leafy clusters; bare boughs where `leaf` is missing. */
export function drawRoundTree(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  leaf: Color | undefined,
  seed: number,
  bark: Color = mix(BARK, leaf ?? BARK, 0.18),
) {
  const random = createRandom(seed);
  drawTrunk(context, x, y, height, bark, leaf ? 0.5 : 0.62);
  if (!leaf) return drawBoughs(context, x, y - height * 0.42, height * 0.3, bark, random.next());
  const clusters = Array.from({ length: 13 }, (_, index) => {
    const angle = (index / 13) * Math.PI * 2 + random.between(-0.3, 0.3);
    const reach = index < 3 ? 0.06 : random.between(0.12, 0.25);
    return {
      x: Math.cos(angle) * reach * 1.12,
      y: -0.69 + Math.sin(angle) * reach * 0.9,
      radius: random.between(0.1, 0.16) * (index < 3 ? 1.35 : 1),
    };
  });
  const passes = [
    [darken(leaf, 0.34), 0, 1],
    [darken(leaf, 0.14), 0.014, 0.86],
    [leaf, 0.03, 0.68],
    [lighten(leaf, 0.16), 0.05, 0.4],
  ] as const;
  for (const [tone, shift, scale] of passes) {
    context.fillStyle = css(tone);
    for (const cluster of clusters) {
      const cx = x + (cluster.x - shift) * height;
      const cy = y + (cluster.y - shift) * height;
      const radius = cluster.radius * scale * height;
      context.beginPath();
      for (let lobe = 0; lobe < 7; lobe++) {
        const angle = (lobe / 7) * Math.PI * 2;
        context.moveTo(cx, cy);
        context.arc(
          cx + Math.cos(angle) * radius * 0.55,
          cy + Math.sin(angle) * radius * 0.55,
          radius * 0.52,
          0,
          Math.PI * 2,
        );
      }
      context.fill();
    }
  }
}

function drawTrunk(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  bark: Color,
  share: number,
) {
  const top = y - height * share;
  for (const [tone, left, right] of [
    [darken(bark, 0.22), 1, 1],
    [lighten(bark, 0.08), 1, -0.1],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    context.moveTo(x - height * 0.055 * left, y + height * 0.008);
    context.quadraticCurveTo(x - height * 0.026, y - height * 0.08, x - height * 0.02, top);
    context.lineTo(x + height * 0.02 * right, top);
    context.quadraticCurveTo(
      x + height * 0.026 * right,
      y - height * 0.08,
      x + height * 0.055 * right,
      y + height * 0.008,
    );
    context.fill();
  }
}

function drawBoughs(
  context: SKRSContext2D,
  x: number,
  y: number,
  length: number,
  bark: Color,
  chance: number,
) {
  context.strokeStyle = css(darken(bark, 0.12));
  context.lineCap = "round";
  const grow = (fromX: number, fromY: number, angle: number, reach: number, level: number) => {
    const toX = fromX + Math.cos(angle) * reach;
    const toY = fromY + Math.sin(angle) * reach;
    context.lineWidth = length * 0.11 * 0.62 ** level;
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
    if (level >= 4) return;
    for (const turn of [-0.5, 0.1, 0.55])
      grow(
        toX,
        toY,
        angle + turn + Math.sin(level * 7 + chance * 9) * 0.2,
        reach * 0.66,
        level + 1,
      );
  };
  for (const angle of [-2.25, -1.6, -0.95]) grow(x, y, angle, length * 0.5, 1);
}

export function drawBush(
  context: SKRSContext2D,
  x: number,
  y: number,
  size: number,
  leaf: Color,
  seed: number,
) {
  const random = createRandom(seed);
  const puffs = Array.from({ length: 7 }, (_, index) => ({
    x: (index / 6 - 0.5) * 1.5 + random.between(-0.08, 0.08),
    radius: random.between(0.24, 0.4) * (1 - Math.abs(index / 6 - 0.5) * 0.7),
  }));
  for (const [tone, shift, scale] of [
    [darken(leaf, 0.28), 0, 1],
    [darken(leaf, 0.06), 0.05, 0.8],
    [lighten(leaf, 0.12), 0.13, 0.46],
  ] as const) {
    context.fillStyle = css(tone);
    context.beginPath();
    for (const puff of puffs) {
      const cx = x + (puff.x - shift) * size;
      const cy = y - (puff.radius * 0.8 + shift) * size;
      context.moveTo(cx, cy);
      context.arc(cx, cy, puff.radius * scale * size, 0, Math.PI * 2);
    }
    context.fill();
  }
}
