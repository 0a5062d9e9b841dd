import { withAdmission } from "./admission";
import { type JobsContext, STOP_TOPIC } from "./context";
import { TERMINAL_STATUSES } from "./schema";
import { ACTIVE_STATUSES, moveJob } from "./transition";

/** Cancels whatever somebody has waiting or running: they are leaving. */
export async function cancelOwnersJobs(ctx: JobsContext, ownerId: string): Promise<void> {
  const active = { ownerId, status: { in: [...ACTIVE_STATUSES] } };
  if ((await ctx.db.job.count({ where: active })) === 0) return;
  await withAdmission(ctx, async (tx) => {
    const jobs = await tx.job.findMany({ where: active, select: { id: true } });
    for (const { id: jobId } of jobs) {
      const isMoved = await moveJob(ctx, tx, {
        jobId,
        ownerId,
        from: ACTIVE_STATUSES,
        to: "CANCELED",
        phase: "canceled",
        set: { cancelRequestedAt: new Date() },
      });
      if (isMoved) await ctx.events.publish(tx, STOP_TOPIC, { jobId });
    }
  });
}

/** Whether something of somebody's still runs, or may have left files that nobody has looked for yet. */
export async function hasUnsettledJobs(
  { db }: Pick<JobsContext, "db">,
  ownerId: string,
): Promise<boolean> {
  const unsettled = await db.job.count({
    where: {
      ownerId,
      OR: [
        { status: { notIn: [...TERMINAL_STATUSES] } },
        { sweptAttempt: { lt: db.job.fields.attempt } },
      ],
    },
  });
  return unsettled > 0;
}
