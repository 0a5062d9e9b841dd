import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";

/** Two buses: what is heard at once, and what is also sent into the room. */
export type Mixer = { length: number; dry: Soundtrack; room: Soundtrack };

export function createMixer(durationSeconds: number): Mixer {
  const length = Math.round(durationSeconds * SAMPLE_RATE);
  const silence = () => ({ left: new Float32Array(length), right: new Float32Array(length) });
  return { length, dry: silence(), room: silence() };
}

export type Placement = {
  /** Seconds. */
  start: number;
  /** −1 left … 1 right */
  pan: number;
  level: number;
  /** Part of the sound that goes into the room, 0…1. */
  room: number;
};

/** Adds `sample(index)` for `count` samples from the placement's start on; the end is cut off. */
export function addSound(
  mixer: Mixer,
  placement: Placement,
  count: number,
  sample: (index: number) => number,
) {
  const { dry, room, length } = mixer;
  const start = Math.max(0, Math.round(placement.start * SAMPLE_RATE));
  const end = Math.min(length, start + count);
  // Equal power, so that a sound keeps its loudness wherever it stands.
  const angle = ((placement.pan + 1) * Math.PI) / 4;
  const left = Math.cos(angle) * placement.level;
  const right = Math.sin(angle) * placement.level;
  for (let at = start; at < end; at++) {
    const value = sample(at - start);
    dry.left[at] = (dry.left[at] ?? 0) + value * left;
    dry.right[at] = (dry.right[at] ?? 0) + value * right;
    room.left[at] = (room.left[at] ?? 0) + value * left * placement.room;
    room.right[at] = (room.right[at] ?? 0) + value * right * placement.room;
  }
}
