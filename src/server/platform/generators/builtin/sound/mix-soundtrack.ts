import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import type { SpokenPhrase } from "../narration/narrate";
import { finishVoice } from "../narration/voice-finish";
import { duck } from "./duck";
import { setLoudness } from "./loudness";
import { master } from "./master";

/** Before all of it is brought to the loudness of the web: what counts is the distance. */
const MUSIC_LUFS = -19;
const VOICE_LUFS = -16;

/** What is heard in a film, layer by layer, all of one length. */
export type Layers = {
  music: Soundtrack;
  /** Already as loud as it is meant beside music at −19 LUFS. */
  ambience?: Soundtrack;
  phrases: readonly SpokenPhrase[];
};

/**
 * Puts a voice over music and the sounds of the place, which make room for it. @returns −16 LUFS with true peaks that stay below
 * −1 dBTP once they are AAC. Uses the layers up.
 */
export function mixSoundtrack({ music, ambience, phrases }: Layers): Soundtrack {
  setLoudness(music, MUSIC_LUFS);
  if (ambience) {
    add(music.left, ambience.left);
    add(music.right, ambience.right);
  }
  duck(music, phrases);
  if (phrases.length > 0) {
    const voice = layOutVoice(phrases, music.left.length);
    for (const plane of [music.left, music.right]) add(plane, voice.left);
  }
  master(music);
  return music;
}

function layOutVoice(phrases: readonly SpokenPhrase[], length: number): Soundtrack {
  const voice = new Float32Array(length);
  for (const { start, samples } of phrases) {
    const at = Math.round(start * SAMPLE_RATE);
    voice.set(samples.subarray(0, Math.max(0, length - at)), at);
  }
  finishVoice(voice);
  // One plane stands for both ears.
  const middle = { left: voice, right: voice.slice() };
  setLoudness(middle, VOICE_LUFS);
  return middle;
}

function add(plane: Float32Array, other: Float32Array) {
  for (let index = 0; index < plane.length; index++) {
    plane[index] = (plane[index] ?? 0) + (other[index] ?? 0);
  }
}
