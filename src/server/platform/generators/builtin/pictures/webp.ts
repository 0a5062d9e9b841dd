import { type Canvas, createCanvas } from "@napi-rs/canvas";

/** Pixels of a live picture: 320 × 180 and its like. */
const LIVE_AREA = 320 * 180;
const LIVE_MAX_BYTES = 12_000;
const POSTER_MAX_BYTES = 250_000;
const SPRITE_MAX_BYTES = 300_000;

/** Makes small WebP copies (≤ 12 kB) of a canvas, to be watched while a film is drawn. */
export function createLivePictures(source: Canvas): () => Promise<Uint8Array> {
  const scale = Math.sqrt(LIVE_AREA / (source.width * source.height));
  const small = createCanvas(Math.round(source.width * scale), Math.round(source.height * scale));
  const context = small.getContext("2d");
  return () => {
    context.drawImage(source, 0, 0, small.width, small.height);
    return encodeWithin(small, LIVE_MAX_BYTES, [60, 40, 20, 5]);
  };
}

/** @returns the canvas as a WebP of at most 250 kB. */
export function encodePoster(canvas: Canvas): Promise<Uint8Array> {
  return encodeWithin(canvas, POSTER_MAX_BYTES, [86, 75, 60, 45, 30, 15, 5]);
}

/** @returns the canvas as a WebP of at most 300 kB. */
export function encodeSprite(canvas: Canvas): Promise<Uint8Array> {
  return encodeWithin(canvas, SPRITE_MAX_BYTES, [78, 65, 50, 35, 20, 5]);
}

/** The first quality that fits; the last one whatever it weighs. */
async function encodeWithin(canvas: Canvas, maxBytes: number, qualities: readonly number[]) {
  let picture = new Uint8Array();
  for (const quality of qualities) {
    picture = new Uint8Array(await canvas.encode("webp", quality));
    if (picture.length <= maxBytes) break;
  }
  return picture;
}
