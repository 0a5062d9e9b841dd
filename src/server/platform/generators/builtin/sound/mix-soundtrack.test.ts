import { describe, expect, it } from "vitest";
import { SAMPLE_RATE } from "../encoding/video-writer";
import { createRandom } from "../film/drawing/random";
import { MOODS } from "../moods";
import { playMusic } from "../music/play-music";
import type { SpokenPhrase } from "../narration/narrate";
import { duck } from "./duck";
import { integratedLoudness } from "./loudness";
import { mixSoundtrack } from "./mix-soundtrack";
import { truePeak } from "./true-peak";

const decibels = (level: number) => 20 * Math.log10(level);
const loudnessOf = (plane = new Float32Array()) =>
  integratedLoudness({ left: plane, right: plane });

/** Syllables of noise, which is as lively as speech. */
function phrase(start: number, end: number): SpokenPhrase {
  const random = createRandom(3);
  const samples = Float32Array.from({ length: (end - start) * SAMPLE_RATE }, (_, at) => {
    const syllable = Math.max(0, Math.sin((2 * Math.PI * 4 * at) / SAMPLE_RATE));
    return 0.3 * syllable * (random.next() * 2 - 1);
  });
  return { text: "words", start, end, samples };
}

const NARRATED = [phrase(0.3, 1.4), phrase(1.7, 2.5)];

describe("the mix", () => {
  it.each([
    ...MOODS.map((mood) => [mood, "with a voice", NARRATED] as const),
    ...(["epic", "calm"] as const).map((mood) => [mood, "without a voice", []] as const),
  ])("of %s music %s is at −16 LUFS with true peaks below −2 dBTP", (mood, _, phrases) => {
    const music = playMusic({ mood, seed: 3, durationSeconds: 3 });
    const mix = mixSoundtrack({ music, phrases });
    expect(Math.abs(integratedLoudness(mix) + 16)).toBeLessThan(0.3);
    expect(decibels(truePeak(mix))).toBeLessThan(-2);
  });
});

describe("ducking", () => {
  const steady = () => ({
    left: new Float32Array(6 * SAMPLE_RATE).fill(0.1),
    right: new Float32Array(6 * SAMPLE_RATE).fill(0.1),
  });
  const gainAt = (plane: Float32Array, seconds: number) =>
    decibels((plane[Math.round(seconds * SAMPLE_RATE)] ?? 0) / 0.1);

  it("has the music down by 6 to 9 dB when the first word is heard, and up again after the last", () => {
    const music = steady();
    duck(music, [{ start: 2, end: 4 }]);
    expect(gainAt(music.left, 1.6)).toBeCloseTo(0, 3);
    for (const seconds of [2, 3, 4]) {
      expect(gainAt(music.right, seconds)).toBeLessThan(-6);
      expect(gainAt(music.right, seconds)).toBeGreaterThan(-9);
    }
    expect(gainAt(music.left, 4.8)).toBeCloseTo(0, 3);
  });

  it("never moves faster than 60 dB a second, and stays down in a short silence", () => {
    const { left, right } = steady();
    duck({ left, right }, [
      { start: 1, end: 2 },
      { start: 2.6, end: 3.5 },
    ]);
    for (let at = 480; at < left.length; at += 480) {
      const step = decibels((left[at] ?? 0) / (left[at - 480] ?? 1));
      expect(Math.abs(step)).toBeLessThan(0.6);
    }
    expect(gainAt(left, 2.3)).toBeLessThan(-6);
  });
});

it("A voice stands at least 8 dB above the music that it is mixed with", () => {
  const voice = phrase(1, 4);
  const upsideDown = { ...voice, samples: voice.samples.map((sample) => -sample) };
  const [mix, other] = [voice, upsideDown].map((spoken) =>
    mixSoundtrack({
      music: playMusic({ mood: "epic", seed: 3, durationSeconds: 5 }),
      phrases: [spoken],
    }).left.slice(1.2 * SAMPLE_RATE, 3.8 * SAMPLE_RATE),
  );
  // What both have in common is the music; what tells them apart, the voice.
  const heard = mix?.map((sample, at) => (sample - (other?.[at] ?? 0)) / 2);
  const below = mix?.map((sample, at) => (sample + (other?.[at] ?? 0)) / 2);
  expect(loudnessOf(heard)).toBeGreaterThan(loudnessOf(below) + 8);
});
