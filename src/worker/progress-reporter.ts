import { setTimeout as wait } from "node:timers/promises";
import type { RenderProgress } from "~/server/platform/generators/generator";

const MIN_INTERVAL_MS = 250;
/** What is left for hashing and storing. */
const RENDER_PERCENT = 95;

export type Report = { phase: string; percent: number; frame?: Uint8Array | undefined };

export type ProgressReporter = {
  push(progress: RenderProgress): void;
  /** Sends nothing more; resolves when the last report has arrived. */
  close(): Promise<void>;
};

/**
 * Turns a render's many small steps into at most four reports a second, the newest winning.
 * `send` never rejects.
 */
export function createProgressReporter(send: (report: Report) => Promise<void>): ProgressReporter {
  let next: Report | undefined;
  let last = { phase: "", percent: -1 };
  let sending: Promise<void> | undefined;
  const closed = new AbortController();

  async function sendAll() {
    while (next && !closed.signal.aborted) {
      const report = next;
      next = undefined;
      last = report;
      await send(report);
      await wait(MIN_INTERVAL_MS, undefined, { signal: closed.signal }).catch(() => undefined);
    }
    sending = undefined;
  }

  return {
    push({ phase, fraction, frame }) {
      const percent = Math.floor(Math.min(1, Math.max(0, fraction)) * RENDER_PERCENT);
      if (closed.signal.aborted) return;
      if (!frame && !next && phase === last.phase && percent <= last.percent) return;
      next = {
        phase,
        percent: Math.max(percent, next?.percent ?? 0),
        frame: frame ?? next?.frame,
      };
      sending ??= sendAll();
    },
    async close() {
      closed.abort();
      await sending;
    },
  };
}
