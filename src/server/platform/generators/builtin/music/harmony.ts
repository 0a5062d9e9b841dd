import type { Random } from "../film/drawing/random";
import type { Score } from "./scores";

/** The span from which notes are chosen before a voice's octave is added: around middle C. */
const CENTER = 60;

/** MIDI notes of one bar's chord, low to high, and its bass note in the same octave. */
export type Chord = { tones: readonly number[]; bass: number };

/** The chords of a piece, one a bar; it begins and ends at home. */
export function harmonize(score: Score, random: Random, bars: number): Chord[] {
  const root = CENTER - 6 + random.integer(0, 11);
  const progression = random.pick(score.progressions);
  return Array.from({ length: bars }, (_, bar) => {
    const isLast = bar === bars - 1;
    const step = isLast ? 0 : (progression[bar % progression.length] ?? 0);
    const tones = Array.from({ length: score.pad.tones }, (_, index) =>
      nearCenter(noteAt(score, root, step + 2 * index)),
    );
    return { tones: tones.sort((a, b) => a - b), bass: nearCenter(noteAt(score, root, step)) };
  });
}

/** The note some steps of the mode above the root. */
function noteAt(score: Score, root: number, step: number): number {
  const octave = Math.floor(step / 7);
  return root + 12 * octave + (score.mode[step - 7 * octave] ?? 0);
}

/** Inverted into one octave, so that the voices of a chord move little to the next. */
function nearCenter(note: number): number {
  return CENTER - 5 + ((((note - CENTER + 5) % 12) + 12) % 12);
}
