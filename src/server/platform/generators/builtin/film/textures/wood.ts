import { noiseAt, noiseField } from "./noise";

let grainField: Float32Array | undefined;

/** Long fibres that run across the block. */
export function woodGrain(): Float32Array {
  if (grainField) return grainField;
  const bend = noiseField(12, 64, 2);
  const fibres = noiseField(19, 4, 2);
  const size = 256;
  grainField = Float32Array.from({ length: size * size }, (_, at) => {
    const x = at % size;
    const y = (at / size) | 0;
    // Twice as fine downwards, so that it still wraps.
    const row = Math.round((y + (noiseAt(bend, x, y) - 0.5) * 26) * 2);
    return noiseAt(fibres, 0, row) * 0.75 + noiseAt(fibres, 128, row >> 1) * 0.25;
  });
  return grainField;
}
