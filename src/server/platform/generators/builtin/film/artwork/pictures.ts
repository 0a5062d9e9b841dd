import { closeSync, openSync, readSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { type Image, loadImage } from "@napi-rs/canvas";
import { DRAWINGS } from "./drawings";
import { locatePicture, PICTURE_BODIES } from "./picture-index";

/** Pixels of a loaded picture's side: enough for a close shot in 1080p. */
const RASTER = 720;
/** Every picture is drawn in a box of 32 units. */
export const PICTURE_BOX = 32;

/** Loads the vectors that a film needs, each once; names that nobody drew are left out. */
export async function loadPictures(names: Iterable<string>): Promise<Map<string, Image>> {
  const file = openSync(PICTURE_BODIES, "r");
  try {
    const bodies = [...new Set(names)].flatMap((name) => {
      const body = DRAWINGS[name] ?? readBody(file, name);
      return body === undefined ? [] : [[name, body] as const];
    });
    return new Map(
      await Promise.all(bodies.map(async ([name, body]) => [name, await rasterize(body)] as const)),
    );
  } finally {
    closeSync(file);
  }
}

function readBody(file: number, name: string): string | undefined {
  const place = locatePicture(name);
  if (!place) return undefined;
  const [offset, length] = place;
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, offset);
  return inflateRawSync(bytes).toString("utf8");
}

function rasterize(body: string): Promise<Image> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${RASTER}" height="${RASTER}" viewBox="0 0 ${PICTURE_BOX} ${PICTURE_BOX}">${body}</svg>`;
  return loadImage(Buffer.from(svg));
}
