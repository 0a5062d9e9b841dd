import type { Mood } from "../moods";
import type { Drum } from "./drums";
import type { TimbreName } from "./timbre";

/** Semitones of the seven steps above the root. */
export const MODES = {
  lydian: [0, 2, 4, 6, 7, 9, 11],
  major: [0, 2, 4, 5, 7, 9, 11],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  minor: [0, 2, 3, 5, 7, 8, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
  phrygianDominant: [0, 1, 4, 5, 7, 8, 10],
} as const;
export type Mode = readonly number[];

/** One character a half beat, eight a bar: `x` loud, `o` soft, `-` silent. */
type Pattern = string;

type Voice = { timbre: TimbreName; level: number; octave: number; decay: number };

/** How a mood sounds: everything that the seed does not decide. */
export type Score = {
  beatsPerMinute: number;
  mode: Mode;
  /** Chords as steps of the mode, one a bar; the seed picks one row. The first is home. */
  progressions: readonly [readonly number[], ...(readonly number[])[]];
  pad: { timbre: TimbreName; level: number; attack: number; tones: 3 | 4 };
  arpeggio: Voice & { notesPerBeat: 1 | 2 | 4 };
  melody: Voice & { density: number };
  bass: Voice & { pattern: Pattern };
  drums: readonly { drum: Drum; level: number; pattern: Pattern; pan: number }[];
  room: { seconds: number; level: number };
};

export const SCORES: Record<Mood, Score> = {
  calm: {
    beatsPerMinute: 72,
    mode: MODES.lydian,
    progressions: [
      [0, 4, 5, 3],
      [0, 2, 3, 4],
      [0, 5, 1, 4],
    ],
    pad: { timbre: "warm", level: 0.13, attack: 0.9, tones: 4 },
    arpeggio: { timbre: "flute", level: 0.17, octave: 1, decay: 1.4, notesPerBeat: 1 },
    melody: { timbre: "bell", level: 0.15, octave: 2, decay: 2.2, density: 0.35 },
    bass: { timbre: "sine", level: 0.2, octave: -2, decay: 2.6, pattern: "x-------" },
    drums: [],
    room: { seconds: 3.2, level: 0.32 },
  },
  joyful: {
    beatsPerMinute: 116,
    mode: MODES.major,
    progressions: [
      [0, 4, 5, 3],
      [0, 3, 0, 4],
      [0, 5, 3, 4],
    ],
    pad: { timbre: "organ", level: 0.08, attack: 0.2, tones: 3 },
    arpeggio: { timbre: "marimba", level: 0.2, octave: 1, decay: 0.5, notesPerBeat: 2 },
    melody: { timbre: "flute", level: 0.17, octave: 1, decay: 0.8, density: 0.7 },
    bass: { timbre: "warm", level: 0.26, octave: -2, decay: 0.5, pattern: "x--xx-o-" },
    drums: [
      { drum: "kick", level: 0.3, pattern: "x---x---", pan: 0 },
      { drum: "clap", level: 0.16, pattern: "--x---x-", pan: 0.1 },
      { drum: "shaker", level: 0.12, pattern: "oxoxoxox", pan: -0.3 },
    ],
    room: { seconds: 1.2, level: 0.16 },
  },
  epic: {
    beatsPerMinute: 92,
    mode: MODES.minor,
    progressions: [
      [0, 5, 2, 6],
      [0, 3, 5, 6],
      [0, 6, 5, 4],
    ],
    pad: { timbre: "brass", level: 0.26, attack: 0.35, tones: 3 },
    arpeggio: { timbre: "strings", level: 0.12, octave: 0, decay: 0.28, notesPerBeat: 4 },
    melody: { timbre: "brass", level: 0.16, octave: 1, decay: 1.6, density: 0.4 },
    bass: { timbre: "strings", level: 0.3, octave: -2, decay: 0.7, pattern: "x-o-x-oo" },
    drums: [
      { drum: "tom", level: 0.42, pattern: "x--x--xo", pan: -0.15 },
      { drum: "kick", level: 0.4, pattern: "x---x---", pan: 0 },
    ],
    room: { seconds: 2.8, level: 0.3 },
  },
  mysterious: {
    beatsPerMinute: 64,
    mode: MODES.phrygian,
    progressions: [
      [0, 1, 0, 6],
      [0, 5, 1, 0],
      [0, 0, 1, 5],
    ],
    pad: { timbre: "strings", level: 0.14, attack: 1.4, tones: 3 },
    arpeggio: { timbre: "bell", level: 0.14, octave: 2, decay: 2.4, notesPerBeat: 1 },
    melody: { timbre: "sine", level: 0.13, octave: 1, decay: 2, density: 0.25 },
    bass: { timbre: "warm", level: 0.3, octave: -2, decay: 3.4, pattern: "x-----o-" },
    drums: [{ drum: "tom", level: 0.16, pattern: "o-------", pan: 0.2 }],
    room: { seconds: 4.5, level: 0.42 },
  },
  melancholic: {
    beatsPerMinute: 68,
    mode: MODES.minor,
    progressions: [
      [0, 5, 2, 6],
      [0, 3, 6, 2],
      [0, 4, 5, 3],
    ],
    pad: { timbre: "strings", level: 0.11, attack: 1, tones: 3 },
    arpeggio: { timbre: "piano", level: 0.2, octave: 0, decay: 1.7, notesPerBeat: 2 },
    melody: { timbre: "piano", level: 0.2, octave: 1, decay: 2.2, density: 0.4 },
    bass: { timbre: "piano", level: 0.24, octave: -2, decay: 2.4, pattern: "x---o---" },
    drums: [],
    room: { seconds: 2.6, level: 0.28 },
  },
  energetic: {
    beatsPerMinute: 126,
    mode: MODES.dorian,
    progressions: [
      [0, 6, 3, 4],
      [0, 0, 5, 6],
      [0, 2, 6, 3],
    ],
    pad: { timbre: "saw", level: 0.09, attack: 0.1, tones: 3 },
    arpeggio: { timbre: "square", level: 0.11, octave: 1, decay: 0.22, notesPerBeat: 4 },
    melody: { timbre: "saw", level: 0.11, octave: 1, decay: 0.45, density: 0.6 },
    bass: { timbre: "saw", level: 0.24, octave: -2, decay: 0.24, pattern: "oxoxoxox" },
    drums: [
      { drum: "kick", level: 0.4, pattern: "x-x-x-x-", pan: 0 },
      { drum: "hat", level: 0.14, pattern: "-x-x-x-x", pan: 0.25 },
      { drum: "clap", level: 0.2, pattern: "--x---x-", pan: -0.05 },
    ],
    room: { seconds: 0.9, level: 0.13 },
  },
};
