import type { Speech } from "./flite";

const QUIET = 0.012;
const PAD_SECONDS = 0.03;
const FADE_SECONDS = 0.012;

/** Takes the silence before and after the words away; what is left, if anything, fades in and out. */
export function trimSpeech({ samples, sampleRate }: Speech): Speech {
  const loudest = samples.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);
  if (loudest === 0) return { samples: new Float32Array(), sampleRate };
  const isHeard = (value: number) => Math.abs(value) > QUIET * loudest;
  const pad = Math.round(PAD_SECONDS * sampleRate);
  const first = Math.max(0, samples.findIndex(isHeard) - pad);
  const last = Math.min(samples.length, samples.findLastIndex(isHeard) + 2 * pad);
  const trimmed = samples.slice(first, last);
  const fade = Math.min(Math.round(FADE_SECONDS * sampleRate), trimmed.length >> 1);
  for (let index = 0; index < fade; index++) {
    const gain = index / fade;
    const mirrored = trimmed.length - 1 - index;
    trimmed[index] = (trimmed[index] ?? 0) * gain;
    trimmed[mirrored] = (trimmed[mirrored] ?? 0) * gain;
  }
  return { samples: trimmed, sampleRate };
}
