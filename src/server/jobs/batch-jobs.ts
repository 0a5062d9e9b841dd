import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import { cancelOne } from "./cancel";
import { jobsTopic, type ViewerContext } from "./context";
import { ACTIVE_STATUSES } from "./transition";

/**
 * Makes `change` to a batch alone among everything that starts or ends jobs, then lets in what may go
 * on: pausing keeps its waiting jobs out of the queue, resuming lets them in.
 */
export async function changeBatch<Result>(
  ctx: ViewerContext,
  change: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return withAdmission(ctx, change);
}

/** Cancels every job of a batch that waits or runs, and makes `change` with it. */
export async function cancelBatchJobs<Result>(
  ctx: ViewerContext,
  batchId: string,
  change: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return withAdmission(ctx, async (tx) => {
    const result = await change(tx);
    await cancelWaiting(ctx, tx, batchId);
    const held = await tx.job.findMany({
      where: { ownerId: ctx.viewer.id, video: { batchId }, status: { in: [...ACTIVE_STATUSES] } },
      select: { id: true },
    });
    for (const { id } of held) await cancelOne(ctx, tx, id);
    return result;
  });
}

/** Those that nobody has begun: a thousand of them in one go. */
async function cancelWaiting(ctx: ViewerContext, tx: Transaction, batchId: string): Promise<void> {
  const ownerId = ctx.viewer.id;
  const canceled = await tx.$queryRaw<{ id: string }[]>`
    WITH canceled AS (
      UPDATE "Job" SET status = 'CANCELED', phase = 'canceled', "finishedAt" = now(),
        "cancelRequestedAt" = now(), "updatedAt" = now()
      FROM "Video" v
      WHERE v.id = "Job"."videoId" AND v."batchId" = ${batchId}::uuid
        AND "Job"."ownerId" = ${ownerId} AND "Job".status = 'QUEUED' AND "Job"."admittedAt" IS NULL
      RETURNING "Job".id
    ), told AS (
      INSERT INTO "JobEvent" ("jobId", "ownerId", status, phase)
      SELECT id, ${ownerId}, 'CANCELED', 'canceled' FROM canceled
    )
    SELECT id FROM canceled LIMIT 1`;
  const first = canceled[0];
  if (first) await ctx.events.publish(tx, jobsTopic(ownerId), { jobId: first.id });
}
