/** A text that is shown for a while; seconds from the film's start. */
export type Cue = { start: number; end: number; lines: readonly string[] };

type Told = { text: string; start: number; end: number };

/** As broadcasters have it: two lines of about forty letters (wide ones count twice). */
const MAX_COLUMNS = 42;
const MAX_LINES = 2;
const MIN_SECONDS = 1;
const LINGER_SECONDS = 0.4;
/** Two pictures between two cues, so that a change is seen. */
const GAP_SECONDS = 0.08;

/**
 * Turns what is told into cues of at most two lines. Each stays a little longer than it is told, but never
 * into the next or beyond the film's end.
 */
export function createCues(told: readonly Told[], durationSeconds: number): Cue[] {
  const pieces = told.flatMap(divide);
  return pieces.map(({ start, end, lines }, index) => {
    const next = (pieces[index + 1]?.start ?? durationSeconds + GAP_SECONDS) - GAP_SECONDS;
    const wanted = Math.max(end + LINGER_SECONDS, start + MIN_SECONDS);
    return { start, end: Math.max(start, Math.min(wanted, next, durationSeconds)), lines };
  });
}

/** A text that needs more lines becomes several cues, their times in proportion to their letters. */
function divide({ text, start, end }: Told): Cue[] {
  const lines = breakLines(text);
  const groups = Array.from({ length: Math.ceil(lines.length / MAX_LINES) }, (_, index) =>
    lines.slice(index * MAX_LINES, (index + 1) * MAX_LINES),
  );
  const total = lines.reduce((sum, line) => sum + columns(line), 0);
  let told = 0;
  return groups.map((group) => {
    const from = start + ((end - start) * told) / total;
    told += group.reduce((sum, line) => sum + columns(line), 0);
    return { start: from, end: start + ((end - start) * told) / total, lines: group };
  });
}

/** Lines as even as possible: no last line of one word. */
function breakLines(text: string): string[] {
  const units = unitsOf(text);
  const count = Math.max(1, Math.ceil(columns(text) / MAX_COLUMNS));
  const even = Math.min(MAX_COLUMNS, Math.ceil(columns(text) / count) + 4);
  const lines: string[] = [];
  for (const unit of units) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last + unit) <= even) lines[lines.length - 1] = last + unit;
    else lines.push(unit.trimStart());
  }
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** Where a line may break: at spaces, and between any two wide letters. */
const unitsOf = (text: string) =>
  text.match(
    /\s*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/gu,
  ) ?? [];

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/u;

function columns(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}
