import type { Batch, JobStatus } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import { afterCursor, toPage } from "~/server/cursor";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { listBatchVideos } from "~/server/videos/service";
import type { BatchesContext } from "./context";
import {
  type BatchDetail,
  type BatchRowsPage,
  type BatchState,
  type BatchView,
  type ListBatchesInput,
  type ListBatchRowsInput,
  ROW_LETTERS,
} from "./schema";

type Context = { db: Database; viewer: Viewer };

/** The viewer's batches, newest first. */
export async function listBatches({ db, viewer }: Context, { cursor, limit }: ListBatchesInput) {
  const batches = await db.batch.findMany({
    where: { ownerId: viewer.id, ...afterCursor(cursor) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const { page, nextCursor } = toPage(batches, limit);
  const letters = await readLetters(
    db,
    page.map(({ id }) => id),
  );
  return { items: page.map((batch) => toView(batch, letters.get(batch.id) ?? "")), nextCursor };
}

/** @throws NOT_FOUND also for a stranger's batch. */
export async function getBatch(
  { db, viewer }: Context,
  { batchId }: { batchId: string },
): Promise<BatchDetail> {
  const batch = await db.batch.findFirst({ where: { id: batchId, ownerId: viewer.id } });
  if (!batch) throw noSuchBatch();
  const letters = (await readLetters(db, [batchId])).get(batchId) ?? "";
  return { ...toView(batch, letters), letters };
}

/** The rows of a batch as videos, for its contact sheet. @throws NOT_FOUND */
export async function listBatchRows(
  ctx: Omit<BatchesContext, "models">,
  { batchId, cursor, limit }: ListBatchRowsInput,
): Promise<BatchRowsPage> {
  const where = { id: batchId, ownerId: ctx.viewer.id };
  if ((await ctx.db.batch.count({ where })) === 0) throw noSuchBatch();
  const page = { batchId, afterRow: cursor ?? 0, limit: limit + 1 };
  const rows = await listBatchVideos(ctx, page);
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.row ?? null) : null };
}

export function noSuchBatch(): AppError {
  return new AppError("NOT_FOUND", "There is no such batch.");
}

async function readLetters(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ batchId: string; statuses: (JobStatus | "GONE")[] }[]>`
    SELECT b.id::text AS "batchId", array_agg(
      CASE WHEN v."deletedAt" IS NOT NULL OR j.status IS NULL THEN 'GONE' ELSE j.status::text END
      ORDER BY n) AS statuses
    FROM "Batch" b CROSS JOIN LATERAL generate_series(1, b.rows) AS n
    LEFT JOIN "Video" v ON v."batchId" = b.id AND v."batchRow" = n
    LEFT JOIN "Job" j ON j.id = v."currentJobId"
    WHERE b.id = ANY(${[...ids]}::uuid[]) GROUP BY b.id`;
  return new Map(
    rows.map(({ batchId, statuses }) => [batchId, statuses.map((it) => ROW_LETTERS[it]).join("")]),
  );
}

function toView(batch: Batch, letters: string): BatchView {
  const count = (letter: string) => letters.split(letter).length - 1;
  const counts = {
    waiting: count("q"),
    running: count("r"),
    succeeded: count("s"),
    failed: count("f"),
    canceled: count("c"),
  };
  return {
    id: batch.id,
    name: batch.name,
    state: stateOf(batch, counts.waiting + counts.running),
    rows: batch.rows,
    counts,
    createdAt: batch.createdAt.toISOString(),
    pausedAt: batch.pausedAt?.toISOString() ?? null,
  };
}

// A row of a canceled batch can be retried; then it runs again.
function stateOf({ pausedAt, canceledAt }: Batch, open: number): BatchState {
  if (open === 0) return canceledAt ? "CANCELED" : "DONE";
  return pausedAt ? "PAUSED" : "RUNNING";
}
