/** To the right. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** Turns RGBA pixels of `size`. */
export function turnPicture(
  pixels: Buffer,
  { width, height }: { width: number; height: number },
  turns: QuarterTurns,
): Buffer {
  if (turns === 0) return pixels;
  const source = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const turned = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = source[y * width + x] ?? 0;
      if (turns === 1) turned[x * height + (height - 1 - y)] = pixel;
      else if (turns === 2) turned[(height - 1 - y) * width + (width - 1 - x)] = pixel;
      else turned[(width - 1 - x) * height + y] = pixel;
    }
  }
  return Buffer.from(turned.buffer);
}
