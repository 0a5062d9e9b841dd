import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { discard, settle } from "../stage/pieces";
import type { StyleLook } from "../styles/look";
import { createRandom } from "./random";

/** One sheet lies on the film in these ways; it is the same to the right as to the left. */
const TURNS = [
  [1, 1],
  [-1, 1],
  [1, -1],
] as const;

/** The last veil over every frame: a vignette whose grain is also its dither, so nothing bands. */
export type Grain = (context: SKRSContext2D, frame: number) => void;

export function createGrain(width: number, height: number, look: StyleLook, seed: number): Grain {
  const sheet = paintSheet(width, height, look, seed);
  const turned = TURNS.map(([x, y]) => {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.setTransform(x, 0, 0, y, x < 0 ? width : 0, y < 0 ? height : 0);
    context.drawImage(sheet, 0, 0);
    return settle(canvas);
  });
  discard(sheet);
  return (context, frame) => {
    const grain = turned[Math.floor(frame / 2) % turned.length];
    if (grain) context.drawImage(grain, 0, 0);
  };
}

function paintSheet(width: number, height: number, look: StyleLook, seed: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  const random = createRandom(seed);
  const { strength, tone } = look.vignette;
  for (let y = 0; y < height; y++) {
    const dy = (y / height) * 2 - 1;
    for (let x = 0; x < width; x++) {
      const dx = (x / width) * 2 - 1;
      const edge = Math.max(0, Math.min(1, (Math.hypot(dx * 0.8, dy * 0.85) - 0.48) / 0.72));
      const shade = edge * edge * (3 - 2 * edge) * strength;
      const noise = random.next() + random.next() - 1;
      const grain = Math.abs(noise) * look.grain;
      const alpha = shade * 255 + grain + random.next() - 0.5;
      const light = noise > 0 ? (grain / Math.max(1, alpha)) * 255 : 0;
      const offset = (y * width + x) * 4;
      image.data[offset] = tone[0] + (255 - tone[0]) * (light / 255);
      image.data[offset + 1] = tone[1] + (255 - tone[1]) * (light / 255);
      image.data[offset + 2] = tone[2] + (255 - tone[2]) * (light / 255);
      image.data[offset + 3] = Math.max(0, alpha);
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
