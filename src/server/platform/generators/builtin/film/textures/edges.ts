import { release } from "./pixels";

/**
 * Finds the lines of a drawing, 0…255 a pixel: where it ends and where its brightness jumps (Sobel's
 * operator over `reach` pixels). `sensitivity` 1 marks a jump from black to white fully.
 */
export function findEdges(
  data: Uint8ClampedArray,
  width: number,
  height: number,
  { reach, sensitivity }: { reach: number; sensitivity: number },
): Uint8Array {
  const tone = new Int16Array(width * height);
  for (let at = 0, pixel = 0; at < tone.length; at++, pixel += 4) {
    const light =
      (data[pixel] ?? 0) * 0.3 + (data[pixel + 1] ?? 0) * 0.59 + (data[pixel + 2] ?? 0) * 0.11;
    // What is empty is far from any brightness, so that every rim is a line.
    tone[at] = (((light + 120) * (data[pixel + 3] ?? 0)) / 255) | 0;
  }
  const edges = new Uint8Array(width * height);
  const down = width * reach;
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const at = y * width + x;
      const a = tone[at - down - reach] ?? 0;
      const b = tone[at - down + reach] ?? 0;
      const c = tone[at + down - reach] ?? 0;
      const d = tone[at + down + reach] ?? 0;
      const across = 2 * ((tone[at + reach] ?? 0) - (tone[at - reach] ?? 0)) + b + d - a - c;
      const along = 2 * ((tone[at + down] ?? 0) - (tone[at - down] ?? 0)) + c + d - a - b;
      const jump = (Math.abs(across) + Math.abs(along)) * sensitivity - 24;
      edges[at] = Math.max(0, Math.min(255, jump));
    }
  }
  release(tone);
  return edges;
}
