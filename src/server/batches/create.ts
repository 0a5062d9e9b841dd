import { createHash } from "node:crypto";
import { AppError } from "~/server/errors";
import { submitJobs } from "~/server/jobs/service";
import type { Transaction } from "~/server/platform/db";
import { createBatchVideos, requireStorageLeft } from "~/server/videos/service";
import { checkRows } from "./check-rows";
import type { BatchesContext } from "./context";
import { requireRowsAllowed } from "./plan";
import type { CreateBatchInput } from "./schema";

/**
 * Accepts all rows or none; they wait, and are made one after the other. The same `idempotencyKey` and
 * rows answer with the same batch.
 * @throws BAD_REQUEST naming the first row that cannot be made, FORBIDDEN for too many rows and when the
 * storage is full, CONFLICT when the key was used for other rows.
 */
export async function createBatch(
  ctx: BatchesContext,
  { name, rows, idempotencyKey }: CreateBatchInput,
): Promise<{ batchId: string }> {
  requireRowsAllowed(ctx.viewer, rows.length);
  const { wishes, problems } = checkRows(ctx, rows);
  const problem = problems[0];
  if (problem) throw new AppError("BAD_REQUEST", `Row ${problem.row}: ${problem.sentence}`);
  await requireStorageLeft(ctx);

  const ownerId = ctx.viewer.id;
  const requestHash = createHash("sha256")
    .update(JSON.stringify([name, wishes]))
    .digest("hex");
  let batchId = "";
  await submitJobs(ctx, { ownerId, requestHash }, async (tx) => {
    const before = await findBefore(tx, { ownerId, idempotencyKey, requestHash });
    if (before) {
      batchId = before;
      return [];
    }
    const batch = await tx.batch.create({
      data: { ownerId, name, rows: wishes.length, idempotencyKey, requestHash },
    });
    batchId = batch.id;
    return createBatchVideos(tx, { ownerId, batchId }, wishes);
  });
  return { batchId };
}

async function findBefore(
  tx: Transaction,
  key: { ownerId: string; idempotencyKey: string; requestHash: string },
): Promise<string | null> {
  const { ownerId, idempotencyKey, requestHash } = key;
  const batch = await tx.batch.findUnique({
    where: { ownerId_idempotencyKey: { ownerId, idempotencyKey } },
  });
  if (!batch) return null;
  if (batch.requestHash !== requestHash) {
    throw new AppError("CONFLICT", "This request was sent before with other rows.");
  }
  return batch.id;
}
