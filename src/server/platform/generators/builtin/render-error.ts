/**
 * The render's process ended without a film: it crashed, was killed or ran out of memory.
 * `output` is its last words, for the log and never for people.
 */
export class RenderError extends Error {
  override readonly name = "RenderError";
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;

  constructor(end: { exitCode: number | null; signal: NodeJS.Signals | null; output: string }) {
    super(`The render's process ended with ${end.signal ?? `code ${end.exitCode}`}.`);
    this.exitCode = end.exitCode;
    this.signal = end.signal;
    this.output = end.output;
  }
}
