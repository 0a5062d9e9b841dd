import { smoothNoise } from "../drawing/random";
import type { Motion } from "../setting";
import { beatOf, easeInOut, type Mover, TAU, wave } from "./pose";

/** Ways through the air and through space. */
export const AIRWAYS = {
  fly(moment) {
    const { seconds, phase, seed } = moment;
    const climb = smoothNoise(seed, seconds * 0.7 + phase * 9);
    const ahead = smoothNoise(seed, (seconds + 0.5) * 0.7 + phase * 9);
    const beat = wave(moment, 1.9);
    return {
      y: climb * 0.22 - beat * 0.03,
      x: smoothNoise(seed + 5, seconds * 0.4 + phase * 9) * 0.16,
      // The nose follows the way.
      lean: (ahead - climb) * 0.3 + smoothNoise(seed + 9, seconds * 0.6) * 0.05,
      scaleY: 1 + beat * 0.03,
      stride: seconds * 1.9 + phase,
    };
  },
  float(moment) {
    const { seconds, phase, seed } = moment;
    return {
      y: wave(moment, 0.26) * 0.09,
      x: smoothNoise(seed, seconds * 0.35 + phase * 9) * 0.12,
      lean: wave(moment, 0.17) * 0.16,
      stride: 0.06 * Math.sin(seconds * 1.4),
    };
  },
  orbit(moment) {
    const angle = (moment.seconds * 0.28 + moment.phase) * TAU;
    return {
      x: Math.cos(angle) * 0.85,
      y: Math.sin(angle) * 0.32,
      lean: Math.sin(angle) * 0.12,
      scaleX: 1 + Math.sin(angle) * 0.16,
      scaleY: 1 + Math.sin(angle) * 0.16,
    };
  },
  fall(moment) {
    const share = beatOf(moment, 0.3);
    return {
      y: -1.4 + share * share * 2.9,
      x: wave(moment, 0.4) * 0.16,
      lean: wave(moment, 0.5) * 0.7,
      scaleY: 1 + share * 0.08,
      isSpinning: true,
    };
  },
  rise(moment) {
    const { seconds, seed, duration } = moment;
    const share = Math.min(1.15, seconds / duration);
    const count = share < 0.18 ? 1 : 0;
    const way = Math.max(0, share - 0.18) / 0.97;
    return {
      y: 0.42 - easeInOut(way * 0.62) * 2.1,
      x: smoothNoise(seed, seconds * 14) * (count ? 0.022 : 0.012),
      lean: smoothNoise(seed + 1, seconds * 6) * 0.02,
      scaleY: count ? 0.96 + smoothNoise(seed + 2, seconds * 12) * 0.015 : 1.03,
      scaleX: count ? 1.03 : 0.985,
    };
  },
  ascend(moment) {
    const share = Math.min(1.15, moment.seconds / moment.duration);
    return {
      y: 0.24 - share * 0.5 + wave(moment, 0.3) * 0.03,
      x: wave(moment, 0.19) * 0.07,
      lean: wave(moment, 0.21) * 0.07,
    };
  },
  spin(moment) {
    // A figure turns round like a coin and leans with its swing.
    const turn = Math.cos((moment.seconds * 0.85 + moment.phase) * TAU);
    return {
      facing: turn,
      y: -Math.abs(wave(moment, 0.85)) * 0.05,
      lean: wave(moment, 0.42) * 0.06,
      scaleY: 1 + Math.abs(turn) * 0.02,
      stride: 0.1,
    };
  },
} satisfies Partial<Record<Motion, Mover>>;
