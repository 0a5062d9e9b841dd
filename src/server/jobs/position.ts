import type { Transaction } from "~/server/platform/db";
import { runLine } from "./line";
import { type LineNow, readLine } from "./read-line";

export type Expectation = {
  jobId: string;
  ownerId: string;
  /** How many of everybody's jobs start before this one. */
  position: number;
  /** null while nobody knows: no worker is alive, or nothing has been made yet. */
  startsInSeconds: number | null;
};

/** Everything that has not started, in the order of starting. */
export function expectStarts(line: LineNow): Expectation[] {
  const isKnown = line.capacity > 0 && line.pace !== null;
  const inHand = line.held.filter(({ isStarted }) => !isStarted);
  const starts = [...inHand.map((job) => ({ ...job, startsInSeconds: 0 })), ...runLine(line)];
  return starts.map(({ id, ownerId, startsInSeconds }, position) => ({
    jobId: id,
    ownerId,
    position,
    startsInSeconds: isKnown ? Math.round(startsInSeconds) : null,
  }));
}

/**
 * How many of everybody's jobs start before each of these, within the slots of everybody; ids that do
 * not wait, or wait in a paused batch, are left out.
 */
export async function readPositions(
  db: Transaction,
  jobIds: readonly string[],
): Promise<Map<string, number>> {
  if (jobIds.length === 0) return new Map();
  const asked = new Set(jobIds);
  const starts = expectStarts(await readLine(db));
  return new Map(
    starts.flatMap(({ jobId, position }) => (asked.has(jobId) ? [[jobId, position]] : [])),
  );
}
