import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { planSprite, spriteMoments } from "~/server/platform/media/schema";
import type { Film } from "../film/film";
import { encodeSprite } from "./webp";

export type SpriteCanvas = {
  /** Looks at every picture of the film and keeps those that a tile shows. */
  take(frame: number, picture: Canvas): void;
  /** @returns the sprite as a WebP of at most 300 kB. */
  encode(): Promise<Uint8Array>;
};

/** Gathers a film's storyboard sprite while the film is drawn. */
export function createSprite(film: Film): SpriteCanvas {
  const { width, height } = film;
  const measures = { durationSeconds: film.frameCount / film.fps, width, height };
  const { columns, rows, tileWidth, tileHeight } = planSprite(measures);
  const canvas = createCanvas(columns * tileWidth, rows * tileHeight);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  const tiles = new Map(
    spriteMoments(measures).map((second, tile) => [Math.floor(second * film.fps), tile]),
  );
  return {
    take(frame, picture) {
      const tile = tiles.get(frame);
      if (tile === undefined) return;
      const [x, y] = [(tile % columns) * tileWidth, Math.floor(tile / columns) * tileHeight];
      context.drawImage(picture, x, y, tileWidth, tileHeight);
    },
    encode: () => encodeSprite(canvas),
  };
}
