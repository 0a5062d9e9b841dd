import { smoothNoise } from "../drawing/random";
import type { Motion } from "../setting";
import { beatOf, keyed, type Mover, TAU, wave } from "./pose";

/** Ways in and on the water, and on wheels, which sway much the same. */
export const WATERWAYS = {
  swim(moment) {
    const { seconds, phase, seed } = moment;
    const stroke = wave(moment, 0.8);
    return {
      x: wave(moment, 0.8) * 0.04 + smoothNoise(seed + 2, seconds * 0.3 + phase * 5) * 0.14,
      y: stroke * 0.07 + smoothNoise(seed, seconds * 0.4 + phase * 9) * 0.12,
      lean: Math.cos((seconds * 0.8 + phase) * TAU) * 0.1,
      scaleX: 1 + wave(moment, 1.6) * 0.035,
      stride: seconds * 1.1 + phase,
    };
  },
  dive(moment) {
    const beat = beatOf(moment, 0.34);
    return {
      x: keyed(beat, [
        [0, -0.1],
        [0.12, -0.14],
        [0.72, 0.2],
        [1, -0.1],
      ]),
      y: keyed(beat, [
        [0, 0.1],
        [0.12, 0.16],
        [0.42, -0.75],
        [0.78, 0.36],
        [1, 0.1],
      ]),
      lean: keyed(beat, [
        [0, 0],
        [0.14, -0.5],
        [0.42, 0.1],
        [0.8, 1],
        [1, 0],
      ]),
      scaleX: keyed(beat, [
        [0, 1],
        [0.12, 0.93],
        [0.28, 1.08],
        [1, 1],
      ]),
      stride: beat * 2,
      isSpinning: true,
    };
  },
  surf(moment) {
    return {
      x: wave(moment, 0.3) * 0.16,
      y: wave(moment, 0.6) * 0.05,
      lean: wave(moment, 0.45) * 0.13 - 0.04,
      scaleY: 1 + wave(moment, 0.9) * 0.03,
    };
  },
  row(moment) {
    const beat = beatOf(moment, 0.6);
    const pull = keyed(beat, [
      [0, 0],
      [0.35, -1],
      [0.7, 1],
      [1, 0],
    ]);
    return {
      x: pull * 0.07,
      y: wave(moment, 0.6) * 0.018,
      lean: pull * 0.05,
      scaleX: 1 + pull * 0.025,
    };
  },
  sail(moment) {
    return {
      y: wave(moment, 0.5) * 0.026,
      lean: wave(moment, 0.42) * 0.06,
    };
  },
  drive({ seconds, phase, seed }) {
    return {
      y: Math.abs(smoothNoise(seed, seconds * 9 + phase * 31)) * -0.016,
      lean: smoothNoise(seed + 3, seconds * 5 + phase * 17) * 0.012,
      scaleY: 1 + smoothNoise(seed + 7, seconds * 11) * 0.008,
      x: smoothNoise(seed + 11, seconds * 0.6 + phase * 7) * 0.08,
    };
  },
  fish(moment) {
    const beat = beatOf(moment, 0.3);
    const bite = beat > 0.7 ? Math.sin((beat - 0.7) * 42) * (1 - beat) * 0.5 : 0;
    return { lean: wave(moment, 0.3) * 0.03 - Math.abs(bite) * 0.5, scaleY: 1 - bite * 0.1 };
  },
} satisfies Partial<Record<Motion, Mover>>;
