import type { Soundtrack } from "../encoding/video-writer";

/** Each of the four phases of the filter in ITU-R BS.1770-5, Annex 2, has this many taps. */
const TAPS = 12;
const PHASES = 4;

/** A windowed sinc (Blackman), one row of taps for each quarter of a sample. */
const FILTER = Array.from({ length: PHASES - 1 }, (_, phase) => {
  const offset = (phase + 1) / PHASES;
  const taps = Array.from({ length: TAPS }, (_, tap) => {
    const x = offset - (tap - TAPS / 2 + 1);
    const t = (x / (TAPS / 2) + 1) / 2;
    const window = 0.42 - 0.5 * Math.cos(2 * Math.PI * t) + 0.08 * Math.cos(4 * Math.PI * t);
    return (window * Math.sin(Math.PI * x)) / (Math.PI * x);
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return Float32Array.from(taps, (tap) => tap / sum);
});

/** The highest level between a sample and the next, four times oversampled; at least `floor`. */
export function peakAt(plane: Float32Array, index: number, floor: number): number {
  const near = Math.max(Math.abs(plane[index] ?? 0), Math.abs(plane[index + 1] ?? 0));
  // Between two soft samples stands no loud peak.
  if (near <= 0.6 * floor) return floor;
  let peak = Math.max(floor, Math.abs(plane[index] ?? 0));
  const first = index - TAPS / 2 + 1;
  for (const taps of FILTER) {
    let sum = 0;
    for (let tap = 0; tap < TAPS; tap++) sum += (plane[first + tap] ?? 0) * (taps[tap] ?? 0);
    peak = Math.max(peak, Math.abs(sum));
  }
  return peak;
}

/** @returns the true peak of both channels, 1 = 0 dBTP (ITU-R BS.1770-5, Annex 2). */
export function truePeak({ left, right }: Soundtrack): number {
  let peak = 0;
  for (const plane of [left, right]) {
    for (let index = 0; index < plane.length; index++) {
      peak = Math.max(peak, peakAt(plane, index, 0));
    }
  }
  return peak;
}
