import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import type { JobsContext } from "./context";
import { FAILURES, type FailureCode } from "./failure";
import type { Claim, Fence } from "./fence";
import { ACTIVE_STATUSES, moveJob } from "./transition";

/** Renders that may fail before the job does. */
export const MAX_FAILURES = 3;

/**
 * SUCCEEDED, together with what `keep` writes about the result.
 * @returns false when the claim is lost: then nothing was written. Safe to call again after an
 * error that leaves open whether the first call committed.
 */
export async function completeJob(
  ctx: JobsContext,
  { jobId, attempt }: Fence,
  keep: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return withAdmission(ctx, async (tx) => {
    const isMoved = await moveJob(ctx, tx, {
      jobId,
      attempt,
      from: ["FINALIZING"],
      to: "SUCCEEDED",
      phase: "done",
      // A first attempt leaves nothing behind that `findLeftovers` would have to look for.
      set: { progress: 100, ...(attempt === 1 ? { sweptAttempt: 1 } : {}) },
    });
    if (isMoved) {
      await keep(tx);
      return true;
    }
    const done = { id: jobId, attempt, status: "SUCCEEDED" as const };
    return (await tx.job.count({ where: done })) === 1;
  });
}

/** FAILED, for good. @returns false when the claim is lost. */
export async function endJob(
  ctx: JobsContext,
  { jobId, attempt }: Fence,
  code: FailureCode,
  detail?: string,
): Promise<boolean> {
  return withAdmission(ctx, (tx) =>
    moveJob(ctx, tx, {
      jobId,
      attempt,
      from: ACTIVE_STATUSES,
      to: "FAILED",
      phase: "failed",
      set: { errorCode: code, errorMessage: FAILURES[code] },
      ...(detail === undefined ? {} : { detail }),
    }),
  );
}

/** One more failed render: another try after a while, or the end. @returns as `endJob`. */
export async function failRender(
  ctx: JobsContext,
  claim: Claim,
  code: FailureCode,
  detail: string,
): Promise<boolean> {
  const failures = claim.failures + 1;
  if (failures >= MAX_FAILURES) return endJob(ctx, claim, code, detail);
  return ctx.db.$transaction(async (tx) => {
    const isMoved = await moveJob(ctx, tx, {
      ...fenceOf(claim),
      from: ACTIVE_STATUSES,
      to: "QUEUED",
      phase: "retrying",
      set: { failures, workerId: null },
      detail,
    });
    const delaySeconds = 2 ** (failures - 1);
    if (isMoved) await ctx.queue.resend(tx, claim.jobId, { delaySeconds });
    return isMoved;
  });
}

/** Hands the job back unharmed, to whichever worker is next. @returns as `endJob`. */
export async function releaseJob(ctx: JobsContext, claim: Fence): Promise<boolean> {
  return ctx.db.$transaction(async (tx) => {
    const isMoved = await moveJob(ctx, tx, {
      ...fenceOf(claim),
      from: ACTIVE_STATUSES,
      to: "QUEUED",
      phase: "waiting",
      set: { workerId: null },
    });
    if (isMoved) await ctx.queue.resend(tx, claim.jobId);
    return isMoved;
  });
}

/** The queue has given up on a job: whoever holds it vanished too often. */
export async function buryJob(ctx: JobsContext, jobId: string): Promise<void> {
  await withAdmission(ctx, (tx) =>
    moveJob(ctx, tx, {
      jobId,
      from: ACTIVE_STATUSES,
      to: "FAILED",
      phase: "failed",
      set: { errorCode: "WORKER_LOST", errorMessage: FAILURES.WORKER_LOST },
      detail: "dead letter",
    }),
  );
}

function fenceOf({ jobId, attempt }: Fence): Fence {
  return { jobId, attempt };
}
