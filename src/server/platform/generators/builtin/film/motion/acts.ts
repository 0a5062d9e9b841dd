import type { Motion } from "../setting";
import { beatOf, hop, keyed, type Mover, strike, wave } from "./pose";

/** Strikes at what is before it: `rate` times a second, `reach` far. */
const striking =
  (rate: number, reach: number, lean: number): Mover =>
  (moment) => {
    const blow = strike(beatOf(moment, rate));
    return {
      x: blow * reach,
      lean: blow * lean,
      scaleX: 1 + Math.max(0, blow) * 0.05,
      scaleY: 1 - Math.max(0, -blow) * 0.07,
      stride: 0.25 + blow * 0.2,
    };
  };

/** Bends over what it does, in small dips. */
const stooping =
  (rate: number, lean: number): Mover =>
  (moment) => {
    const dip = Math.max(0, wave(moment, rate));
    const breath = wave(moment, 0.36) * 0.012;
    return { lean: lean * (0.4 + dip), scaleY: 1 - dip * 0.025 + breath, y: dip * 0.01, stride: 0 };
  };

/** What is done with hands, feet, beak and snout. */
export const ACTS = {
  work(moment) {
    const { lift } = hop(moment, 1.7);
    return {
      y: -lift * 0.028,
      lean: wave(moment, 0.85) * 0.06,
      scaleY: 1 + lift * 0.015,
      stride: moment.seconds * 0.85,
    };
  },
  build: striking(1.1, 0.03, 0.16),
  dig: striking(0.9, 0.05, 0.26),
  throw: striking(0.55, 0.1, 0.24),
  kick: striking(0.62, 0.14, -0.16),
  fight: striking(0.85, 0.2, 0.14),
  cook: stooping(1.2, 0.05),
  paint: stooping(0.8, 0.08),
  write: stooping(1.6, 0.07),
  read(moment) {
    return {
      lean: 0.05 + wave(moment, 0.16) * 0.025,
      scaleY: 1 + wave(moment, 0.36) * 0.016,
      stride: 0,
    };
  },
  eat(moment) {
    const beat = beatOf(moment, 0.8);
    const bite = keyed(beat, [
      [0, 0],
      [0.15, -0.4],
      [0.32, 1],
      [0.45, 0.75],
      [0.6, 1],
      [1, 0],
    ]);
    const chew = beat > 0.6 ? Math.sin((beat - 0.6) * 48) * 0.018 : 0;
    return {
      x: bite * 0.05,
      lean: bite * 0.16,
      scaleY: 1 - Math.max(0, bite) * 0.03 + chew,
      scaleX: 1 - chew,
    };
  },
  feed(moment) {
    const give = Math.max(0, wave(moment, 0.4));
    const scaleY = 1 - give * 0.02 + wave(moment, 0.36) * 0.012;
    return { x: give * 0.06, lean: give * 0.1, scaleY, stride: 0 };
  },
  lift(moment) {
    const press = keyed(beatOf(moment, 0.45), [
      [0, 0],
      [0.2, -1],
      [0.45, 1],
      [0.75, 1],
      [1, 0],
    ]);
    return { y: -Math.max(0, press) * 0.04, scaleY: 1 + press * 0.08, scaleX: 1 - press * 0.035 };
  },
  juggle(moment) {
    const { lift } = hop(moment, 2.2);
    return { lean: wave(moment, 1.1) * 0.07, y: -lift * 0.025, scaleY: 1 + lift * 0.02 };
  },
  look(moment) {
    const turn = keyed(beatOf(moment, 0.22), [
      [0, 1],
      [0.62, 1],
      [0.7, -1],
      [0.9, -1],
      [0.98, 1],
    ]);
    return { facing: turn, scaleY: 1 + wave(moment, 0.36) * 0.02, lean: turn * 0.03 };
  },
  hold(moment) {
    return { lean: wave(moment, 0.3) * 0.04, scaleY: 1 + wave(moment, 0.5) * 0.018 };
  },
} satisfies Partial<Record<Motion, Mover>>;
