import type { Motion } from "../setting";
import { beatOf, hop, type Mover, TAU, wave } from "./pose";

/** Ways to go over land. */
export const GAITS = {
  run(moment) {
    const { lift, landing } = hop(moment, 3.1);
    return {
      y: -lift * 0.1,
      lean: 0.06 - wave(moment, 3.1) * 0.075,
      scaleY: 1 - landing * 0.08 + lift * 0.035,
      scaleX: 1 + landing * 0.07 - lift * 0.02,
      stride: moment.seconds * 1.75 + moment.phase,
    };
  },
  walk(moment) {
    const { lift, landing } = hop(moment, 2.1);
    return {
      y: -lift * 0.035,
      lean: wave(moment, 1.05) * 0.035,
      scaleY: 1 - landing * 0.02,
      stride: moment.seconds * 1.05 + moment.phase,
    };
  },
  crawl(moment) {
    const stretch = wave(moment, 0.9);
    return {
      x: stretch * 0.05,
      scaleX: 1 + stretch * 0.1,
      scaleY: 1 - stretch * 0.08,
      lean: wave(moment, 0.45) * 0.03,
      stride: moment.seconds * 0.9 + moment.phase,
    };
  },
  climb(moment) {
    const pull = beatOf(moment, 0.9);
    const reached = pull < 0.55 ? 0 : Math.sin(((pull - 0.55) / 0.45) * (Math.PI / 2));
    const way = Math.floor(moment.seconds * 0.9 + moment.phase) + reached;
    return {
      y: 0.28 - Math.min(0.62, way * 0.09),
      lean: -0.1 + wave(moment, 0.45) * 0.1,
      scaleY: 1 + (pull < 0.55 ? pull * 0.1 : (1 - pull) * 0.08),
      stride: way / 2,
    };
  },
  jump(moment) {
    const beat = beatOf(moment, 0.95);
    // Crouches a quarter of the time, then flies.
    const air = Math.max(0, (beat - 0.26) / 0.74);
    const lift = 4 * air * (1 - air);
    const crouch = beat < 0.26 ? Math.sin((beat / 0.26) * Math.PI) : 0;
    const stretch = air > 0 ? Math.abs(1 - 2 * air) * 0.5 : 0;
    return {
      y: -lift * 0.62,
      scaleY: 1 - crouch * 0.2 + stretch * 0.14,
      scaleX: 1 + crouch * 0.16 - stretch * 0.08,
      lean: air > 0 ? (air - 0.5) * 0.24 : 0,
      stride: air > 0 ? 0.2 : 0,
    };
  },
  roll(moment) {
    return {
      lean: moment.seconds * 4.2 + moment.phase * TAU,
      y: -Math.abs(Math.sin(moment.seconds * 5 + moment.phase * 6)) * 0.05,
      isSpinning: true,
    };
  },
  ride(moment) {
    const { lift, landing } = hop(moment, 2.4);
    return {
      y: -lift * 0.06,
      lean: 0.03 - wave(moment, 2.4) * 0.05,
      scaleY: 1 - landing * 0.05,
      stride: moment.seconds * 1.4 + moment.phase,
    };
  },
  ski(moment) {
    const carve = wave(moment, 0.5);
    return {
      x: carve * 0.18,
      y: Math.abs(wave(moment, 1)) * 0.035,
      lean: 0.1 + Math.cos((moment.seconds * 0.5 + moment.phase) * TAU) * 0.12,
      scaleY: 1 - Math.abs(carve) * 0.05,
      stride: 0.12,
    };
  },
  skate(moment) {
    const push = wave(moment, 0.7);
    return {
      x: push * 0.1,
      lean: 0.08 + push * 0.13,
      scaleY: 1 - Math.max(0, push) * 0.05,
      stride: 0.25 + push * 0.2,
    };
  },
} satisfies Partial<Record<Motion, Mover>>;

/** The walk of who has short legs: from one foot to the other. */
export const waddle: Mover = (moment) => {
  const { lift } = hop(moment, 2.6);
  const sway = wave(moment, 1.3);
  return {
    x: sway * 0.02,
    y: -lift * 0.03,
    lean: sway * 0.13,
    scaleY: 1 + lift * 0.02,
    stride: moment.seconds * 1.3 + moment.phase,
  };
};
