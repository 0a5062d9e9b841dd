import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import { type JobsContext, STOP_TOPIC } from "./context";
import { FAILURES } from "./failure";
import { noSuchJob } from "./read";
import { ACTIVE_STATUSES, moveJob } from "./transition";

/**
 * FAILED, whoever's job it is: its worker is told to stop, and the slot goes to whoever waits.
 * @param detail - why, for people who look into what happened; its owner does not read it.
 * @param record - writes down who did it, in the same transaction.
 * @throws NOT_FOUND, CONFLICT when it has ended already.
 */
export async function forceFailJob(
  ctx: JobsContext,
  { jobId, detail }: { jobId: string; detail: string },
  record: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await withAdmission(ctx, async (tx) => {
    const isMoved = await moveJob(ctx, tx, {
      jobId,
      from: ACTIVE_STATUSES,
      to: "FAILED",
      phase: "failed",
      set: { errorCode: "STOPPED_BY_STAFF", errorMessage: FAILURES.STOPPED_BY_STAFF },
      detail,
    });
    if (!isMoved) {
      if ((await tx.job.count({ where: { id: jobId } })) === 0) throw noSuchJob();
      throw new AppError("CONFLICT", "This job has already ended.");
    }
    await ctx.events.publish(tx, STOP_TOPIC, { jobId });
    await record(tx);
  });
}
