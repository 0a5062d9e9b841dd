import { SAMPLE_RATE } from "../encoding/video-writer";
import { addSound, type Mixer, type Placement } from "./mixer";
import { frequencyOf, type TimbreName, tableStep, waveTable } from "./timbre";

export type Note = Placement & {
  midi: number;
  /** Seconds the key is held. */
  held: number;
  timbre: TimbreName;
};

/** Seconds. */
type Swell = { attack: number; release: number };

/** A tone that rises, stays and falls: pads, strings, brass. Two voices a few cents apart. */
export function playSustained(mixer: Mixer, note: Note, swell: Swell) {
  const attack = Math.max(1, Math.round(Math.min(swell.attack, note.held) * SAMPLE_RATE));
  const held = Math.round(note.held * SAMPLE_RATE);
  const release = Math.round(swell.release * SAMPLE_RATE);
  for (const side of [-1, 1]) {
    const tone = createTone(note.timbre, frequencyOf(note.midi + side * 0.05));
    const pan = Math.max(-1, Math.min(1, note.pan + side * 0.35));
    addSound(mixer, { ...note, pan, level: note.level / 2 }, held + release, (index) => {
      const rise = index < attack ? index / attack : 1;
      const fall = index < held ? 1 : 1 - (index - held) / release;
      return tone() * rise * rise * fall * fall;
    });
  }
}

/** A tone that is struck and dies away: bells, piano, marimba, plucked bass. */
export function playStruck(mixer: Mixer, note: Note, decaySeconds: number) {
  const attack = Math.round(0.004 * SAMPLE_RATE);
  const tail = Math.round(0.06 * SAMPLE_RATE);
  const count = Math.round((note.held + decaySeconds) * SAMPLE_RATE);
  const fade = Math.exp(-4.6 / (decaySeconds * SAMPLE_RATE));
  const tone = createTone(note.timbre, frequencyOf(note.midi));
  let loudness = 1;
  addSound(mixer, note, count, (index) => {
    loudness *= fade;
    const rise = index < attack ? index / attack : 1;
    const end = Math.min(1, (count - index) / tail);
    return tone() * loudness * rise * end;
  });
}

function createTone(timbre: TimbreName, frequency: number): () => number {
  const table = waveTable(timbre, frequency);
  const step = tableStep(frequency);
  const length = table.length - 1;
  let position = 0;
  return () => {
    const index = Math.floor(position);
    const from = table[index] ?? 0;
    const value = from + ((table[index + 1] ?? 0) - from) * (position - index);
    position += step;
    if (position >= length) position -= length;
    return value;
  };
}
