import { SAMPLE_RATE } from "../encoding/video-writer";
import type { Random } from "../film/drawing/random";

const SAMPLES_PER_MOVE = 16;
const SAMPLES_PER_GLIDE = 256;

/** Equal power at every frequency, −1…1. */
export const whiteNoise = (random: Random) => () => random.next() * 2 - 1;

/** 3 dB less each octave (Paul Kellet's economy filter), about −1…1. */
export function pinkNoise(random: Random): () => number {
  let [a, b, c] = [0, 0, 0];
  return () => {
    const white = random.next() * 2 - 1;
    a = 0.99765 * a + white * 0.099046;
    b = 0.963 * b + white * 0.2965164;
    c = 0.57 * c + white * 1.0526913;
    return (a + b + c + white * 0.1848) / 3;
  };
}

/** 6 dB less each octave: rumble, about −1…1. */
export function brownNoise(random: Random): () => number {
  let level = 0;
  return () => {
    level = level * 0.997 + (random.next() * 2 - 1) * 0.06;
    return level;
  };
}

/** A smooth random walk from 0 to 1 that turns about every `seconds`; ask once for each sample. */
export function drift(random: Random, seconds: number): () => number {
  const next = () => Math.round(seconds * SAMPLE_RATE * random.between(0.6, 1.4));
  let [from, to, at, length] = [random.next(), random.next(), 0, next()];
  return () => {
    if (at >= length) [from, to, at, length] = [to, random.next(), 0, next()];
    const t = at++ / length;
    return from + (to - from) * t * t * (3 - 2 * t);
  };
}

/** Follows a slow curve, given in seconds, in straight lines of five milliseconds; ask once for each sample. */
export function glideThrough(valueAt: (seconds: number) => number): () => number {
  let [sample, value, next, step] = [0, 0, valueAt(0), 0];
  return () => {
    if (sample % SAMPLES_PER_GLIDE === 0) {
      value = next;
      next = valueAt((sample + SAMPLES_PER_GLIDE) / SAMPLE_RATE);
      step = (next - value) / SAMPLES_PER_GLIDE;
    }
    sample++;
    const now = value;
    value += step;
    return now;
  };
}

/** A resonant band whose centre may move with every sample (Andrew Simper's state variable filter). */
export function movingBand(q: number): (input: number, hertz: number) => number {
  let [first, second, g, a, wait] = [0, 0, 0, 0, 0];
  const k = 1 / q;
  return (input, hertz) => {
    // Nothing here moves so fast that it would be heard in steps of a third of a millisecond.
    if (wait-- === 0) {
      wait = SAMPLES_PER_MOVE - 1;
      g = Math.tan((Math.PI * Math.min(hertz, 20_000)) / SAMPLE_RATE);
      a = 1 / (1 + g * (g + k));
    }
    const high = input - second;
    const band = a * first + g * a * high;
    const low = second + g * band;
    first = 2 * band - first;
    second = 2 * low - second;
    return band * k;
  };
}

/** Moments of a Poisson process, seconds, ascending. */
export function momentsOf(random: Random, perSecond: number, seconds: number): number[] {
  const moments: number[] = [];
  for (let at = 0; ; ) {
    at -= Math.log(1 - random.next()) / perSecond;
    if (at >= seconds) return moments;
    moments.push(at);
  }
}
