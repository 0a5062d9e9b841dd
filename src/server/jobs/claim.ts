import type { Transaction } from "~/server/platform/db";
import { Recipe } from "~/server/platform/generators/schema";
import { type JobsContext, TRANSACTION } from "./context";
import { endJob } from "./end";
import type { Claim } from "./fence";
import { recordEvent } from "./transition";

/** More workers than this may vanish under one job before it is taken for the cause. */
export const MAX_LOSSES = 25;

/**
 * Takes a job over, from the waiting room or from a worker that vanished.
 * @returns null when there is nothing left to do for it.
 */
export async function claimJob(
  ctx: JobsContext,
  { jobId, workerId }: { jobId: string; workerId: string },
): Promise<Claim | null> {
  const claimed = await ctx.db.$transaction(async (tx) => {
    const row = await takeJob(tx, jobId, workerId);
    if (!row) return null;
    const video = await tx.video.findUniqueOrThrow({
      where: { id: row.videoId },
      select: { recipe: true },
    });
    await recordEvent(ctx, tx, {
      jobId,
      ownerId: row.ownerId,
      status: "RUNNING",
      phase: "starting",
      detail: `attempt ${row.attempt}, worker ${workerId}`,
    });
    return { ...row, jobId, recipe: Recipe.parse(video.recipe) };
  }, TRANSACTION);
  if (!claimed) return null;
  const { losses, ...claim } = claimed;
  if (losses <= MAX_LOSSES) return claim;
  await endJob(ctx, claim, "WORKER_LOST");
  return null;
}

type ClaimedRow = {
  attempt: number;
  losses: number;
  failures: number;
  ownerId: string;
  videoId: string;
};

async function takeJob(tx: Transaction, jobId: string, workerId: string) {
  const [row] = await tx.$queryRaw<ClaimedRow[]>`
    UPDATE "Job" SET
      attempt = attempt + 1,
      losses = losses + CASE WHEN status = 'QUEUED' THEN 0 ELSE 1 END,
      status = 'RUNNING', phase = 'starting', "workerId" = ${workerId},
      "admittedAt" = coalesce("admittedAt", now()),
      "startedAt" = coalesce("startedAt", now()), "updatedAt" = now()
    WHERE id = ${jobId}::uuid AND status IN ('QUEUED', 'RUNNING', 'FINALIZING')
    RETURNING attempt, losses, failures, "ownerId", "videoId"::text AS "videoId"`;
  return row;
}
