import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { createRandom } from "../film/drawing/random";
import type { Mood } from "../moods";
import { playAccent } from "./accents";
import { arrange } from "./arrangement";
import { BEATS_PER_BAR, beatSeconds } from "./beat";
import { type ColouringScene, colourScore } from "./colour";
import { harmonize } from "./harmony";
import { createMixer, type Mixer } from "./mixer";
import { FIGURES, playArpeggio, playBass, playDrums, playMelody, playPad } from "./parts";
import { reverberate } from "./reverb";
import { SCORES } from "./scores";

const FADE_IN_SECONDS = 0.08;
const MAX_FADE_OUT_SECONDS = 1.2;
/** An accent nearer than that to the beginning or the end would be a stumble. */
const ACCENT_MARGIN_SECONDS = 1;

export type MusicInput = {
  mood: Mood;
  seed: number;
  durationSeconds: number;
  scenes?: readonly (ColouringScene & { start: number })[];
};

/**
 * Plays a piece of music of exactly this length, at no certain loudness; it begins and ends in silence.
 * Its band follows the mood and the first scene's place and hour, its form the cuts. The same input gives
 * the same samples.
 */
export function playMusic({ mood, seed, durationSeconds, scenes = [] }: MusicInput): Soundtrack {
  const score = colourScore(SCORES[mood], scenes[0]);
  const random = createRandom(seed);
  const beat = beatSeconds(mood, durationSeconds);
  const barSeconds = BEATS_PER_BAR * beat;
  const bars = Math.max(1, Math.round(durationSeconds / barSeconds));
  const cuts = scenes.map(({ start }) => start).filter((start) => start > 0);
  const mixer = createMixer(durationSeconds);
  const chords = harmonize(score, random, bars);
  const band = { mixer, score, random, beat, figure: random.pick(FIGURES) };
  const motif = Array.from({ length: 16 }, () => ({
    sounds: random.next() < score.melody.density,
    tone: random.integer(0, 3),
  }));
  const form = {
    bars,
    cuts: cuts.map((cut) => Math.round(cut / barSeconds)),
    isDriving: score.drums.length > 1,
  };

  arrange(form, random).forEach((bar, index) => {
    const chord = chords[index];
    if (!chord) return;
    const start = index * barSeconds;
    const half = 8 * (index % 2);
    playPad(band, chord, start, bar);
    if (bar.bass > 0) playBass(band, chord, start, bar);
    if (bar.arpeggio > 0) playArpeggio(band, chord, start, bar);
    if (bar.melody > 0) playMelody(band, chord, start, bar, motif.slice(half, half + 8));
    if (bar.drums > 0 || bar.hasFill) playDrums(band, start, bar);
  });
  for (const cut of cuts) {
    const isWell = cut > ACCENT_MARGIN_SECONDS && cut < durationSeconds - ACCENT_MARGIN_SECONDS;
    if (isWell) playAccent(mixer, mood, cut, random);
  }
  return fadeEnds(mixDown(mixer, score.room));
}

function mixDown(mixer: Mixer, room: { seconds: number; level: number }): Soundtrack {
  reverberate(mixer.room, room.seconds);
  for (const side of ["left", "right"] as const) {
    const [dry, echo] = [mixer.dry[side], mixer.room[side]];
    for (let at = 0; at < dry.length; at++) dry[at] = (dry[at] ?? 0) + (echo[at] ?? 0) * room.level;
  }
  return mixer.dry;
}

function fadeEnds(sound: Soundtrack): Soundtrack {
  const { length } = sound.left;
  const fadeIn = FADE_IN_SECONDS * SAMPLE_RATE;
  const fadeOut = Math.min(MAX_FADE_OUT_SECONDS * SAMPLE_RATE, length / 3);
  for (const plane of [sound.left, sound.right]) {
    for (let index = 0; index < length; index++) {
      const rise = Math.min(1, index / fadeIn);
      const fall = Math.min(1, (length - 1 - index) / fadeOut);
      plane[index] = (plane[index] ?? 0) * rise * fall * fall;
    }
  }
  return sound;
}
