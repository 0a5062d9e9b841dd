import { smoothNoise } from "./random";
import type { Motion } from "./setting";

/** How a figure stands at one moment, in shares of its own height. */
export type Pose = {
  x: number;
  y: number;
  rotation: number;
  scaleX: number;
  scaleY: number;
  /** 0…1 of a stride. */
  stride: number;
  /** Turned the other way round. */
  turned: boolean;
};

const REST: Pose = { x: 0, y: 0, rotation: 0, scaleX: 1, scaleY: 1, stride: 0, turned: false };
const TAU = Math.PI * 2;

/** Widths of the frame per second that a traveller covers. */
export const SPEED: Record<Motion, number> = {
  run: 0.5,
  drive: 0.62,
  walk: 0.16,
  fly: 0.26,
  swim: 0.2,
  sail: 0.11,
  roll: 0.3,
  float: 0.04,
  dance: 0.02,
  jump: 0.1,
  orbit: 0.03,
  grow: 0.02,
  fall: 0.02,
  rest: 0.03,
  work: 0.03,
  play: 0.03,
  rise: 0,
  bob: 0.04,
};
/** Motions that need no ground under them. */
export const AIRBORNE = new Set<Motion>(["fly", "float", "orbit", "fall", "rise"]);

type Mover = (seconds: number, phase: number, seed: number, duration: number) => Partial<Pose>;

/** A hop's height 0…1 and how much it is pressed together when it lands. */
function hop(seconds: number, phase: number, rate: number) {
  const beat = (((seconds * rate + phase) % 1) + 1) % 1;
  const lift = 4 * beat * (1 - beat);
  const landing = Math.max(0, 1 - Math.min(beat, 1 - beat) * 7);
  return { lift, landing, beat };
}

const MOVERS: Record<Motion, Mover> = {
  run(seconds, phase) {
    const { lift, landing } = hop(seconds, phase, 3.1);
    return {
      y: -lift * 0.09,
      rotation: Math.sin((seconds * 3.1 + phase) * TAU) * 0.07,
      scaleY: 1 - landing * 0.06 + lift * 0.03,
      scaleX: 1 + landing * 0.05,
      stride: seconds * 1.75 + phase,
    };
  },
  walk(seconds, phase) {
    const { lift } = hop(seconds, phase, 2.1);
    return {
      y: -lift * 0.035,
      rotation: Math.sin((seconds * 1.05 + phase) * TAU) * 0.035,
      stride: seconds * 1.05 + phase,
    };
  },
  dance(seconds, phase) {
    const { lift, landing } = hop(seconds, phase * 0.25, 2);
    const sway = Math.sin((seconds + phase * 0.5) * TAU);
    return {
      x: sway * 0.1,
      y: -lift * 0.15,
      rotation: sway * 0.2,
      scaleY: 1 - landing * 0.12 + lift * 0.05,
      scaleX: 1 + landing * 0.1,
      stride: seconds * 1 + phase,
      turned: Math.floor(seconds * 0.5 + phase) % 2 === 1,
    };
  },
  jump(seconds, phase) {
    const { lift, landing } = hop(seconds, phase, 1.15);
    return {
      y: -lift * 0.55,
      scaleY: 1 - landing * 0.2 + lift * 0.04,
      scaleX: 1 + landing * 0.16,
      rotation: Math.sin((seconds * 0.58 + phase) * TAU) * 0.08,
      stride: 0.15,
    };
  },
  fly(seconds, phase, seed) {
    const beat = Math.sin((seconds * 1.9 + phase) * TAU);
    return {
      y: smoothNoise(seed, seconds * 0.7 + phase * 9) * 0.22 + beat * 0.03,
      x: smoothNoise(seed + 5, seconds * 0.4 + phase * 9) * 0.16,
      rotation: smoothNoise(seed + 9, seconds * 0.6 + phase * 7) * 0.14,
      scaleY: 1 + beat * 0.045,
    };
  },
  swim(seconds, phase, seed) {
    const wave = Math.sin((seconds * 0.8 + phase) * TAU);
    return {
      y: wave * 0.07 + smoothNoise(seed, seconds * 0.4 + phase * 9) * 0.12,
      rotation: Math.cos((seconds * 0.8 + phase) * TAU) * 0.11,
      scaleX: 1 + Math.sin((seconds * 1.6 + phase) * TAU) * 0.035,
      stride: seconds * 0.8,
    };
  },
  float(seconds, phase, seed) {
    return {
      y: Math.sin((seconds * 0.26 + phase) * TAU) * 0.08,
      x: smoothNoise(seed, seconds * 0.35 + phase * 9) * 0.12,
      rotation: Math.sin((seconds * 0.17 + phase) * TAU) * 0.16,
      stride: 0.06 * Math.sin(seconds * 1.4),
    };
  },
  sail(seconds, phase) {
    return {
      y: Math.sin((seconds * 0.5 + phase) * TAU) * 0.022,
      rotation: Math.sin((seconds * 0.42 + phase) * TAU) * 0.055,
    };
  },
  drive(seconds, phase, seed) {
    return {
      y: Math.abs(smoothNoise(seed, seconds * 9 + phase * 31)) * -0.016,
      rotation: smoothNoise(seed + 3, seconds * 5 + phase * 17) * 0.012,
      scaleY: 1 + smoothNoise(seed + 7, seconds * 11) * 0.008,
    };
  },
  orbit(seconds, phase) {
    const angle = (seconds * 0.28 + phase) * TAU;
    return {
      x: Math.cos(angle) * 0.85,
      y: Math.sin(angle) * 0.32,
      rotation: Math.sin(angle) * 0.12,
      scaleX: 1 + Math.sin(angle) * 0.16,
      scaleY: 1 + Math.sin(angle) * 0.16,
    };
  },
  grow(seconds, phase, _seed, duration) {
    const share = Math.min(1, (seconds + phase * 0.5 + 0.25) / (duration * 0.72));
    const eased = 1 - (1 - share) ** 3;
    return {
      scaleX: 0.35 + 0.65 * eased,
      scaleY: 0.3 + 0.7 * eased,
      rotation: Math.sin((seconds * 0.5 + phase) * TAU) * 0.05,
    };
  },
  fall(seconds, phase) {
    const share = (((seconds * 0.3 + phase) % 1) + 1) % 1;
    return {
      y: -1.4 + share * 2.6,
      x: Math.sin((seconds * 0.4 + phase) * TAU) * 0.2,
      rotation: Math.sin((seconds * 0.5 + phase) * TAU) * 0.7,
    };
  },
  roll(seconds, phase) {
    return {
      rotation: seconds * 3.4 + phase * TAU,
      y: -Math.abs(Math.sin(seconds * 5 + phase * 6)) * 0.04,
    };
  },
  rest(seconds, phase) {
    const breath = Math.sin((seconds * 0.36 + phase) * TAU);
    return {
      scaleY: 1 + breath * 0.022,
      scaleX: 1 - breath * 0.012,
      rotation: Math.sin((seconds * 0.18 + phase) * TAU) * 0.025,
    };
  },
  work(seconds, phase) {
    const { lift } = hop(seconds, phase, 1.7);
    return {
      y: -lift * 0.028,
      rotation: Math.sin((seconds * 0.85 + phase) * TAU) * 0.06,
      scaleY: 1 + lift * 0.015,
    };
  },
  play(seconds, phase) {
    const { lift, landing } = hop(seconds, phase * 0.5, 2);
    return {
      y: -lift * 0.06,
      rotation: Math.sin((seconds + phase) * TAU) * 0.12,
      scaleY: 1 - landing * 0.05,
      scaleX: 1 + landing * 0.04,
      stride: seconds + phase,
    };
  },
  rise(seconds, _phase, seed, duration) {
    const share = Math.min(1.15, seconds / duration);
    return {
      y: 0.5 - share * share * 1.6,
      x: smoothNoise(seed, seconds * 8) * 0.014,
      rotation: smoothNoise(seed + 1, seconds * 6) * 0.02,
    };
  },
  bob(seconds, phase) {
    const { lift, landing } = hop(seconds, phase, 0.95);
    return {
      y: -lift * 0.05,
      rotation: Math.sin((seconds * 0.47 + phase) * TAU) * 0.05,
      scaleY: 1 - landing * 0.03 + lift * 0.015,
      scaleX: 1 + landing * 0.02,
      stride: 0,
    };
  },
};

/** @returns the pose of a figure `seconds` into its scene; `phase` 0…1 tells a group apart. */
export function poseOf(
  motion: Motion,
  seconds: number,
  phase: number,
  seed: number,
  duration: number,
): Pose {
  return { ...REST, ...MOVERS[motion](seconds, phase, seed, duration) };
}
