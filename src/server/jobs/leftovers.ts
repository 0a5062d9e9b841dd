import type { JobsContext } from "./context";
import { TERMINAL_STATUSES } from "./schema";

// A worker that lost its claim may still be writing a file for a moment.
const SETTLE_MS = 60_000;
const BATCH = 50;

export type Leftovers = {
  jobId: string;
  /** Attempts that ended without a result but may have stored files. */
  attempts: number[];
  lastAttempt: number;
};

/** Ended jobs of which an attempt may have left files in the storage that belong to nothing. */
export async function findLeftovers(
  { db }: Pick<JobsContext, "db">,
  now: Date,
): Promise<Leftovers[]> {
  const rows = await db.job.findMany({
    where: {
      status: { in: [...TERMINAL_STATUSES] },
      finishedAt: { lt: new Date(now.getTime() - SETTLE_MS) },
      sweptAttempt: { lt: db.job.fields.attempt },
    },
    select: { id: true, status: true, attempt: true, sweptAttempt: true },
    take: BATCH,
  });
  return rows.map(({ id, status, attempt, sweptAttempt }) => ({
    jobId: id,
    lastAttempt: attempt,
    attempts: Array.from({ length: attempt - sweptAttempt }, (_, n) => sweptAttempt + 1 + n).filter(
      (number) => status !== "SUCCEEDED" || number !== attempt,
    ),
  }));
}

export async function markSwept(
  { db }: Pick<JobsContext, "db">,
  { jobId, lastAttempt }: Pick<Leftovers, "jobId" | "lastAttempt">,
): Promise<void> {
  await db.job.updateMany({ where: { id: jobId }, data: { sweptAttempt: lastAttempt } });
}
