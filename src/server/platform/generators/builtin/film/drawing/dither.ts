import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { createRandom } from "./random";

const TILE = 128;

/** Noise of a level or two, so that a smooth gradient does not fall into bands once encoded. */
export function dither(context: SKRSContext2D, area: { y: number; width: number; height: number }) {
  const tile = createCanvas(TILE, TILE);
  const pen = tile.getContext("2d");
  const image = pen.createImageData(TILE, TILE);
  const random = createRandom(TILE);
  for (let at = 0; at < image.data.length; at += 4) {
    const noise = random.next() + random.next() - 1;
    image.data.fill(noise > 0 ? 255 : 0, at, at + 3);
    image.data[at + 3] = Math.round(Math.abs(noise) * 5);
  }
  pen.putImageData(image, 0, 0);
  const pattern = context.createPattern(tile, "repeat");
  if (!pattern) throw new Error("a pattern of a canvas that has a size can always be made");
  context.fillStyle = pattern;
  context.fillRect(0, area.y, area.width, area.height);
}
