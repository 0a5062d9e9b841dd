import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import type { JobsContext } from "./context";
import { noSuchJob } from "./read";
import { startAgain } from "./retry";
import { isTerminal } from "./schema";
import type { Submitted } from "./submit";
import { HELD_STATUSES, moveJob } from "./transition";

/**
 * Gives a job another chance, whoever's it is. One that runs, but is stuck, is taken from its worker
 * and waits again; one that has failed or been canceled gets a successor, as its owner's retry does.
 * @param record - writes down who did it, in the same transaction.
 * @returns the job that waits now.
 * @throws NOT_FOUND, CONFLICT when it waits anyway, is made, or is not the newest of its video.
 */
export async function requeueJob(
  ctx: JobsContext,
  { jobId }: { jobId: string },
  record: (tx: Transaction, requeued: Submitted) => Promise<void>,
): Promise<Submitted> {
  return withAdmission(ctx, async (tx) => {
    const job = await tx.job.findUnique({
      where: { id: jobId },
      select: { ownerId: true, status: true, video: { select: { id: true, currentJobId: true } } },
    });
    if (!job) throw noSuchJob();
    if (job.status === "QUEUED") throw new AppError("CONFLICT", "This job is waiting already.");
    if (job.video.currentJobId !== jobId) {
      throw new AppError("CONFLICT", "There is a newer job for this video.");
    }
    const requeued = isTerminal(job.status)
      ? await startAgain(ctx, tx, { jobId, ownerId: job.ownerId })
      : await takeBack(ctx, tx, { jobId, videoId: job.video.id });
    await record(tx, requeued);
    return requeued;
  });
}

/** Its worker notices by itself: every write of its carries a claim that no longer holds. */
async function takeBack(ctx: JobsContext, tx: Transaction, job: Submitted): Promise<Submitted> {
  const isMoved = await moveJob(ctx, tx, {
    jobId: job.jobId,
    from: HELD_STATUSES,
    to: "QUEUED",
    phase: "waiting",
    set: { workerId: null },
    detail: "taken from its worker",
  });
  if (!isMoved) throw new AppError("CONFLICT", "This job has just moved on by itself.");
  await ctx.queue.resend(tx, job.jobId);
  return job;
}
