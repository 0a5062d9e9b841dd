import { SAMPLE_RATE } from "../encoding/video-writer";
import type { Random } from "../film/drawing/random";
import { addSound, type Mixer, type Placement } from "./mixer";

export type Drum = "kick" | "tom" | "clap" | "shaker" | "hat";

/** How the skin's tone falls from `high` to `low` hertz, and how much of the sound is noise. */
type DrumSound = { high: number; low: number; decay: number; noise: number; brightness: number };

const SOUNDS: Record<Drum, DrumSound> = {
  kick: { high: 130, low: 46, decay: 0.28, noise: 0.02, brightness: 0.3 },
  tom: { high: 120, low: 62, decay: 0.7, noise: 0.1, brightness: 0.12 },
  clap: { high: 0, low: 0, decay: 0.16, noise: 0.8, brightness: 0.45 },
  shaker: { high: 0, low: 0, decay: 0.07, noise: 0.5, brightness: 0.85 },
  hat: { high: 0, low: 0, decay: 0.045, noise: 0.6, brightness: 0.95 },
};

export function playDrum(mixer: Mixer, drum: Drum, placement: Placement, random: Random) {
  const sound = SOUNDS[drum];
  const fade = Math.exp(-4.6 / (sound.decay * SAMPLE_RATE));
  const attack = Math.round(0.002 * SAMPLE_RATE);
  const tonal = sound.high > 0 ? 1 : 0;
  let loudness = 1;
  let phase = 0;
  let smooth = 0;
  let pitch = 1;
  addSound(mixer, placement, Math.round(sound.decay * 1.4 * SAMPLE_RATE), (index) => {
    loudness *= fade;
    pitch *= 1 - 30 / SAMPLE_RATE;
    phase += (sound.low + (sound.high - sound.low) * pitch) / SAMPLE_RATE;
    const white = random.next() * 2 - 1;
    // One pole: below the brightness it is a low-pass, and white − smooth is its high-pass.
    smooth += (white - smooth) * (1 - sound.brightness);
    const noise = tonal ? smooth : white - smooth;
    const body = tonal * Math.sin(2 * Math.PI * phase) * (1 - sound.noise);
    return (body + noise * sound.noise) * loudness * Math.min(1, index / attack);
  });
}
