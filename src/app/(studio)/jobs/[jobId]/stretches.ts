import { isTerminal, type JobMoment } from "~/server/jobs/schema";

export type StretchKind = "waiting" | "making" | "saving";

export type Stretch = { kind: StretchKind; seconds: number };

const KINDS: Record<string, StretchKind> = {
  QUEUED: "waiting",
  RUNNING: "making",
  FINALIZING: "saving",
};

/**
 * Where a job's time went. A job that was given back waits and is made again, each a stretch of its own.
 * @param nowMs - ends the last stretch of a job that has not ended.
 */
export function toStretches(history: readonly JobMoment[], nowMs: number): Stretch[] {
  const stretches: Stretch[] = [];
  history.forEach(({ status, at }, index) => {
    const kind = KINDS[status];
    if (!kind || isTerminal(status)) return;
    const next = history[index + 1];
    const endMs = next ? Date.parse(next.at) : nowMs;
    const seconds = Math.max(0, (endMs - Date.parse(at)) / 1000);
    const last = stretches.at(-1);
    if (last?.kind === kind) last.seconds += seconds;
    else stretches.push({ kind, seconds });
  });
  return stretches;
}
