import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { integratedLoudness, setLoudness } from "./loudness";
import { peakAt } from "./true-peak";

/** What the issue of loudness on the web has settled on for speech and music alike. */
const TARGET_LUFS = -16;
const TOLERANCE = 0.15;
const MAX_PASSES = 4;
/** −2.2 dBTP: AAC at 128 kbit/s overshoots by a decibel at most. */
const CEILING = 10 ** (-2.2 / 20);
const ATTACK = Math.exp(-1 / (0.003 * SAMPLE_RATE));
const RELEASE = Math.exp(-1 / (0.12 * SAMPLE_RATE));

/** Brings a mix to −16 LUFS and keeps its true peaks below −2.2 dBTP. In place; silence stays silence. */
export function master(sound: Soundtrack): void {
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const loudness = integratedLoudness(sound);
    if (!Number.isFinite(loudness)) return;
    if (pass > 0 && Math.abs(loudness - TARGET_LUFS) < TOLERANCE) return;
    setLoudness(sound, TARGET_LUFS);
    limit(sound);
  }
}

/** Peak limiter: going backwards the gain falls before a peak, going forwards it recovers after. */
function limit({ left, right }: Soundtrack) {
  const gains = new Float32Array(left.length);
  let reduction = 0;
  for (let index = left.length - 1; index >= 0; index--) {
    const peak = Math.max(peakAt(left, index, CEILING), peakAt(right, index, CEILING));
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
