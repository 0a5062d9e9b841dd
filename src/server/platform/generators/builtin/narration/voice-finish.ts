import { SAMPLE_RATE } from "../encoding/video-writer";
import { bandPass, filter, highPass, peak } from "../sound/biquad";

const HISS = bandPass(6_300, 1.1);
/** Part of the whole that a hiss may have before it is turned down, and by how much at most. */
const HISS_SHARE = 0.4;
const HISS_MAX_CUT = 0.65;
const RATIO = 2.5;
/** Below the mean loudness of the words. */
const KNEE_DECIBELS = -3;

/** Makes a raw voice easy to follow: rumble out, presence up, hisses tamed, loud and soft words closer. In place. */
export function finishVoice(voice: Float32Array): void {
  filter(voice, highPass(85), peak(260, -1.5, 0.9), peak(3_100, 2.5, 0.8));
  tameHisses(voice);
  compress(voice);
}

function tameHisses(voice: Float32Array) {
  const hiss = filter(voice.slice(), HISS);
  const follow = createFollower(0.002, 0.04);
  const followAll = createFollower(0.002, 0.04);
  for (let index = 0; index < voice.length; index++) {
    const [value, part] = [voice[index] ?? 0, hiss[index] ?? 0];
    const share = follow(part) / (followAll(value) + 1e-5);
    const cut = Math.min(HISS_MAX_CUT, Math.max(0, (share - HISS_SHARE) * 1.5));
    voice[index] = value - part * cut;
  }
}

/** Turns down what is louder than most of it; the mix makes up for the level. */
function compress(voice: Float32Array) {
  const threshold = meanOfWords(voice) * 10 ** (KNEE_DECIBELS / 20);
  if (threshold === 0) return;
  const follow = createFollower(0.008, 0.15);
  for (let index = 0; index < voice.length; index++) {
    const over = follow(voice[index] ?? 0) / threshold;
    if (over > 1) voice[index] = (voice[index] ?? 0) * over ** (1 / RATIO - 1);
  }
}

function meanOfWords(voice: Float32Array): number {
  let [sum, count] = [0, 0];
  for (const value of voice) {
    if (Math.abs(value) < 0.003) continue;
    sum += value * value;
    count += 1;
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

/** How loud a sound is right now, as its root mean square; times in seconds. */
function createFollower(attack: number, release: number) {
  const rise = 1 - Math.exp(-1 / (attack * SAMPLE_RATE));
  const fall = 1 - Math.exp(-1 / (release * SAMPLE_RATE));
  let power = 0;
  return (value: number) => {
    const now = value * value;
    power += (now - power) * (now > power ? rise : fall);
    return Math.sqrt(power);
  };
}
