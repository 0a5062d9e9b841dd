import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";

/** Coefficients b0 b1 b2 a1 a2 at 48 kHz: head shelf, then high-pass (ITU-R BS.1770-5, tables 1, 2). */
const K_WEIGHTING = [
  [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585],
  [1, -2, 1, -1.99004745483398, 0.99007225036621],
] as const;
const BLOCK = 0.4 * SAMPLE_RATE;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/** @returns integrated loudness in LUFS (ITU-R BS.1770-5), −Infinity for silence. */
export function integratedLoudness(sound: Soundtrack): number {
  const powers = blockPowers(sound).filter((power) => loudnessOf(power) > ABSOLUTE_GATE);
  const gate = loudnessOf(mean(powers)) + RELATIVE_GATE;
  return loudnessOf(mean(powers.filter((power) => loudnessOf(power) > gate)));
}

/** Power of 400 ms blocks, each overlapping the one before by three quarters. */
function blockPowers({ left, right }: Soundtrack): number[] {
  const planes = [weigh(left), weigh(right)];
  const last = Math.max(0, left.length - BLOCK);
  const powers: number[] = [];
  for (let start = 0; start <= last; start += BLOCK / 4) {
    let sum = 0;
    for (const plane of planes) {
      for (const value of plane.subarray(start, start + BLOCK)) sum += value * value;
    }
    powers.push(sum / BLOCK);
  }
  return powers;
}

function weigh(plane: Float32Array): Float32Array {
  const output = plane.slice();
  for (const [b0, b1, b2, a1, a2] of K_WEIGHTING) {
    let [x1, x2, y1, y2] = [0, 0, 0, 0];
    for (let index = 0; index < output.length; index++) {
      const x = output[index] ?? 0;
      const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
      output[index] = y;
      [x2, x1, y2, y1] = [x1, x, y1, y];
    }
  }
  return output;
}

const loudnessOf = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
