import type { Canvas, SKRSContext2D } from "@napi-rs/canvas";
import { createRandom } from "../drawing/random";
import type { Scene } from "../storyboard";

/** Two scenes of one size, the next of which takes over. */
export type Change = {
  before: Canvas;
  next: Canvas;
  /** 0…1, eased. */
  t: number;
  scene: Pick<Scene, "heading" | "seed">;
};

/** The next scene opens in the middle. */
export function drawCircle(context: SKRSContext2D, { before, next, t }: Change): void {
  const { width, height } = next;
  const radius = Math.max(1, t * Math.hypot(width, height) * 0.52);
  context.drawImage(before, 0, 0);
  context.save();
  clipCircle(context, width, height, radius);
  context.drawImage(next, 0, 0);
  context.restore();
  context.strokeStyle = "rgba(255,255,255,0.85)";
  context.lineWidth = Math.min(width, height) * 0.012 * (1 - t);
  context.beginPath();
  context.arc(width / 2, height / 2, radius, 0, Math.PI * 2);
  context.stroke();
}

/** The lens closes on one scene and opens on the other. */
export function drawIris(context: SKRSContext2D, { before, next, t }: Change): void {
  const { width, height } = next;
  const open = Math.abs(2 * t - 1);
  context.fillStyle = "#06040c";
  context.fillRect(0, 0, width, height);
  clipCircle(context, width, height, Math.max(1, open * Math.hypot(width, height) * 0.52));
  context.drawImage(t < 0.5 ? before : next, 0, 0);
}

function clipCircle(context: SKRSContext2D, width: number, height: number, radius: number) {
  context.beginPath();
  context.arc(width / 2, height / 2, radius, 0, Math.PI * 2);
  context.clip();
}

const DROPS = 9;
const WOBBLES = 40;

/** Drops of ink fall on one picture and run until they are the next. */
export function drawInk(context: SKRSContext2D, { before, next, t, scene }: Change): void {
  const { width, height } = next;
  const random = createRandom(scene.seed ^ 0x1b873593);
  context.drawImage(before, 0, 0);
  context.beginPath();
  for (let drop = 0; drop < DROPS; drop++) {
    const x = width * (drop === 0 ? 0.5 : random.between(0.04, 0.96));
    const y = height * (drop === 0 ? 0.5 : random.between(0.04, 0.96));
    const delay = drop === 0 ? 0 : random.between(0.05, 0.45);
    const grown = Math.max(0, (t - delay) / (1 - delay));
    const reach = Math.hypot(width, height) * (drop === 0 ? 0.66 : random.between(0.2, 0.42));
    const phases = [random.next(), random.next(), random.next()].map(
      (phase) => phase * Math.PI * 2,
    );
    if (grown === 0) continue;
    const radius = Math.sqrt(grown) * grown * reach;
    for (let step = 0; step <= WOBBLES; step++) {
      const angle = (step / WOBBLES) * Math.PI * 2;
      const wobble =
        1 +
        0.09 * Math.sin(3 * angle + (phases[0] ?? 0)) +
        0.06 * Math.sin(5 * angle + (phases[1] ?? 0) + t * 2) +
        0.035 * Math.sin(11 * angle + (phases[2] ?? 0));
      const [px, py] = [
        x + Math.cos(angle) * radius * wobble,
        y + Math.sin(angle) * radius * wobble,
      ];
      if (step === 0) context.moveTo(px, py);
      else context.lineTo(px, py);
    }
    context.closePath();
  }
  context.lineWidth = Math.min(width, height) * 0.03;
  context.strokeStyle = `rgba(16,10,34,${(0.4 * (1 - t)).toFixed(3)})`;
  context.stroke();
  context.clip();
  context.drawImage(next, 0, 0);
}

const TEETH = 26;

/** The old picture is torn down its middle, and its halves are pulled away. */
export function drawTear(context: SKRSContext2D, { before, next, t, scene }: Change): void {
  const { width, height } = next;
  const random = createRandom(scene.seed ^ 0x2545f491);
  const lean = width * random.between(-0.08, 0.08);
  const edge = Array.from({ length: TEETH + 1 }, (_, tooth) => ({
    x: width / 2 + lean * (tooth / TEETH - 0.5) + random.between(-1, 1) * width * 0.014,
    y: (height * tooth) / TEETH,
  }));
  context.drawImage(next, 0, 0);
  // The tear runs down first, then the halves part.
  const parted = Math.max(0, (t - 0.12) / 0.88) ** 1.4;
  for (const side of [-1, 1] as const) {
    context.save();
    context.translate(side * parted * width * 0.62, parted * height * 0.08);
    context.translate(width / 2, height);
    context.rotate(side * parted * 0.16);
    context.translate(-width / 2, -height);
    const rim = Math.min(width, height) * 0.016;
    traceHalf(context, edge, side, width, height, rim * 1.9);
    context.fillStyle = "rgba(30,16,40,0.28)";
    context.fill();
    traceHalf(context, edge, side, width, height, rim);
    context.fillStyle = "#fffaf1";
    context.fill();
    traceHalf(context, edge, side, width, height, 0);
    context.clip();
    context.drawImage(before, 0, 0);
    context.restore();
  }
}

function traceHalf(
  context: SKRSContext2D,
  edge: readonly { x: number; y: number }[],
  side: -1 | 1,
  width: number,
  height: number,
  rim: number,
) {
  const outside = side < 0 ? -rim : width + rim;
  context.beginPath();
  context.moveTo(outside, -rim);
  context.lineTo((edge[0]?.x ?? 0) - side * rim, -rim);
  for (const { x, y } of edge) context.lineTo(x - side * rim, y);
  context.lineTo((edge.at(-1)?.x ?? 0) - side * rim, height + rim);
  context.lineTo(outside, height + rim);
  context.closePath();
}

const COLUMNS = 16;

/** Square by square, in no order. */
export function drawBlocks(context: SKRSContext2D, { before, next, t, scene }: Change): void {
  const { width, height } = next;
  const size = width / COLUMNS;
  const random = createRandom(scene.seed ^ 0x5bd1e995);
  context.drawImage(before, 0, 0);
  context.beginPath();
  for (let y = 0; y < height; y += size) {
    for (let column = 0; column < COLUMNS; column++) {
      if (random.next() >= t) continue;
      const [left, top] = [Math.floor(column * size), Math.floor(y)];
      context.rect(left, top, Math.ceil(size) + 1, Math.ceil(size) + 1);
    }
  }
  context.clip();
  context.drawImage(next, 0, 0);
}
