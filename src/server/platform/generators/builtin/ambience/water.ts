import { filter, highPass, lowPass, peak } from "../sound/biquad";
import { brownNoise, drift, glideThrough, momentsOf, pinkNoise, whiteNoise } from "./noise";
import { createWhistle, type Paint, paintEverywhere, paintOnce, type Scape } from "./scape";

/** Waves that roll in every few seconds, break, and draw back hissing. */
export const waves: Paint = (scape) => {
  const { random, seconds } = scape;
  const starts: { at: number; long: number; tall: number }[] = [];
  for (let at = random.between(-3, -1); at < seconds; ) {
    const long = random.between(4.2, 6.5);
    starts.push({ at, long, tall: random.between(0.6, 1) });
    at += long * random.between(0.62, 0.8);
  }
  const heightAt = (now: number) => {
    let height = 0.14;
    for (const { at, long, tall } of starts) {
      const t = (now - at) / long;
      if (t > 0 && t < 1) height += tall * (t < 0.45 ? (t / 0.45) ** 2.4 : ((1 - t) / 0.55) ** 1.6);
    }
    return height;
  };
  const heights = (offset: number, power = 1) =>
    glideThrough((now) => heightAt(now - offset) ** power);
  paintEverywhere(scape, () => {
    const [roar, swell] = [pinkNoise(random), heights(random.between(0, 0.25))];
    return () => roar() * swell();
  });
  for (const plane of [scape.left, scape.right]) filter(plane, lowPass(900), peak(180, 4, 0.7));
  const foam = { ...scape, left: scape.left.slice().fill(0), right: scape.right.slice().fill(0) };
  paintEverywhere(foam, () => {
    const [hiss, swell] = [whiteNoise(random), heights(random.between(0.55, 0.9), 1.5)];
    return () => hiss() * swell() * 0.16;
  });
  for (const side of ["left", "right"] as const) {
    filter(foam[side], highPass(1_400), lowPass(7_000));
    addTo(scape[side], foam[side]);
  }
};

/** Drops without number, and some that fall close by. */
export const rain: Paint = (scape) => {
  const { random, seconds } = scape;
  paintEverywhere(scape, () => {
    const [hiss, density] = [pinkNoise(random), drift(random, 2.5)];
    return () => hiss() * (0.8 + 0.35 * density());
  });
  for (const plane of [scape.left, scape.right])
    filter(plane, highPass(500), lowPass(9_500), peak(1_200, -3, 0.6));
  for (const start of momentsOf(random, 38, seconds)) {
    const noise = whiteNoise(random);
    const pan = random.between(-0.9, 0.9);
    const [level, pitch] = [random.between(0.04, 0.22), random.between(1_500, 5_200)];
    const ring = createWhistle();
    paintOnce(
      scape,
      { start, seconds: random.between(0.006, 0.02), pan, level },
      (t) => (0.5 * noise() + ring(pitch * (1 - 0.3 * t))) * (1 - t) ** 3,
    );
  }
};

/** Clear water over stones. */
export const stream: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [flow, turns] = [pinkNoise(random), drift(random, 0.35)];
    return () => flow() * (0.35 + 0.3 * turns());
  });
  for (const plane of [scape.left, scape.right]) filter(plane, highPass(350), lowPass(4_500));
  bubbles(scape, { perSecond: 26, low: 500, high: 1_700, level: 0.09 });
};

/** The hollow of the deep, and bubbles that rise through it. */
export const underwater: Paint = (scape) => {
  const { random } = scape;
  paintEverywhere(scape, () => {
    const [deep, sway] = [brownNoise(random), drift(random, 2.2)];
    return () => deep() * (0.5 + 0.7 * sway());
  });
  for (const plane of [scape.left, scape.right])
    filter(plane, highPass(45), lowPass(340), lowPass(600));
  bubbles(scape, { perSecond: 5, low: 260, high: 900, level: 0.1 });
};

/** Drops into a pool under a high roof, each with its echoes. */
export const drips: Paint = (scape) => {
  const { random } = scape;
  for (const start of momentsOf(random, 1.1, scape.seconds)) {
    const [pitch, pan] = [random.between(700, 1_500), random.between(-0.7, 0.7)];
    const level = random.between(0.1, 0.3);
    for (let echo = 0; echo < 5; echo++) {
      const whistle = createWhistle();
      const place = { start: start + echo * 0.17, seconds: 0.09, pan: pan * (1 - 0.4 * echo) };
      paintOnce(scape, { ...place, level: level * 0.5 ** echo }, (t) => {
        return whistle(pitch * (1 + 0.5 * t)) * (1 - t) ** 2 * Math.min(1, t * 20);
      });
    }
  }
};

type Bubbles = { perSecond: number; low: number; high: number; level: number };

/** A bubble rings at a pitch that rises as it shrinks (M. Minnaert, 1933). */
function bubbles(scape: Scape, { perSecond, low, high, level }: Bubbles) {
  const { random } = scape;
  for (const start of momentsOf(random, perSecond, scape.seconds)) {
    const [pitch, rise] = [random.between(low, high), random.between(0.3, 1.1)];
    const whistle = createWhistle();
    const place = { start, seconds: random.between(0.03, 0.1), pan: random.between(-0.8, 0.8) };
    paintOnce(
      scape,
      { ...place, level: level * random.between(0.3, 1) },
      (t) => whistle(pitch * (1 + rise * t)) * (1 - t) ** 2 * Math.min(1, t * 20),
    );
  }
}

function addTo(plane: Float32Array, other: Float32Array) {
  for (let at = 0; at < plane.length; at++) plane[at] = (plane[at] ?? 0) + (other[at] ?? 0);
}
