import { SAMPLE_RATE } from "../encoding/video-writer";

/** b0 b1 b2 a1 a2, with a0 = 1. */
export type Biquad = readonly [number, number, number, number, number];

/** Formulas of Robert Bristow-Johnson's Audio EQ Cookbook; frequencies in hertz, gains in decibels. */
export function highPass(frequency: number, q = Math.SQRT1_2): Biquad {
  const { cos, alpha } = anglesOf(frequency, q);
  const b = (1 + cos) / 2;
  return normalize([b, -2 * b, b, 1 + alpha, -2 * cos, 1 - alpha]);
}

export function lowPass(frequency: number, q = Math.SQRT1_2): Biquad {
  const { cos, alpha } = anglesOf(frequency, q);
  const b = (1 - cos) / 2;
  return normalize([b, 2 * b, b, 1 + alpha, -2 * cos, 1 - alpha]);
}

/** 0 dB at its centre. */
export function bandPass(frequency: number, q: number): Biquad {
  const { cos, alpha } = anglesOf(frequency, q);
  return normalize([alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha]);
}

export function peak(frequency: number, gain: number, q: number): Biquad {
  const { cos, alpha } = anglesOf(frequency, q);
  const a = 10 ** (gain / 40);
  return normalize([
    1 + alpha * a,
    -2 * cos,
    1 - alpha * a,
    1 + alpha / a,
    -2 * cos,
    1 - alpha / a,
  ]);
}

/** Filters in place. */
export function filter(plane: Float32Array, ...stages: readonly Biquad[]): Float32Array {
  for (const [b0, b1, b2, a1, a2] of stages) {
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    for (let index = 0; index < plane.length; index++) {
      const x = plane[index] ?? 0;
      const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      plane[index] = y;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
    }
  }
  return plane;
}

function anglesOf(frequency: number, q: number) {
  const omega = (2 * Math.PI * frequency) / SAMPLE_RATE;
  return { cos: Math.cos(omega), alpha: Math.sin(omega) / (2 * q) };
}

function normalize([b0, b1, b2, a0, a1, a2]: readonly [
  number,
  number,
  number,
  number,
  number,
  number,
]): Biquad {
  return [b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0];
}
