import { withAdmission } from "./admission";
import { type JobsContext, TRANSACTION } from "./context";
import { ACTIVE_STATUSES, HELD_STATUSES } from "./transition";

/**
 * Repairs what a crash between two steps can leave: jobs that may run but are not in the queue, and
 * free slots that nobody filled. Cheap enough for every few seconds.
 */
export async function sweepJobs(ctx: JobsContext): Promise<void> {
  await withAdmission(ctx, async (tx) => {
    const admitted = await tx.job.findMany({
      where: { status: { in: [...ACTIVE_STATUSES] }, admittedAt: { not: null } },
      select: { id: true },
    });
    for (const { id } of admitted) await ctx.queue.send(tx, id);
  });
}

/** Delivers again, at once, what a worker was doing that is known to be dead. @returns how many. */
export async function releaseHeldBy(ctx: JobsContext, workerId: string): Promise<number> {
  const held = { workerId, status: { in: [...HELD_STATUSES] } };
  const jobs = await ctx.db.job.findMany({ where: held, select: { id: true } });
  for (const { id } of jobs) {
    await ctx.db.$transaction(async (tx) => {
      // The row lock keeps a new claim out until the old delivery is gone.
      const { count } = await tx.job.updateMany({
        where: { id, ...held },
        data: { workerId: null },
      });
      if (count > 0) await ctx.queue.resend(tx, id);
    }, TRANSACTION);
  }
  return jobs.length;
}
