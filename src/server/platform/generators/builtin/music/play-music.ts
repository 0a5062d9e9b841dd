import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { createRandom, type Random } from "../film/random";
import type { Mood } from "../moods";
import { playDrum } from "./drums";
import { type Chord, harmonize } from "./harmony";
import { createMixer, type Mixer } from "./mixer";
import { playStruck, playSustained } from "./notes";
import { reverberate } from "./reverb";
import { SCORES, type Score } from "./scores";

const BEATS_PER_BAR = 4;
const FADE_IN_SECONDS = 0.08;
const MAX_FADE_OUT_SECONDS = 1.6;

export type MusicInput = { mood: Mood; seed: number; durationSeconds: number };

/**
 * Plays a piece of music of exactly this length, at no certain loudness; it begins and ends in silence. The
 * same input gives the same samples.
 */
export function playMusic({ mood, seed, durationSeconds }: MusicInput): Soundtrack {
  const score = SCORES[mood];
  const random = createRandom(seed);
  const bars = Math.max(
    1,
    Math.round((durationSeconds * score.beatsPerMinute) / 60 / BEATS_PER_BAR),
  );
  // The tempo gives way a little, so that the piece ends where the film does.
  const beat = durationSeconds / bars / BEATS_PER_BAR;
  const mixer = createMixer(durationSeconds);
  const band = { mixer, score, random, beat };
  const chords = harmonize(score, random, bars);
  const motif = Array.from({ length: 16 }, () => ({
    sounds: random.next() < score.melody.density,
    tone: random.integer(0, 3),
  }));

  chords.forEach((chord, bar) => {
    const start = bar * BEATS_PER_BAR * beat;
    const isLast = bar === bars - 1 && bars > 2;
    playPad(band, chord, start);
    playBass(band, chord, start, isLast);
    playArpeggio(band, chord, start, isLast);
    if (bars < 4 || bar > 0) playMelody(band, chord, start, motif, bar % 2);
    if (!isLast) playDrums(band, start, bars >= 4 && bar === 0 ? 0.5 : 1);
  });

  reverberate(mixer.room, score.room.seconds);
  for (const side of ["left", "right"] as const) {
    const [dry, room] = [mixer.dry[side], mixer.room[side]];
    for (let at = 0; at < dry.length; at++) {
      dry[at] = (dry[at] ?? 0) + (room[at] ?? 0) * score.room.level;
    }
  }
  for (const plane of [mixer.dry.left, mixer.dry.right]) fade(plane);
  return mixer.dry;
}

type Band = { mixer: Mixer; score: Score; random: Random; beat: number };

function playPad({ mixer, score, beat }: Band, chord: Chord, start: number) {
  const { timbre, attack } = score.pad;
  const held = BEATS_PER_BAR * beat * 0.92;
  chord.tones.forEach((midi, index) => {
    const pan = (index / (chord.tones.length - 1) - 0.5) * 0.8;
    const level = score.pad.level;
    playSustained(
      mixer,
      { start, pan, level, room: 1, midi, held, timbre },
      { attack, release: 0.9 * attack + 0.3 },
    );
  });
}

function playBass({ mixer, score, beat }: Band, chord: Chord, start: number, isLast: boolean) {
  const { timbre, octave, decay, pattern } = score.bass;
  const midi = chord.bass + 12 * octave;
  for (const { step, strength } of hits(isLast ? "x-------" : pattern)) {
    const note = { start: start + (step * beat) / 2, pan: 0, room: 0.15, midi, timbre };
    playStruck(mixer, { ...note, level: score.bass.level * strength, held: beat / 2 }, decay);
  }
}

function playArpeggio(band: Band, chord: Chord, start: number, isLast: boolean) {
  const { mixer, score, random, beat } = band;
  const { timbre, octave, decay, notesPerBeat, level } = score.arpeggio;
  const count = isLast ? 1 : BEATS_PER_BAR * notesPerBeat;
  const { tones } = chord;
  for (let index = 0; index < count; index++) {
    // Up and down again over the chord and its octave.
    const ladder = 2 * tones.length;
    const rung = index % (2 * ladder - 2);
    const height = rung < ladder ? rung : 2 * ladder - 2 - rung;
    const lift = height >= tones.length ? 12 : 0;
    playStruck(
      mixer,
      {
        start: start + (index * beat) / notesPerBeat + random.between(0, 0.006),
        pan: random.between(-0.5, 0.5),
        level: level * (index % notesPerBeat === 0 ? 1 : random.between(0.6, 0.85)),
        room: 0.7,
        midi: (tones[height % tones.length] ?? 60) + lift + 12 * octave,
        held: 0,
        timbre,
      },
      decay,
    );
  }
}

type MotifNote = { sounds: boolean; tone: number };

/** Two bars of a theme, one note a half beat at most, that bends to the chord of the moment. */
function playMelody(
  { mixer, score, beat }: Band,
  chord: Chord,
  start: number,
  motif: readonly MotifNote[],
  half: number,
) {
  const { timbre, octave, decay, level } = score.melody;
  motif.slice(8 * half, 8 * half + 8).forEach(({ sounds, tone }, step) => {
    if (!sounds) return;
    const midi = (chord.tones[tone % chord.tones.length] ?? 60) + 12 * octave;
    const note = { start: start + (step * beat) / 2, pan: 0.12, room: 0.8, midi, timbre };
    playStruck(mixer, { ...note, level, held: beat / 4 }, decay);
  });
}

function playDrums({ mixer, score, random, beat }: Band, start: number, strengthOfBar: number) {
  for (const { drum, level, pattern, pan } of score.drums) {
    for (const { step, strength } of hits(pattern)) {
      const placement = { start: start + (step * beat) / 2, pan, room: 0.2 };
      playDrum(mixer, drum, { ...placement, level: level * strength * strengthOfBar }, random);
    }
  }
}

function hits(pattern: string) {
  return [...pattern].flatMap((mark, step) =>
    mark === "-" ? [] : [{ step, strength: mark === "x" ? 1 : 0.6 }],
  );
}

function fade(plane: Float32Array) {
  const fadeIn = FADE_IN_SECONDS * SAMPLE_RATE;
  const fadeOut = Math.min(MAX_FADE_OUT_SECONDS * SAMPLE_RATE, plane.length / 3);
  for (let index = 0; index < plane.length; index++) {
    const rise = Math.min(1, index / fadeIn);
    const fall = Math.min(1, (plane.length - 1 - index) / fadeOut);
    plane[index] = (plane[index] ?? 0) * rise * fall * fall;
  }
}
