import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import type { Random } from "../film/drawing/random";

/** An empty stretch of sound to be painted. */
export type Scape = Soundtrack & { seconds: number; random: Random };
export type Paint = (scape: Scape) => void;

export function createScape(seconds: number, random: Random): Scape {
  const length = Math.round(seconds * SAMPLE_RATE);
  return { left: new Float32Array(length), right: new Float32Array(length), seconds, random };
}

/** Adds a sound that lasts all the time, painted for each ear apart. */
export function paintEverywhere({ left, right }: Scape, voice: () => () => number): void {
  for (const plane of [left, right]) {
    const sample = voice();
    for (let at = 0; at < plane.length; at++) plane[at] = (plane[at] ?? 0) + sample();
  }
}

export type Place = {
  /** Seconds. */
  start: number;
  seconds: number;
  /** −1 left … 1 right */
  pan: number;
  level: number;
};

/** Adds one event; `sample` is told how far it is, 0…1, and is faded at both ends. */
export function paintOnce(
  { left, right }: Scape,
  place: Place,
  sample: (share: number) => number,
): void {
  const start = Math.round(place.start * SAMPLE_RATE);
  const count = Math.round(place.seconds * SAMPLE_RATE);
  const edge = Math.min(count / 2, 0.002 * SAMPLE_RATE);
  // Equal power, so that an event keeps its loudness wherever it stands.
  const angle = ((place.pan + 1) * Math.PI) / 4;
  const toLeft = Math.cos(angle) * place.level;
  const toRight = Math.sin(angle) * place.level;
  for (let index = 0; index < count && start + index < left.length; index++) {
    const at = start + index;
    const fade = Math.min(1, index / edge, (count - 1 - index) / edge);
    const value = sample(index / count) * fade;
    left[at] = (left[at] ?? 0) + value * toLeft;
    right[at] = (right[at] ?? 0) + value * toRight;
  }
}

/** A sine that follows a pitch in hertz, told for each sample. */
export function createWhistle(): (hertz: number) => number {
  let phase = 0;
  return (hertz) => {
    phase += hertz / SAMPLE_RATE;
    return Math.sin(2 * Math.PI * phase);
  };
}
