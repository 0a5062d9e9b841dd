import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { type Biquad, filter } from "./biquad";

/** At 48 kHz: head shelf, then high-pass (ITU-R BS.1770-5, tables 1, 2). */
const K_WEIGHTING: readonly Biquad[] = [
  [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585],
  [1, -2, 1, -1.99004745483398, 0.99007225036621],
];
const HOP = 0.1 * SAMPLE_RATE;
const HOPS = 4;
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

/** @returns loudness of the loudest 400 ms in LUFS, −Infinity for silence. */
export function loudestMoment(sound: Soundtrack): number {
  return loudnessOf(blockPowers(sound).reduce((most, power) => Math.max(most, power), 0));
}

/** Power of 400 ms blocks, each overlapping the one before by three quarters. */
function blockPowers({ left, right }: Soundtrack): number[] {
  const energies = new Float64Array(Math.max(HOPS, Math.floor(left.length / HOP)));
  for (const plane of [left, right]) {
    const weighed = filter(plane.slice(), ...K_WEIGHTING);
    for (let hop = 0; hop < energies.length; hop++) {
      const end = Math.min(weighed.length, (hop + 1) * HOP);
      let energy = 0;
      for (let index = hop * HOP; index < end; index++) {
        const sample = weighed[index] ?? 0;
        energy += sample * sample;
      }
      energies[hop] = (energies[hop] ?? 0) + energy;
    }
  }
  return Array.from({ length: energies.length - HOPS + 1 }, (_, first) => {
    const block = energies.subarray(first, first + HOPS);
    return block.reduce((sum, energy) => sum + energy, 0) / (HOPS * HOP);
  });
}

const loudnessOf = (power: number) => -0.691 + 10 * Math.log10(power);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
