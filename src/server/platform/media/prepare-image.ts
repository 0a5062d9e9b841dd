import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Metadata } from "sharp";
import type { PrepareOrder } from "./prepare-order";
import type { Prepared } from "./preparer";
import { encodeWebpWithin } from "./webp-within";

const POSTER_PIXELS = 640;
const POSTER_MAX_BYTES = 120_000;
/** Decoded row by row: a telephone's 50 megapixels cost a few megabytes. */
const MAX_STREAMED_PIXELS = 64_000_000;
/** Decoded as a whole. */
const MAX_WHOLE_PIXELS = 24_000_000;
const LOADERS = ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "Tiff"];

/** @throws when it is no picture, a broken one, or one of too many pixels. */
export async function prepareImage(order: PrepareOrder): Promise<Prepared> {
  restrictSharp();
  const source = sharp(order.path, { limitInputPixels: MAX_STREAMED_PIXELS, failOn: "error" });
  const metadata = await source.metadata();
  const { width, height } = metadata.autoOrient;
  if (width * height > pixelLimit(metadata)) {
    throw new Error(`A picture of ${width} × ${height} pixels is too large to be shown small.`);
  }
  const size = { width, height };
  if (!order.wanted.includes("poster")) return { ...size, pictures: [] };
  const small = source
    .autoOrient()
    .resize(POSTER_PIXELS, POSTER_PIXELS, { fit: "inside", withoutEnlargement: true });
  const path = join(order.directory, "poster.webp");
  await writeFile(path, await encodeWebpWithin(small, POSTER_MAX_BYTES, [80, 60, 40, 20]));
  return { ...size, pictures: [{ kind: "poster", path, contentType: "image/webp" }] };
}

/** One picture at a time, nothing kept, and of its many loaders only those for what is uploaded. */
export function restrictSharp() {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: LOADERS.map((loader) => `VipsForeignLoad${loader}`) });
}

function pixelLimit({ format, isProgressive }: Metadata): number {
  const isStreamed = (format === "jpeg" || format === "png") && !isProgressive;
  return isStreamed ? MAX_STREAMED_PIXELS : MAX_WHOLE_PIXELS;
}
