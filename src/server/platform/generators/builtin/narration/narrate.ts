import type { NarrationOutcome } from "../../schema";
import { SAMPLE_RATE } from "../encoding/video-writer";
import type { Speak } from "./flite";
import { followScenes, type NarratedScene } from "./follow-scenes";
import { isEnglish } from "./language";
import { type Phrase, shortenPhrase, splitPhrases } from "./phrases";
import { resample } from "./resample";
import { placePhrases, secondsNeeded } from "./schedule";
import { toAscii } from "./spelling";
import { trimSpeech } from "./trim";

/** Words that are told from `start` on, in seconds. */
export type NarratedPart = { text: string; start: number; seconds: number };

export type SpokenPhrase = {
  text: string;
  /** Seconds from the film's start. */
  start: number;
  end: number;
  /** Mono at 48 kHz, as it came from the voice. */
  samples: Float32Array;
};

export type Narrated = { outcome: NarrationOutcome; phrases: readonly SpokenPhrase[] };

/** Silence before the first and after the last word; a short part has shorter ones. */
const MAX_SILENCE_SECONDS = 0.5;
const SHARE_OF_SILENCE = 0.09;

/**
 * Reads parts aloud at the voice's natural pace, each within its own time; what is too long ends at the end
 * of a clause.
 * @param scenes - in their order.
 */
export async function narrate(
  speak: Speak,
  parts: readonly NarratedPart[],
  scenes: readonly NarratedScene[],
): Promise<Narrated> {
  const told = parts.filter(({ text }) => splitPhrases(text).length > 0);
  const spoken = told.filter(({ text }) => isEnglish(text));
  const phrases: SpokenPhrase[] = [];
  let isShortened = false;
  for (const part of spoken) {
    const silence = Math.min(MAX_SILENCE_SECONDS, SHARE_OF_SILENCE * part.seconds);
    const window = { start: part.start + silence, end: part.start + part.seconds - silence };
    const read = await readWithin(speak, splitPhrases(part.text), window.end - window.start);
    const own = scenes.filter(
      ({ start }) => start >= part.start - 1e-6 && start < part.start + part.seconds - 1e-6,
    );
    const starts = placePhrases(read.phrases, window, followScenes(read.phrases, own));
    isShortened ||= read.isShortened;
    read.phrases.forEach(({ text, samples, seconds }, index) => {
      const start = starts[index] ?? window.start;
      phrases.push({ text, samples, start, end: start + seconds });
    });
  }
  return { outcome: judge({ told, spoken, phrases, isShortened }), phrases };
}

function judge(read: {
  told: readonly NarratedPart[];
  spoken: readonly NarratedPart[];
  phrases: readonly SpokenPhrase[];
  isShortened: boolean;
}): NarrationOutcome {
  if (read.told.length > 0 && read.spoken.length === 0) return "language";
  if (read.phrases.length === 0) return "wordless";
  if (read.spoken.length < read.told.length) return "partly";
  return read.isShortened ? "shortened" : "spoken";
}

type Read = { text: string; endsSentence: boolean; samples: Float32Array; seconds: number };

async function readWithin(speak: Speak, phrases: readonly Phrase[], roomSeconds: number) {
  const read: Read[] = [];
  const fits = (next: Read) => secondsNeeded([...read, next]) <= roomSeconds;
  for (const phrase of phrases) {
    const whole = await readPhrase(speak, phrase);
    // A mark that has no sound is no phrase.
    if (whole.seconds === 0) continue;
    if (fits(whole)) {
      read.push(whole);
      continue;
    }
    const beginning = await readBeginning(speak, phrase, whole, fits);
    if (beginning) read.push(beginning);
    return { phrases: read, isShortened: true };
  }
  return { phrases: read, isShortened: false };
}

/** @returns the longest beginning of the phrase that fits; null when none does. */
async function readBeginning(
  speak: Speak,
  phrase: Phrase,
  whole: Read,
  fits: (read: Read) => boolean,
): Promise<Read | null> {
  for (const text of shortenPhrase(phrase)) {
    // Spoken only when its share of the whole says that it may fit.
    const seconds = (0.9 * whole.seconds * text.length) / phrase.text.length;
    if (!fits({ ...whole, seconds })) continue;
    const read = await readPhrase(speak, { text, endsSentence: true });
    if (fits(read)) return read;
  }
  return null;
}

async function readPhrase(speak: Speak, phrase: Phrase): Promise<Read> {
  const samples = resample(trimSpeech(await speak(toAscii(phrase.text))));
  return { ...phrase, samples, seconds: samples.length / SAMPLE_RATE };
}
