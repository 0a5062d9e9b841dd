import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { integratedLoudness } from "./loudness";

const TARGET_LUFS = -17;
/** −2 dBFS: AAC overshoots by some tenths of a decibel. */
const CEILING = 10 ** (-2 / 20);
const FADE_IN_SECONDS = 0.08;
const MAX_FADE_OUT_SECONDS = 1.6;
const ATTACK = Math.exp(-1 / (0.003 * SAMPLE_RATE));
const RELEASE = Math.exp(-1 / (0.12 * SAMPLE_RATE));

/** Fades both ends, brings the music to −17 LUFS and keeps its peaks below −2 dBFS. In place. */
export function master(sound: Soundtrack) {
  const planes = [sound.left, sound.right];
  for (const plane of planes) fade(plane);
  const gain = 10 ** ((TARGET_LUFS - integratedLoudness(sound)) / 20);
  if (!Number.isFinite(gain)) return;
  for (const plane of planes) {
    for (let index = 0; index < plane.length; index++) plane[index] = (plane[index] ?? 0) * gain;
  }
  limit(sound);
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

/** Peak limiter: going backwards the gain falls before a peak, going forwards it recovers after. */
function limit({ left, right }: Soundtrack) {
  const gains = new Float32Array(left.length);
  let reduction = 0;
  for (let index = left.length - 1; index >= 0; index--) {
    const peak = Math.max(Math.abs(left[index] ?? 0), Math.abs(right[index] ?? 0), CEILING);
    reduction = Math.max(1 - CEILING / peak, reduction * ATTACK);
    gains[index] = reduction;
  }
  reduction = 0;
  for (let index = 0; index < left.length; index++) {
    reduction = Math.max(gains[index] ?? 0, reduction * RELEASE);
    left[index] = (left[index] ?? 0) * (1 - reduction);
    right[index] = (right[index] ?? 0) * (1 - reduction);
  }
}
