import { AppError } from "~/server/errors";
import { cancelBatchJobs, changeBatch } from "~/server/jobs/service";
import type { Transaction } from "~/server/platform/db";
import type { BatchesContext } from "./context";
import { getBatch, noSuchBatch } from "./read";
import type { BatchDetail } from "./schema";

type Context = Omit<BatchesContext, "models">;
type Asked = { batchId: string };

/** What is being made is finished; nothing new begins until it is resumed. Pausing twice is no error. */
export async function pauseBatch(ctx: Context, { batchId }: Asked): Promise<BatchDetail> {
  const mine = { id: batchId, ownerId: ctx.viewer.id };
  await changeBatch(ctx, async (tx) => {
    await requireNotCanceled(tx, mine);
    await tx.batch.updateMany({
      where: { ...mine, pausedAt: null },
      data: { pausedAt: ctx.now() },
    });
  });
  return getBatch(ctx, { batchId });
}

/** Resuming what runs is no error. */
export async function resumeBatch(ctx: Context, { batchId }: Asked): Promise<BatchDetail> {
  const mine = { id: batchId, ownerId: ctx.viewer.id };
  await changeBatch(ctx, async (tx) => {
    await requireNotCanceled(tx, mine);
    await tx.batch.updateMany({ where: mine, data: { pausedAt: null } });
  });
  return getBatch(ctx, { batchId });
}

/** Cancels every row that is not made yet; what is made stays. Canceling twice is no error. */
export async function cancelBatch(ctx: Context, { batchId }: Asked): Promise<BatchDetail> {
  const mine = { id: batchId, ownerId: ctx.viewer.id };
  await cancelBatchJobs(ctx, batchId, async (tx) => {
    if ((await tx.batch.count({ where: mine })) === 0) throw noSuchBatch();
    await tx.batch.updateMany({
      where: { ...mine, canceledAt: null },
      data: { canceledAt: ctx.now(), pausedAt: null },
    });
  });
  return getBatch(ctx, { batchId });
}

async function requireNotCanceled(tx: Transaction, mine: { id: string; ownerId: string }) {
  const batch = await tx.batch.findFirst({ where: mine, select: { canceledAt: true } });
  if (!batch) throw noSuchBatch();
  if (batch.canceledAt) throw new AppError("CONFLICT", "This batch was canceled.");
}
