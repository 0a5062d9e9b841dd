import {
  beginFinalizing,
  type Claim,
  claimJob,
  completeJob,
  endJob,
  failRender,
  type JobsContext,
  releaseJob,
  reportProgress,
} from "~/server/jobs/service";
import type { Generator, RenderResult } from "~/server/platform/generators/generator";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";
import { keepRender } from "~/server/videos/service";
import { fetchPictures, PictureGone } from "./fetch-pictures";
import { outlastOutage } from "./patience";
import { createProgressReporter } from "./progress-reporter";
import type { Stopper } from "./stopper";
import { removeStored, storeRender } from "./store-render";
import { inWorkDirectory } from "./work-directory";

export type RunContext = JobsContext & {
  storage: Storage;
  generators: readonly Generator[];
  log: Logger;
};

export type RunOptions = { workerId: string; workRoot: string; deadlineSeconds: number };

/**
 * Brings one delivered job to an end, or hands it back. Every write carries the claim, so a process
 * that was given up for dead and comes back changes nothing.
 */
export async function runJob(
  ctx: RunContext,
  { workerId, workRoot, deadlineSeconds }: RunOptions,
  { jobId, stopper }: { jobId: string; stopper: Stopper },
): Promise<void> {
  const claim = await claimJob(ctx, { jobId, workerId });
  if (!claim) return;
  stopper.isClaimed = true;
  const log = ctx.log.child({ jobId, attempt: claim.attempt });
  log.info("Rendering");
  const deadline = setTimeout(() => stopper.stop("late"), deadlineSeconds * 1000);
  try {
    await inWorkDirectory(workRoot, async (directory) => {
      const result = await render(ctx, claim, directory, stopper);
      await finish(ctx, claim, result, log);
    });
  } catch (error) {
    await settle(ctx, claim, stopper, error, log);
  } finally {
    clearTimeout(deadline);
  }
}

async function render(ctx: RunContext, claim: Claim, directory: string, stopper: Stopper) {
  const generator = ctx.generators.find(({ card }) => card.id === claim.recipe.model);
  if (!generator) throw new UnknownModel();
  const { signal } = stopper;
  const pictures = await fetchPictures(ctx, claim, { directory, signal });
  const reporter = createProgressReporter(async (report) => {
    const isHeld = await reportProgress(ctx, claim, report).catch((error: unknown) => {
      ctx.log.warn({ err: error, jobId: claim.jobId }, "A progress report got lost");
      return true;
    });
    if (!isHeld) stopper.stop("lost");
  });
  try {
    const result = await generator.generate({
      recipe: claim.recipe,
      pictures,
      directory,
      signal,
      onProgress: reporter.push,
    });
    if (stopper.reason === "lost") throw stopper.signal.reason;
    stopper.commit();
    return result;
  } finally {
    await reporter.close();
  }
}

async function finish(ctx: RunContext, claim: Claim, result: RenderResult, log: Logger) {
  if (!(await outlastOutage(log, () => beginFinalizing(ctx, claim)))) return;
  const stored = await storeRender(ctx.storage, claim, result);
  const isKept = await outlastOutage(log, () =>
    completeJob(ctx, claim, (tx) => keepRender(tx, claim, stored)),
  );
  if (isKept) return log.info("Done");
  await removeStored(ctx.storage, claim);
  log.info("Somebody else has this job now, or it was cancelled");
}

class UnknownModel extends Error {
  override readonly name = "UnknownModel";
}

async function settle(
  ctx: RunContext,
  claim: Claim,
  { reason }: Stopper,
  error: unknown,
  log: Logger,
): Promise<void> {
  const detail = error instanceof Error ? error.message.slice(0, 2_000) : String(error);
  if (reason === "lost") return log.info("Stopped: cancelled, or somebody else's by now");
  if (reason === "released") {
    await outlastOutage(log, () => releaseJob(ctx, claim));
    return log.info("Handed back");
  }
  log.warn({ err: error }, "The render failed");
  await outlastOutage(log, () => {
    if (reason === "late") return endJob(ctx, claim, "RENDER_TIMEOUT", detail);
    if (error instanceof PictureGone) return endJob(ctx, claim, "PICTURE_GONE", detail);
    if (error instanceof UnknownModel) return endJob(ctx, claim, "MODEL_UNKNOWN", detail);
    if (isDiskFull(error)) return endJob(ctx, claim, "STORAGE_FULL", detail);
    return failRender(ctx, claim, "RENDER_FAILED", detail);
  });
  await removeStored(ctx.storage, claim).catch(() => undefined);
}

function isDiskFull(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  const isFull = "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
  return isFull || isDiskFull(error.cause, depth + 1);
}
