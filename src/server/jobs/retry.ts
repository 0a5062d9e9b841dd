import { createHash } from "node:crypto";
import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import type { JobsContext, ViewerContext } from "./context";
import { noSuchJob } from "./read";
import { isTerminal } from "./schema";
import { createJob, type Submitted } from "./submit";

/** Throws when a recipe may not be made now. */
type RecipeCheck = (tx: Transaction, recipe: unknown) => Promise<void>;

/**
 * A new job for the same video and recipe; the old one stays as it ended. Retrying one job twice
 * gives the same new job.
 * @param requireMakeable - asked before a new job is made, in its transaction.
 * @throws NOT_FOUND, CONFLICT when it has not failed or been cancelled, or the video is deleted.
 */
export async function retryJob(
  ctx: ViewerContext,
  { jobId }: { jobId: string },
  requireMakeable: RecipeCheck,
): Promise<Submitted> {
  const job = { jobId, ownerId: ctx.viewer.id };
  return withAdmission(ctx, (tx) => startAgain(ctx, tx, job, requireMakeable));
}

/** As `retryJob`, within a transaction of `withAdmission` and for any owner; without a check for staff. */
export async function startAgain(
  ctx: JobsContext,
  tx: Transaction,
  { jobId, ownerId }: { jobId: string; ownerId: string },
  requireMakeable?: RecipeCheck,
): Promise<Submitted> {
  const job = await tx.job.findFirst({
    where: { id: jobId, ownerId },
    select: {
      status: true,
      requestHash: true,
      video: { select: { id: true, deletedAt: true, recipe: true } },
    },
  });
  if (!job) throw noSuchJob();
  const idempotencyKey = retryKey(jobId);
  const before = await tx.job.findUnique({
    where: { ownerId_idempotencyKey: { ownerId, idempotencyKey } },
    select: { id: true, videoId: true },
  });
  if (before) return { videoId: before.videoId, jobId: before.id };
  requireRetryable(job.status, job.video.deletedAt);
  await requireMakeable?.(tx, job.video.recipe);
  return createJob(ctx, tx, {
    ownerId,
    videoId: job.video.id,
    idempotencyKey,
    requestHash: job.requestHash,
  });
}

function requireRetryable(status: Parameters<typeof isTerminal>[0], deletedAt: Date | null) {
  if (!isTerminal(status)) throw new AppError("CONFLICT", "This job has not ended yet.");
  if (status === "SUCCEEDED") throw new AppError("CONFLICT", "This video is already made.");
  if (deletedAt) throw new AppError("CONFLICT", "This video is deleted. Restore it first.");
}

/** A UUID (RFC 9562 version 8) that only this job's retry can have. */
function retryKey(jobId: string): string {
  const hex = createHash("sha256").update(`t2m.retry:${jobId}`).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
