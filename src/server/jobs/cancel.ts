import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import { STOP_TOPIC, type ViewerContext } from "./context";
import { getJob } from "./read";
import type { JobView } from "./schema";
import { ACTIVE_STATUSES, moveJob } from "./transition";

/**
 * Final at once: whatever a worker still does for this job changes nothing, and it is told to stop.
 * Cancelling twice is no error.
 * @throws NOT_FOUND, CONFLICT when it has ended otherwise.
 */
export async function cancelJob(
  ctx: ViewerContext,
  { jobId }: { jobId: string },
): Promise<JobView> {
  const isCanceled = await withAdmission(ctx, (tx) => cancelOne(ctx, tx, jobId));
  const view = await getJob(ctx, { jobId });
  if (!isCanceled && view.status !== "CANCELED") {
    throw new AppError("CONFLICT", "This job has already ended, so it cannot be cancelled.");
  }
  return view;
}

/**
 * Cancels what still waits or runs for a video, and makes `change` with it: alone among everything
 * that starts or ends jobs, so that no job of the video can begin or succeed in between.
 */
export async function cancelVideoJobs<Result>(
  ctx: ViewerContext,
  { videoId }: { videoId: string },
  change: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return withAdmission(ctx, async (tx) => {
    const jobs = await tx.job.findMany({
      where: { videoId, ownerId: ctx.viewer.id, status: { in: [...ACTIVE_STATUSES] } },
      select: { id: true },
    });
    for (const { id } of jobs) await cancelOne(ctx, tx, id);
    return change(tx);
  });
}

/** @returns false when the job is not the viewer's, or has ended. */
export async function cancelOne(
  ctx: ViewerContext,
  tx: Transaction,
  jobId: string,
): Promise<boolean> {
  const isMoved = await moveJob(ctx, tx, {
    jobId,
    ownerId: ctx.viewer.id,
    from: ACTIVE_STATUSES,
    to: "CANCELED",
    phase: "canceled",
    set: { cancelRequestedAt: new Date() },
  });
  if (isMoved) await ctx.events.publish(tx, STOP_TOPIC, { jobId });
  return isMoved;
}
