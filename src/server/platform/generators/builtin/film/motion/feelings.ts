import type { Motion } from "../setting";
import { beatOf, easeInOut, hop, keyed, type Mover, TAU, wave } from "./pose";

/** Being somewhere, and what joy and sorrow do to a body. */
export const FEELINGS = {
  rest(moment) {
    const breath = wave(moment, 0.36);
    return {
      scaleY: 1 + breath * 0.022,
      scaleX: 1 - breath * 0.012,
      lean: wave(moment, 0.18) * 0.025,
    };
  },
  sleep(moment) {
    const breath = wave(moment, 0.22);
    return { scaleY: 0.93 + breath * 0.035, scaleX: 1.03 - breath * 0.012, lean: 0.05 };
  },
  bob(moment) {
    const { lift, landing } = hop(moment, 0.95);
    return {
      y: -lift * 0.05,
      lean: wave(moment, 0.47) * 0.05,
      scaleY: 1 - landing * 0.03 + lift * 0.015,
      scaleX: 1 + landing * 0.02,
    };
  },
  dance({ seconds, phase, seed, duration }) {
    const moment = { seconds, phase: phase * 0.25, seed, duration };
    const { lift, landing } = hop(moment, 2);
    const sway = Math.sin((seconds + phase * 0.5) * TAU);
    const bar = seconds * 0.5 + phase;
    const side = Math.floor(bar) % 2 === 0 ? 1 : -1;
    const turning = easeInOut((bar - Math.floor(bar)) / 0.16);
    return {
      x: sway * 0.1,
      y: -lift * 0.15,
      lean: sway * 0.2,
      scaleY: 1 - landing * 0.12 + lift * 0.05,
      scaleX: 1 + landing * 0.1,
      stride: seconds + phase,
      facing: side * (2 * turning - 1),
    };
  },
  cheer(moment) {
    const { lift, landing } = hop(moment, 1.8);
    return {
      y: -lift * 0.24,
      lean: wave(moment, 0.9) * 0.1,
      scaleY: 1 - landing * 0.13 + lift * 0.04,
      scaleX: 1 + landing * 0.1,
      stride: moment.seconds * 0.9 + moment.phase,
    };
  },
  play(moment) {
    const { lift, landing } = hop({ ...moment, phase: moment.phase * 0.5 }, 2);
    return {
      y: -lift * 0.06,
      lean: wave(moment, 1) * 0.12,
      scaleY: 1 - landing * 0.05,
      scaleX: 1 + landing * 0.04,
      stride: moment.seconds + moment.phase,
    };
  },
  sing(moment) {
    const breath = keyed(beatOf(moment, 0.5), [
      [0, 0],
      [0.2, -0.6],
      [0.4, 1],
      [0.8, 0.8],
      [1, 0],
    ]);
    return { scaleY: 1 + breath * 0.05, lean: wave(moment, 0.5) * 0.09 - breath * 0.05 };
  },
  call(moment) {
    const cry = keyed(beatOf(moment, 0.55), [
      [0, 0],
      [0.18, -0.7],
      [0.32, 1],
      [0.68, 0.85],
      [1, 0],
    ]);
    const tremble = cry > 0.6 ? wave(moment, 8) * 0.012 : 0;
    return {
      x: cry * 0.04,
      lean: -cry * 0.07 + tremble,
      scaleX: 1 + cry * 0.04,
      scaleY: 1 + cry * 0.035,
    };
  },
  wave(moment) {
    return {
      lean: wave(moment, 0.6) * 0.06,
      scaleY: 1 + wave(moment, 1.2) * 0.014,
      stride: moment.seconds * 0.9 + moment.phase,
    };
  },
  hug(moment) {
    const squeeze = (1 + wave(moment, 0.4)) / 2;
    return { x: 0.03 * squeeze, lean: 0.05 + squeeze * 0.06, scaleX: 1 - squeeze * 0.04 };
  },
  kiss(moment) {
    const near = keyed(beatOf({ ...moment, phase: 0 }, 0.36), [
      [0, 0],
      [0.3, -0.25],
      [0.5, 1],
      [0.75, 1],
      [1, 0],
    ]);
    return { x: near * 0.1, lean: near * 0.13, scaleY: 1 + near * 0.02 };
  },
  cry(moment) {
    const sob = Math.max(0, wave(moment, 1.9)) * (0.5 + 0.5 * wave(moment, 0.3));
    return { lean: 0.07 + sob * 0.03, scaleY: 0.96 - sob * 0.035, y: sob * 0.008 };
  },
  laugh(moment) {
    const { lift } = hop(moment, 3.4);
    const fit = 0.5 + 0.5 * wave(moment, 0.4);
    return {
      y: -lift * 0.05 * fit,
      lean: -0.06 * fit + wave(moment, 1.7) * 0.03,
      scaleY: 1 + lift * 0.035 * fit,
    };
  },
  shake(moment) {
    return { x: wave(moment, 9) * 0.018, lean: wave(moment, 7) * 0.025, scaleY: 0.985 };
  },
} satisfies Partial<Record<Motion, Mover>>;
