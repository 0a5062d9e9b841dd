import type { SKRSContext2D } from "@napi-rs/canvas";
import { shiftAt, zoomAt } from "../camera/view";
import { type Color, css, darken, lighten, mix } from "../drawing/color";
import {
  type Animation,
  addAnimation,
  addLayer,
  createStamp,
  discardStamps,
  isSeen,
  type StageSet,
  type Stamp,
  spanOf,
} from "../stage/stage-set";
import { lookOf } from "../styles/styles";

/** Sizes of the clouds of a bank; every second one is turned round. */
const SCALES = [1, 0.66, 0.84, 0.58, 0.92, 0.74];

type Bank = {
  depth: number;
  /** Clouds for every frame's width. */
  count: number;
  /** The rows of their bases. */
  high: number;
  low: number;
  /** Half a cloud's length. */
  size: number;
  color: Color;
  front?: boolean;
  /** They lie so close that they drift as one. */
  isSea?: boolean;
};

/** Clouds that drift, each at its own pace; a few shapes are drawn once and shown often. */
export function addCloudBank(set: StageSet, bank: Bank): void {
  const kinds = SCALES.map((scale, kind) => {
    const size = bank.size * scale;
    const box = { left: -size * 1.25, top: -size * 0.85, right: size * 1.25, bottom: size * 0.2 };
    return createStamp(set, bank.depth, box, (context) => {
      if (kind % 2) context.scale(-1, 1);
      drawCloud(context, set, size * 0.95, bank.color);
    });
  });
  const { left, right } = spanOf(set, bank.depth);
  const span = right - left + bank.size * 3;
  const amount = Math.max(1, Math.round((bank.count * span) / set.width));
  const clouds = Array.from(
    { length: amount },
    (_, index): Cloud => ({
      x: ((index + set.random.between(0.15, 0.85)) / amount) * span,
      y: set.random.between(bank.high, bank.low),
      stamp: kinds[set.random.integer(0, kinds.length - 1)] ?? (kinds[0] as Stamp),
      pace: set.unit * set.random.between(0.004, 0.012) * (0.5 + bank.depth * 4) * windOf(set),
    }),
  );
  const shown = new Set(clouds.map(({ stamp }) => stamp));
  discardStamps(
    set,
    kinds.filter((kind) => !shown.has(kind)),
  );
  if (bank.isSea) {
    addSeaOfClouds(set, bank, clouds);
    return;
  }
  // Soft as they are, whole pixels and an unchanging size serve clouds as well, for a sixth of the time.
  const { depth, size, front } = bank;
  const animate: Animation = (context, seconds, view) => {
    const zoom = zoomAt(view, depth);
    for (const { x, y, stamp, pace } of clouds) {
      const at = ((x + seconds * pace) % span) + left - size * 1.5;
      if (!isSeen(view, depth, at, size * 1.3)) continue;
      const column = view.focusX + (at - shiftAt(view, depth) - view.focusX) * zoom;
      const row = view.focusY + (y - view.panY * depth - view.focusY) * zoom;
      context.drawImage(stamp.canvas, Math.round(column + stamp.x), Math.round(row + stamp.y));
    }
  };
  addAnimation(set, depth, animate, front);
}

type Cloud = { x: number; y: number; stamp: Stamp; pace: number };

function addSeaOfClouds(
  set: StageSet,
  { depth, size, high }: Bank,
  clouds: readonly Cloud[],
): void {
  const drift = set.unit * 0.008 * windOf(set);
  const options = { depth, plain: true, top: high - size, drift };
  addLayer(set, options, (context) => {
    for (const { x, y, stamp } of clouds)
      context.drawImage(stamp.canvas, Math.round(x - size + stamp.x), Math.round(y + stamp.y));
  });
  discardStamps(
    set,
    clouds.map(({ stamp }) => stamp),
  );
}

/** How hard the wind blows; 1 is a breeze. */
export const windOf = ({ weather }: StageSet): number =>
  weather === "storm" ? 3.2 : weather === "wind" ? 2.6 : weather === "fog" ? 0.5 : 1;

/** A heap of puffs over a flat base at (0, 0): lit from above, shaded beneath. */
function drawCloud(context: SKRSContext2D, set: StageSet, size: number, color: Color): void {
  const puffs = Array.from({ length: 17 }, (_, index) => {
    const along = index / 16 - 0.5;
    const swell = Math.sqrt(1 - (along * 1.88) ** 2);
    const radius = size * (0.05 + 0.27 * swell * set.random.between(0.7, 1.2));
    const lift = index % 2 === 0 ? 0 : size * 0.3 * swell * set.random.between(0.2, 1);
    return { x: along * size * 1.76, y: -radius * 0.8 - lift, radius };
  });
  // Where a style outlines what it draws, soft edges would be outlined too.
  const isPlain = lookOf(set.style).layer.bleed > 0;
  const dark = set.palette.isDark;
  const passes: readonly (readonly [shift: number, scale: number, tone: Color, alpha: number])[] = [
    [0, 1, mix(darken(color, 0.1), set.palette.sky[0], dark ? 0.3 : 0.22), 0.9],
    [0.1, 0.86, color, 0.8],
    [0.24, 0.62, lighten(mix(color, set.palette.glow, 0.3), dark ? 0.1 : 0.55), 0.75],
  ];
  context.save();
  context.beginPath();
  context.rect(-size * 2, -size * 2, size * 4, size * 2.03);
  context.clip();
  for (const [shift, scale, tone, alpha] of passes) {
    for (const puff of puffs) {
      if (shift > 0.2 && puff.radius < size * 0.16) continue;
      const radius = puff.radius * scale;
      const x = puff.x - puff.radius * shift * 0.5;
      const y = puff.y - puff.radius * shift;
      if (isPlain) context.fillStyle = css(tone);
      else {
        const soft = context.createRadialGradient(x, y, radius * 0.5, x, y, radius * 1.12);
        soft.addColorStop(0, css(tone, alpha * (dark ? 0.75 : 1)));
        soft.addColorStop(1, css(tone, 0));
        context.fillStyle = soft;
      }
      context.beginPath();
      context.arc(x, y, radius * (isPlain ? 1 : 1.12), 0, Math.PI * 2);
      context.fill();
    }
  }
  context.restore();
}
