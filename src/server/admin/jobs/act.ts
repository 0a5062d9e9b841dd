import type { Viewer } from "~/server/accounts/schema";
import { forceFailJob, type JobsContext, requeueJob, type Submitted } from "~/server/jobs/service";
import { recordAct } from "../audit/record";
import type { ForceFailInput, RequeueInput } from "../schema";

type Deps = JobsContext & { viewer: Viewer };

/**
 * Ends anybody's job as failed; its owner reads that it was stopped, and can try again.
 * @throws NOT_FOUND, CONFLICT when it has ended already.
 */
export async function forceFail(ctx: Deps, { jobId, reason }: ForceFailInput): Promise<void> {
  await forceFailJob(ctx, { jobId, detail: `stopped by staff: ${reason}` }, (tx) =>
    recordAct(tx, ctx.viewer, {
      action: "jobs.forceFail",
      subjectId: jobId,
      detail: { reason },
    }),
  );
}

/**
 * Gives anybody's job another chance.
 * @returns the job that waits now: a new one, or the same when it was taken from its worker.
 * @throws NOT_FOUND, CONFLICT when there is nothing to try again.
 */
export async function requeue(ctx: Deps, { jobId }: RequeueInput): Promise<Submitted> {
  return requeueJob(ctx, { jobId }, (tx, requeued) =>
    recordAct(tx, ctx.viewer, {
      action: "jobs.requeue",
      subjectId: jobId,
      detail: requeued.jobId === jobId ? {} : { successor: requeued.jobId },
    }),
  );
}
