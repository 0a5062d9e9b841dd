import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";

export type Interval = { start: number; end: number };

const DEPTH_DECIBELS = -8;
/** The music is down before the first word is heard. */
const LOOK_AHEAD_SECONDS = 0.3;
const RELEASE_SECONDS = 0.7;
/** Shorter silences keep it down: it must not pump. */
const HOLD_SECONDS = 1.1;

/** Turns a sound down while somebody speaks, smoothly and early enough. In place. */
export function duck({ left, right }: Soundtrack, spoken: readonly Interval[]): void {
  for (const { start, end } of joinClose(spoken)) {
    const first = Math.max(0, Math.floor((start - LOOK_AHEAD_SECONDS) * SAMPLE_RATE));
    const last = Math.min(left.length, Math.ceil((end + RELEASE_SECONDS) * SAMPLE_RATE));
    for (let index = first; index < last; index++) {
      const seconds = index / SAMPLE_RATE;
      const down = ease((seconds - start) / LOOK_AHEAD_SECONDS + 1);
      const up = ease((seconds - end) / RELEASE_SECONDS);
      const gain = 10 ** ((DEPTH_DECIBELS * (down - up)) / 20);
      left[index] = (left[index] ?? 0) * gain;
      right[index] = (right[index] ?? 0) * gain;
    }
  }
}

function joinClose(spoken: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const { start, end } of spoken) {
    const last = joined.at(-1);
    if (last && start - last.end < HOLD_SECONDS) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

function ease(t: number): number {
  const x = Math.max(0, Math.min(1, t));
  return x * x * (3 - 2 * x);
}
