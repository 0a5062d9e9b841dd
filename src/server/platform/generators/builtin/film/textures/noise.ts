import { createRandom } from "../drawing/random";

/** Sides of a tile of noise, a power of two. */
export const NOISE_SIZE = 256;
const MASK = NOISE_SIZE - 1;
const fields = new Map<string, Float32Array>();

/**
 * Smooth noise, 0…1 around 0.5, that wraps without a seam: value noise in octaves, the coarsest with
 * cells of `cell` pixels (a power of two). Read it with `noiseAt`.
 */
export function noiseField(seed: number, cell: number, octaves: number): Float32Array {
  const key = `${seed} ${cell} ${octaves}`;
  const known = fields.get(key);
  if (known) return known;
  const field = new Float32Array(NOISE_SIZE * NOISE_SIZE);
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    addOctave(field, seed + octave, Math.max(1, cell >> octave), weight);
    total += weight;
    weight *= 0.55;
  }
  for (let at = 0; at < field.length; at++) field[at] = (field[at] ?? 0) / total;
  fields.set(key, field);
  return field;
}

export const noiseAt = (field: Float32Array, x: number, y: number): number =>
  field[((y & MASK) * NOISE_SIZE) | (x & MASK)] ?? 0;

function addOctave(field: Float32Array, seed: number, cell: number, weight: number): void {
  const cells = NOISE_SIZE / cell;
  const random = createRandom(seed);
  const corners = Float32Array.from({ length: cells * cells }, () => random.next());
  const corner = (x: number, y: number) => corners[(y % cells) * cells + (x % cells)] ?? 0;
  const ease = (t: number) => t * t * (3 - 2 * t);
  for (let y = 0; y < NOISE_SIZE; y++) {
    const row = Math.floor(y / cell);
    const down = ease((y % cell) / cell);
    for (let x = 0; x < NOISE_SIZE; x++) {
      const column = Math.floor(x / cell);
      const along = ease((x % cell) / cell);
      const above = corner(column, row) * (1 - along) + corner(column + 1, row) * along;
      const below = corner(column, row + 1) * (1 - along) + corner(column + 1, row + 1) * along;
      const at = y * NOISE_SIZE + x;
      field[at] = (field[at] ?? 0) + weight * (above * (1 - down) + below * down);
    }
  }
}
