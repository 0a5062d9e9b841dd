import { smoothNoise } from "../drawing/random";
import type { Motion } from "../setting";
import { beatOf, easeInOut, keyed, type Mover, wave } from "./pose";

/** The share of a scene after which it bursts. */
export const BURST_AT = 0.42;

/** Springs up to its size and a little beyond. */
const springUp = (share: number) => {
  const t = Math.max(0, Math.min(1, share));
  return 1 - Math.exp(-5.5 * t) * Math.cos(t * 9);
};

/** What becomes of things. */
export const CHANGES = {
  grow(moment) {
    const share = (moment.seconds + moment.phase * 0.5 + 0.25) / (moment.duration * 0.78);
    const eased = easeInOut(share * 0.7 + 0.1) / easeInOut(0.8);
    return {
      scaleX: 0.32 + 0.68 * Math.min(1, eased),
      scaleY: 0.26 + 0.74 * Math.min(1, eased),
      lean: wave(moment, 0.5) * 0.05,
    };
  },
  bloom(moment) {
    const opened = springUp((moment.seconds - moment.phase * 0.8) / (moment.duration * 0.5));
    const size = 0.38 + 0.62 * opened;
    return {
      scaleX: size,
      scaleY: size * (1 + wave(moment, 0.4) * 0.02),
      lean: wave(moment, 0.33) * 0.06,
    };
  },
  shine(moment) {
    const pulse = wave(moment, 0.6);
    return { scaleX: 1 + pulse * 0.035, scaleY: 1 + pulse * 0.035, lean: wave(moment, 0.2) * 0.05 };
  },
  burn({ seconds, phase, seed }) {
    return {
      scaleY: 1 + smoothNoise(seed, seconds * 7 + phase * 9) * 0.06,
      scaleX: 1 + smoothNoise(seed + 2, seconds * 6 + phase * 9) * 0.03,
      lean: smoothNoise(seed + 4, seconds * 3) * 0.04,
    };
  },
  melt(moment) {
    const gone = easeInOut((moment.seconds / moment.duration) * 0.95);
    return {
      scaleY: 1 - gone * 0.55,
      scaleX: 1 + gone * 0.34,
      lean: wave(moment, 0.3) * 0.04 * (1 - gone),
    };
  },
  explode({ seconds, seed, duration }) {
    const share = seconds / duration;
    const strain = easeInOut(share / BURST_AT);
    const since = (share - BURST_AT) / 0.05;
    return {
      x: smoothNoise(seed, seconds * 16) * 0.03 * strain,
      lean: smoothNoise(seed + 1, seconds * 14) * 0.06 * strain,
      scaleX: since > 0 ? 1.2 + since * 0.4 : 1 + strain * 0.14,
      scaleY: since > 0 ? 1.2 + since * 0.4 : 1 + strain * 0.1,
      alpha: since > 0 ? Math.max(0, 1 - since) : 1,
    };
  },
  break(moment) {
    const share = moment.seconds / moment.duration;
    const tremble = share < BURST_AT ? easeInOut(share / BURST_AT) : 0;
    return {
      x: wave(moment, 8) * 0.014 * tremble,
      split: keyed(share, [
        [BURST_AT, 0],
        [BURST_AT + 0.06, 0.75],
        [BURST_AT + 0.2, 1],
      ]),
      scaleY: 1 - tremble * 0.03,
    };
  },
  hatch(moment) {
    const beat = beatOf(moment, 0.55);
    const peck = beat < 0.5 ? Math.sin(beat * 50) * 0.09 : 0;
    const stretch = beat < 0.5 ? 0 : Math.sin((beat - 0.5) * 2 * Math.PI);
    return {
      lean: peck,
      scaleY: 1 + stretch * 0.1,
      scaleX: 1 - stretch * 0.04,
      y: -stretch * 0.03,
    };
  },
} satisfies Partial<Record<Motion, Mover>>;
