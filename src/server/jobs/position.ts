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

type Positions = ReadonlyMap<string, number>;

/** A line this long moves little within a second, and running it ahead takes a tenth of one. */
const LONG_LINE = 500;
const SHARED_MS = 1_000;
const shared = new WeakMap<Transaction, { positions: Positions; readAt: number }>();

/**
 * How many of everybody's jobs start before each of these, within the slots of everybody; ids that do
 * not wait, or wait in a paused batch, are left out. Of a long line it is up to a second old.
 */
export async function readPositions(
  db: Transaction,
  jobIds: readonly string[],
): Promise<Map<string, number>> {
  if (jobIds.length === 0) return new Map();
  const recent = shared.get(db);
  const isRecent = recent && performance.now() - recent.readAt < SHARED_MS;
  const positions = isRecent ? recent.positions : await readAllPositions(db);
  return new Map(
    jobIds.flatMap((id) => {
      const position = positions.get(id);
      return position === undefined ? [] : [[id, position]];
    }),
  );
}

async function readAllPositions(db: Transaction): Promise<Positions> {
  const starts = expectStarts(await readLine(db));
  const positions = new Map(starts.map(({ jobId, position }) => [jobId, position]));
  if (positions.size >= LONG_LINE) shared.set(db, { positions, readAt: performance.now() });
  return positions;
}
