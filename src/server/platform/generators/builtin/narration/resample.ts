import { SAMPLE_RATE } from "../encoding/video-writer";
import type { Speech } from "./flite";

/** Samples of the input on each side of a new one. */
const REACH = 24;
/** Of the input's highest frequency: what lies between is where the filter falls. */
const CUTOFF = 0.93;
const KAISER_BETA = 8;

/**
 * Brings speech to 48 kHz by a windowed sinc (Kaiser, β = 8: images stay 80 dB below), one set of taps for each place
 * between two samples. @throws RangeError for a rate that 48 kHz is no multiple of.
 */
export function resample({ samples, sampleRate }: Speech): Float32Array {
  const factor = SAMPLE_RATE / sampleRate;
  if (!Number.isInteger(factor)) throw new RangeError(`Speech at ${sampleRate} Hz is unknown.`);
  const phases = Array.from({ length: factor }, (_, phase) => tapsAt(phase / factor));
  const output = new Float32Array(samples.length * factor);
  for (let at = 0; at < output.length; at++) {
    const taps = phases[at % factor] ?? [];
    const first = Math.floor(at / factor) - REACH + 1;
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap++)
      sum += (samples[first + tap] ?? 0) * (taps[tap] ?? 0);
    output[at] = sum;
  }
  return output;
}

function tapsAt(offset: number): number[] {
  return Array.from({ length: 2 * REACH }, (_, tap) => {
    const x = offset - (tap - REACH + 1);
    const t = x / REACH;
    const window =
      Math.abs(t) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - t * t)) / bessel(KAISER_BETA);
    const phase = Math.PI * CUTOFF * x;
    return CUTOFF * (phase === 0 ? 1 : Math.sin(phase) / phase) * window;
  });
}

/** Modified Bessel function of the first kind, order zero. */
function bessel(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 30; k++) {
    term *= (x / 2 / k) ** 2;
    sum += term;
  }
  return sum;
}
