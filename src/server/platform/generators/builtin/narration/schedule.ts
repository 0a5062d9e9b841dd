/** Seconds of silence after a phrase. */
const PAUSE = { sentence: 0.42, phrase: 0.16 };
/** Longest silence inside a sentence that waits for its scene. */
const MAX_WAIT_IN_SENTENCE = 1.2;
const AFTER_CUT_SECONDS = 0.3;

export type Timed = { seconds: number; endsSentence: boolean };

/** Seconds that phrases need when each follows the one before. */
export function secondsNeeded(phrases: readonly Timed[]): number {
  return phrases.reduce(
    (sum, { seconds }, index) => sum + seconds + (index > 0 ? pauseAfter(phrases[index - 1]) : 0),
    0,
  );
}

/**
 * Says when each phrase begins, within a window that has room for all: with its scene where it can, never
 * before the one before it has ended, and early enough for those after it.
 * @param cuts - when the scene of each begins, ascending seconds.
 */
export function placePhrases(
  phrases: readonly Timed[],
  window: { start: number; end: number },
  cuts: readonly number[],
): number[] {
  const starts: number[] = [];
  let free = window.start;
  phrases.forEach((phrase, index) => {
    const rest = phrases.slice(index);
    const latest = Math.max(free, window.end - secondsNeeded(rest));
    const wanted = index === 0 ? window.start : (cuts[index] ?? 0) + AFTER_CUT_SECONDS;
    const patience = phrases[index - 1]?.endsSentence === false ? MAX_WAIT_IN_SENTENCE : Infinity;
    const start = Math.max(free, Math.min(wanted, latest, free + patience));
    starts.push(start);
    free = start + phrase.seconds + pauseAfter(phrase);
  });
  return starts;
}

const pauseAfter = (phrase: Timed | undefined) =>
  phrase?.endsSentence ? PAUSE.sentence : PAUSE.phrase;
