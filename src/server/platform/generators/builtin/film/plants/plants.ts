import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Color, css, lighten } from "../drawing/color";
import { createRandom } from "../drawing/random";
import { windOf } from "../sky/clouds";
import {
  addLayer,
  addMoving,
  createStamp,
  discardStamps,
  isSeen,
  type StageSet,
  type Stamp,
  spanOf,
} from "../stage/stage-set";

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
    drawBlade(context, px, yAt(px) + size * 0.2, size * set.random.between(0.5, 1.2), {
      lean: set.random.between(-0.5, 0.5),
      color: colors[set.random.integer(0, colors.length - 1)] ?? [80, 160, 80],
    });
  }
}

function drawBlade(
  context: SKRSContext2D,
  x: number,
  y: number,
  height: number,
  { lean, color }: { lean: number; color: Color },
) {
  context.fillStyle = css(color);
  context.beginPath();
  context.moveTo(x - height * 0.09, y);
  context.quadraticCurveTo(x, y - height * 0.6, x + lean * height, y - height);
  context.quadraticCurveTo(x + height * 0.08, y - height * 0.5, x + height * 0.09, y);
  context.fill();
}

/** A tuft with its root at (0, 0). */
export function drawTuft(
  context: SKRSContext2D,
  size: number,
  colors: readonly Color[],
  seed: number,
) {
  const random = createRandom(seed);
  for (let blade = 0; blade < 11; blade++) {
    const share = blade / 10 - 0.5;
    drawBlade(context, share * size * 0.7, 0, size * random.between(0.5, 1), {
      lean: share * 0.9 + random.between(-0.15, 0.15),
      color: colors[random.integer(0, colors.length - 1)] ?? [80, 160, 80],
    });
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
  context.quadraticCurveTo(x + size * 0.12, y - size * 0.8, x, y - size * 1.6);
  context.stroke();
  context.fillStyle = css(stem);
  context.beginPath();
  context.ellipse(x + size * 0.26, y - size * 0.66, size * 0.26, size * 0.1, -0.6, 0, Math.PI * 2);
  context.fill();
  for (let index = 0; index < 6; index++) {
    const angle = (index / 6) * Math.PI * 2 + 0.3;
    context.fillStyle = css(index % 2 ? petal : lighten(petal, 0.2));
    context.beginPath();
    context.ellipse(
      x + Math.cos(angle) * size * 0.36,
      y - size * 1.7 + Math.sin(angle) * size * 0.36,
      size * 0.32,
      size * 0.22,
      angle,
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

export type Plant = { x: number; y: number; scale: number; kind: number };

/** Below this a breeze does not move them. */
const STIFF = 0.5;

/** Plants too far or too stiff to be seen swaying, as a layer; their stamps are used up. */
export function addStillPlants(
  set: StageSet,
  depth: number,
  kinds: readonly Stamp[],
  plants: readonly Plant[],
  front = false,
): void {
  if (plants.length > 0) layPlants(set, { depth, front }, kinds, plants);
  discardStamps(set, kinds);
}

function layPlants(
  set: StageSet,
  { depth, front }: { depth: number; front: boolean },
  kinds: readonly Stamp[],
  plants: readonly Plant[],
): void {
  const { left } = spanOf(set, depth);
  const rows = plants.map(({ y, scale, kind }) => {
    const stamp = stampOf(kinds, kind);
    const top = y + (stamp?.y ?? 0) * scale;
    return [top, top + (stamp?.canvas.height ?? 0) * scale] as const;
  });
  const top = Math.min(...rows.map(([from]) => from));
  const bottom = Math.min(set.height * 1.08, Math.max(...rows.map(([, to]) => to)));
  addLayer(set, { depth, plain: true, top, bottom, front }, (context) => {
    for (const { x, y, scale, kind } of plants) {
      const stamp = stampOf(kinds, kind);
      if (!stamp) continue;
      context.save();
      context.transform(kind < 0 ? -scale : scale, 0, 0, scale, x - left, y);
      context.drawImage(stamp.canvas, stamp.x, stamp.y);
      context.restore();
    }
  });
}

const stampOf = (kinds: readonly Stamp[], kind: number) => kinds[Math.abs(kind) % kinds.length];

/**
 * Plants that sway, each in its own time; `limber` is how far: 1 for grass, less for trees. Their
 * stamps belong to them.
 */
export function addPlants(
  set: StageSet,
  options: { depth: number; limber: number; front?: boolean },
  kinds: readonly Stamp[],
  plants: readonly Plant[],
): void {
  const { depth } = options;
  if (options.limber < STIFF && windOf(set) <= 1) {
    addStillPlants(set, depth, kinds, plants, options.front);
    return;
  }
  const sway = options.limber * 0.06 * Math.sqrt(windOf(set));
  const lean = options.limber * 0.05 * (windOf(set) - 1);
  const pace = 0.9 + 0.5 * windOf(set);
  addMoving(
    set,
    depth,
    (context, seconds, view) => {
      for (const { x, y, scale, kind } of plants) {
        const stamp = stampOf(kinds, kind);
        if (!stamp || !isSeen(view, depth, x, stamp.canvas.width * scale)) continue;
        const phase = x * 0.013;
        const gust =
          Math.sin(seconds * pace - phase) + 0.4 * Math.sin(seconds * pace * 2.3 - phase * 3.1);
        context.save();
        context.transform(kind < 0 ? -scale : scale, 0, -(sway * gust + lean) * scale, scale, x, y);
        context.drawImage(stamp.canvas, stamp.x, stamp.y);
        context.restore();
      }
    },
    options.front,
  );
}

/** Places plants along a plane, `every` pixels or so. */
export function scatter(
  set: StageSet,
  depth: number,
  every: number,
  place: (x: number) => { y: number; scale: number } | undefined,
): Plant[] {
  const { left, right } = spanOf(set, depth);
  const plants: Plant[] = [];
  for (let x = left; x < right + every; x += every * set.random.between(0.6, 1.4)) {
    const found = place(x);
    const kind = set.random.integer(1, 60) * (set.random.next() < 0.5 ? -1 : 1);
    if (found) plants.push({ x, ...found, kind });
  }
  return plants.sort((a, b) => a.y - b.y);
}

/** Stamps of tufts in these colours. */
export const createTufts = (set: StageSet, depth: number, size: number, colors: readonly Color[]) =>
  Array.from({ length: 4 }, () =>
    createStamp(
      set,
      depth,
      { left: -size * 0.8, top: -size * 1.05, right: size * 0.8, bottom: size * 0.05 },
      (context) => drawTuft(context, size, colors, set.random.integer(1, 1e8)),
    ),
  );
