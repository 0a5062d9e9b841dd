import { smoothNoise } from "../drawing/random";
import type { Motion } from "../setting";
import { beatOf, easeInOut, keyed, type Mover, TAU, wave } from "./pose";

/** Leaps a second, and the share of each after which the leaper is in the water again. */
const DIVE_RATE = 0.34;
const ENTRY = 0.82;

/** @returns whether who leaps breaks the surface then, coming out of the water or going in. */
export function breaksSurface(seconds: number, phase: number): boolean {
  const beat = beatOf({ seconds, phase, seed: 0, duration: 1 }, DIVE_RATE);
  return (beat > 0.04 && beat < 0.16) || (beat > 0.65 && beat < 0.79);
}

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
    const beat = beatOf(moment, DIVE_RATE);
    const air = Math.min(1, beat / ENTRY);
    const under = Math.max(0, (beat - ENTRY) / (1 - ENTRY));
    // Nose up out of the water, nose down into it, and back unseen.
    const back = easeInOut(under);
    return {
      x: -0.42 + air * 0.84 - back * 0.84,
      y: 0.48 - 4 * air * (1 - air) * 1.02 + Math.sin(under * Math.PI) * 0.14,
      lean: -0.85 + easeInOut(air) * 1.8 - back * 1.8,
      scaleX: 1 + Math.sin(air * Math.PI) * 0.05,
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
