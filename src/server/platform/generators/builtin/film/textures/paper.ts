import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { createRandom } from "../drawing/random";

const TILE = 512;
const tiles = new Map<string, Canvas>();

/** Fibres and grain of paper as a faint veil; wraps without a seam. */
function paperTile(): Canvas {
  const known = tiles.get("paper");
  if (known) return known;
  const canvas = createCanvas(TILE, TILE);
  const context = canvas.getContext("2d");
  const random = createRandom(7);
  const image = context.createImageData(TILE, TILE);
  for (let index = 0; index < image.data.length; index += 4) {
    const value = random.next();
    const tone = value < 0.5 ? 40 : 255;
    image.data[index] = image.data[index + 1] = image.data[index + 2] = tone;
    image.data[index + 3] = Math.round(random.next() * 15);
  }
  context.putImageData(image, 0, 0);
  context.lineWidth = 1;
  for (let fibre = 0; fibre < 420; fibre++) {
    const x = random.next() * TILE;
    const y = random.next() * TILE;
    const bend = random.between(-9, 9);
    const run = random.between(13, 15);
    context.strokeStyle = fibre % 2 ? "rgba(255,255,255,0.10)" : "rgba(60,40,30,0.06)";
    for (const [dx, dy] of [
      [0, 0],
      [TILE, 0],
      [-TILE, 0],
      [0, TILE],
      [0, -TILE],
    ] as const) {
      context.beginPath();
      context.moveTo(x + dx, y + dy);
      context.quadraticCurveTo(x + dx + bend, y + dy + bend, x + dx + run, y + dy + bend);
      context.stroke();
    }
  }
  tiles.set("paper", canvas);
  return canvas;
}

/** Lays the paper over a canvas that shows the part `at` of a larger sheet. */
export function drawPaperTexture(
  context: SKRSContext2D,
  { width, height }: Canvas,
  offset: number,
  at: { left: number; top: number } = { left: 0, top: 0 },
): void {
  const tile = paperTile();
  const startOf = (shift: number) => -(((shift % TILE) + TILE) % TILE);
  for (let x = startOf(offset + at.left); x < width; x += TILE) {
    for (let y = startOf((offset >> 9) + at.top); y < height; y += TILE)
      context.drawImage(tile, x, y);
  }
}
