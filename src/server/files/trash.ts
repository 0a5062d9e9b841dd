import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import { afterCursor, toPage } from "~/server/cursor";
import type { SigningDeps } from "~/server/delivery/service";
import type { Database } from "~/server/platform/db";
import { RESTORE_DAYS } from "./change";
import { FILE_COLUMNS, toFileView } from "./file-view";
import type { ListTrashInput, TrashedFileView, TrashTotals } from "./schema";

type Context = SigningDeps & { db: Database; viewer: Viewer };

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_LIMIT = 24;

/** The viewer's deleted uploads and films that can still be restored, the last deleted first. */
export async function listTrash(
  ctx: Context,
  { cursor, limit = DEFAULT_LIMIT }: ListTrashInput,
): Promise<{ items: TrashedFileView[]; nextCursor: string | null; totals: TrashTotals }> {
  const oldest = new Date(ctx.now().getTime() - RESTORE_DAYS * DAY_MS);
  // The shared cursor is of a time and an id: here the time is that of deleting.
  const { OR: after = [] } = afterCursor(cursor);
  const trash = {
    ownerId: ctx.viewer.id,
    kind: { in: ["upload", "video"] },
    deletedAt: { gte: oldest },
  } satisfies Prisma.FileWhereInput;
  const rows = await ctx.db.file.findMany({
    where: {
      ...trash,
      ...(after.length > 0
        ? { OR: after.map(({ createdAt: deletedAt, ...rest }) => ({ ...rest, deletedAt })) }
        : {}),
    },
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: FILE_COLUMNS,
  });
  const deleted = rows.flatMap((row) =>
    row.deletedAt ? [{ ...row, deletedAt: row.deletedAt }] : [],
  );
  const { page, nextCursor } = toPage(
    deleted.map((row) => ({ id: row.id, createdAt: row.deletedAt, row })),
    limit,
  );
  const { _count: files, _sum } = await ctx.db.file.aggregate({
    where: trash,
    _count: true,
    _sum: { size: true },
  });
  return {
    items: page.map(({ row }) => toTrashedView(ctx, row)),
    nextCursor,
    totals: { files, bytes: Number(_sum.size ?? 0) },
  };
}

function toTrashedView(
  ctx: SigningDeps,
  row: Parameters<typeof toFileView>[1] & { deletedAt: Date },
): TrashedFileView {
  const { url, posterUrl, previewUrl, waveformUrl, captionsUrl, ...facts } = toFileView(ctx, row);
  return {
    ...facts,
    deletedAt: row.deletedAt.toISOString(),
    restorableUntil: new Date(row.deletedAt.getTime() + RESTORE_DAYS * DAY_MS).toISOString(),
  };
}
