import type { Sharp } from "sharp";

/** The first quality that fits; the last one whatever it weighs. */
export async function encodeWebpWithin(
  picture: Sharp,
  maxBytes: number,
  qualities: readonly number[],
): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  for (const quality of qualities) {
    bytes = await picture.clone().webp({ quality }).toBuffer();
    if (bytes.length <= maxBytes) break;
  }
  return bytes;
}
