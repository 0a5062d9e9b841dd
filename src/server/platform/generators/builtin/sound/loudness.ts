import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { type Biquad, filter } from "./biquad";

/** At 48 kHz: head shelf, then high-pass (ITU-R BS.1770-5, tables 1, 2). */
const K_WEIGHTING: readonly Biquad[] = [
  [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585],
  [1, -2, 1, -1.99004745483398, 0.99007225036621],
];
const BLOCK = 0.4 * SAMPLE_RATE;
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/** @returns integrated loudness in LUFS (ITU-R BS.1770-5), −Infinity for silence. */
export function integratedLoudness(sound: Soundtrack): number {
  const powers = blockPowers(sound).filter((power) => loudnessOf(power) > ABSOLUTE_GATE);
  const gate = loudnessOf(mean(powers)) + RELATIVE_GATE;
  return loudnessOf(mean(powers.filter((power) => loudnessOf(power) > gate)));
}

/** Brings a sound to this many LUFS, in place; silence stays silence. */
export function setLoudness(sound: Soundtrack, lufs: number): void {
  const gain = 10 ** ((lufs - integratedLoudness(sound)) / 20);
  if (!Number.isFinite(gain)) return;
  for (const plane of [sound.left, sound.right]) {
    for (let index = 0; index < plane.length; index++) plane[index] = (plane[index] ?? 0) * gain;
  }
}

/** Power of 400 ms blocks, each overlapping the one before by three quarters. */
function blockPowers({ left, right }: Soundtrack): number[] {
  const planes = [left, right].map((plane) => filter(plane.slice(), ...K_WEIGHTING));
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

const loudnessOf = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
