import { SAMPLE_RATE, type Soundtrack } from "../encoding/video-writer";
import { createRandom, hash32 } from "../film/drawing/random";
import { integratedLoudness, loudestMoment } from "../sound/loudness";
import { createScape } from "./scape";
import { type HeardScene, soundsOf } from "./scene-sounds";
import { SOUNDS, type Sound, type SoundName } from "./sounds";

/** One scene's sounds fade into the next one's, half of it on each side of the cut. */
const CROSSFADE_SECONDS = 0.9;
const FIRST_FADE_SECONDS = 0.35;
const LAST_FADE_SECONDS = 1.3;

type Input = { scenes: readonly HeardScene[]; seed: number; durationSeconds: number };
/** Scenes in a row that share a sound: it is one sound. Seconds. */
type Run = { name: SoundName; start: number; end: number };

/**
 * Plays what would be heard where the film takes place, quietly enough to lie below music at −19 LUFS.
 * The same input gives the same samples.
 */
export function playAmbience({ scenes, seed, durationSeconds }: Input): Soundtrack {
  const length = Math.round(durationSeconds * SAMPLE_RATE);
  const ambience = { left: new Float32Array(length), right: new Float32Array(length) };
  for (const run of findRuns(scenes, durationSeconds))
    addRun(ambience, run, { seed, durationSeconds });
  return ambience;
}

function findRuns(scenes: readonly HeardScene[], durationSeconds: number): Run[] {
  const runs: Run[] = [];
  for (const scene of scenes) {
    for (const name of soundsOf(scene)) {
      const end = Math.min(durationSeconds, scene.start + scene.duration);
      const before = runs.find(
        (run) => run.name === name && Math.abs(run.end - scene.start) < 0.01,
      );
      if (before) before.end = end;
      else runs.push({ name, start: scene.start, end });
    }
  }
  return runs;
}

function addRun(ambience: Soundtrack, run: Run, film: { seed: number; durationSeconds: number }) {
  const isFirst = run.start < 0.01;
  const isLast = run.end > film.durationSeconds - 0.01;
  const from = isFirst ? 0 : run.start - CROSSFADE_SECONDS / 2;
  const to = isLast ? film.durationSeconds : run.end + CROSSFADE_SECONDS / 2;
  const random = createRandom(hash32(`${film.seed} ${run.name} ${run.start.toFixed(3)}`));
  const scape = createScape(to - from, random);
  const sound: Sound = SOUNDS[run.name];
  sound.paint(scape);
  const gain = gainFor(scape, sound);
  const rise = (isFirst ? FIRST_FADE_SECONDS : CROSSFADE_SECONDS) * SAMPLE_RATE;
  const fall = (isLast ? LAST_FADE_SECONDS : CROSSFADE_SECONDS) * SAMPLE_RATE;
  const first = Math.round(from * SAMPLE_RATE);
  for (const side of ["left", "right"] as const) {
    const [plane, own] = [ambience[side], scape[side]];
    for (let at = 0; at < own.length && first + at < plane.length; at++) {
      const fade = fadeOf(at / rise) * fadeOf((own.length - 1 - at) / fall);
      const value = (own[at] ?? 0) * gain * fade;
      plane[first + at] = (plane[first + at] ?? 0) + value;
    }
  }
}

/** Equal power: two sounds that have nothing in common stay as loud together as each alone. */
const fadeOf = (share: number) => (share < 1 ? Math.sin((Math.PI / 2) * share) : 1);

/** Single events are not made louder by the silence around them. */
function gainFor(scape: Soundtrack, { lufs, isSparse }: Sound): number {
  const loudness = isSparse ? loudestMoment(scape) : integratedLoudness(scape);
  return Number.isFinite(loudness) ? 10 ** ((lufs - loudness) / 20) : 0;
}
