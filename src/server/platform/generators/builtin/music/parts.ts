import type { Random } from "../film/drawing/random";
import type { Bar } from "./arrangement";
import { BEATS_PER_BAR } from "./beat";
import { type Drum, playDrum } from "./drums";
import type { Chord } from "./harmony";
import type { Mixer } from "./mixer";
import { playStruck, playSustained } from "./notes";
import type { Score } from "./scores";

/** Who plays one bar, when and how. */
export type Band = {
  mixer: Mixer;
  score: Score;
  random: Random;
  /** Seconds. */
  beat: number;
  figure: readonly number[];
};

/** Rungs of the ladder over a chord and its octave, in the order in which an arpeggio takes them. */
export const FIGURES: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 1, 2, 3, 4, 5, 4, 3, 2, 1],
  [0, 1, 2, 3],
  [0, 2, 1, 3, 2, 4, 3, 5],
  [5, 4, 3, 2, 1, 0],
  [0, 3, 1, 4, 2, 5],
  [0, 0, 2, 0, 3, 0, 2, 0],
];

export function playPad({ mixer, score, beat }: Band, chord: Chord, start: number, bar: Bar) {
  const { timbre, attack, level } = score.pad;
  const held = BEATS_PER_BAR * beat * 0.92;
  chord.tones.forEach((midi, index) => {
    const pan = (index / (chord.tones.length - 1) - 0.5) * 0.8;
    const note = { start, pan, level: level * bar.pad, room: 1, midi, held, timbre };
    playSustained(mixer, note, { attack, release: 0.9 * attack + 0.3 });
  });
}

export function playBass({ mixer, score, beat }: Band, chord: Chord, start: number, bar: Bar) {
  const { timbre, octave, decay, pattern, level } = score.bass;
  const midi = chord.bass + 12 * octave;
  for (const { step, strength } of hits(bar.isLast ? "x-------" : pattern)) {
    const note = { start: start + (step * beat) / 2, pan: 0, room: 0.15, midi, timbre };
    playStruck(mixer, { ...note, level: level * strength * bar.bass, held: beat / 2 }, decay);
  }
}

export function playArpeggio(band: Band, chord: Chord, start: number, bar: Bar) {
  const { mixer, score, random, beat, figure } = band;
  const { timbre, octave, decay, notesPerBeat, level } = score.arpeggio;
  const count = bar.isLast ? 1 : BEATS_PER_BAR * notesPerBeat;
  const { tones } = chord;
  for (let index = 0; index < count; index++) {
    const height = (figure[index % figure.length] ?? 0) % (2 * tones.length);
    const lift = height >= tones.length ? 12 : 0;
    const accent = index % notesPerBeat === 0 ? 1 : random.between(0.6, 0.85);
    playStruck(
      mixer,
      {
        start: start + (index * beat) / notesPerBeat + random.between(0, 0.006),
        pan: random.between(-0.5, 0.5),
        level: level * accent * bar.arpeggio,
        room: 0.7,
        midi: (tones[height % tones.length] ?? 60) + lift + 12 * octave,
        held: 0,
        timbre,
      },
      decay,
    );
  }
}

export type MotifNote = { sounds: boolean; tone: number };

/** Two bars of a theme, one note a half beat at most, that bends to the chord of the moment. */
export function playMelody(
  { mixer, score, beat }: Band,
  chord: Chord,
  start: number,
  bar: Bar,
  notes: readonly MotifNote[],
) {
  const { timbre, octave, decay, level } = score.melody;
  notes.forEach(({ sounds, tone }, step) => {
    if (!sounds) return;
    const midi = (chord.tones[tone % chord.tones.length] ?? 60) + 12 * octave;
    const note = { start: start + (step * beat) / 2, pan: 0.12, room: 0.8, midi, timbre };
    playStruck(mixer, { ...note, level: level * bar.melody, held: beat / 4 }, decay);
  });
}

export function playDrums({ mixer, score, random, beat }: Band, start: number, bar: Bar) {
  for (const { drum, level, pattern, pan } of score.drums) {
    for (const { step, strength } of hits(pattern)) {
      if (bar.hasFill && step >= 6) continue;
      const placement = { start: start + (step * beat) / 2, pan, room: 0.2 };
      playDrum(mixer, drum, { ...placement, level: level * strength * bar.drums }, random);
    }
  }
  if (bar.hasFill && score.drums.length > 0) playFill({ mixer, score, random, beat }, start, bar);
}

/** Four quickening strokes on the last beat, growing louder, also where the drums only come in after it. */
function playFill({ mixer, score, random, beat }: Omit<Band, "figure">, start: number, bar: Bar) {
  const drum: Drum = score.drums.some((it) => it.drum === "tom") ? "tom" : "clap";
  const level = Math.max(...score.drums.map((it) => it.level)) * Math.max(0.6, bar.drums);
  for (const [index, step] of [3, 3.25, 3.5, 3.75].entries()) {
    const placement = { start: start + step * beat, pan: -0.3 + 0.2 * index, room: 0.3 };
    playDrum(mixer, drum, { ...placement, level: level * (0.3 + 0.15 * index) }, random);
  }
}

function hits(pattern: string) {
  return [...pattern].flatMap((mark, step) =>
    mark === "-" ? [] : [{ step, strength: mark === "x" ? 1 : 0.6 }],
  );
}
