import { SAMPLE_RATE } from "../encoding/video-writer";
import type { Random } from "../film/drawing/random";
import type { Mood } from "../moods";
import { addSound, type Mixer } from "./mixer";

const RISE_SECONDS = 0.85;
const LEVELS: Record<Mood, { swell: number; boom: number }> = {
  calm: { swell: 0.018, boom: 0 },
  joyful: { swell: 0.03, boom: 0 },
  epic: { swell: 0.05, boom: 0.26 },
  mysterious: { swell: 0.035, boom: 0.14 },
  melancholic: { swell: 0.014, boom: 0 },
  energetic: { swell: 0.05, boom: 0.18 },
};

/** Marks a cut: air that swells towards it, and in some moods a deep stroke on it. */
export function playAccent(mixer: Mixer, mood: Mood, cutSeconds: number, random: Random): void {
  const { swell, boom } = LEVELS[mood];
  const rise = Math.round(RISE_SECONDS * SAMPLE_RATE);
  const tail = Math.round(0.22 * SAMPLE_RATE);
  for (const pan of [-0.6, 0.6]) {
    let [low, high] = [0, 0];
    const placement = {
      start: Math.max(0, cutSeconds - RISE_SECONDS),
      pan,
      level: swell,
      room: 0.6,
    };
    addSound(mixer, placement, rise + tail, (index) => {
      const t = Math.min(1, index / rise);
      const fall = index > rise ? 1 - (index - rise) / tail : 1;
      const white = random.next() * 2 - 1;
      // Two poles, one opening as it swells, one keeping it off the bass.
      high += (white - high) * (0.08 + 0.5 * t);
      low += (high - low) * 0.04;
      return (high - low) * t ** 3 * fall ** 2;
    });
  }
  if (boom === 0) return;
  const count = Math.round(1.1 * SAMPLE_RATE);
  addSound(mixer, { start: cutSeconds, pan: 0, level: boom, room: 0.5 }, count, (index) => {
    const seconds = index / SAMPLE_RATE;
    const pitch = 2 * Math.PI * (52 * seconds + 1.6 * (1 - Math.exp(-14 * seconds)));
    return Math.sin(pitch) * Math.exp(-4.2 * seconds) * Math.min(1, index / 200);
  });
}
