import type { File } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import { afterCursor, toPage } from "~/server/cursor";
import { mintMediaUrl, type SigningDeps } from "~/server/delivery/service";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import type { FileView, ListFilesInput } from "./schema";

type Context = SigningDeps & { db: Database; viewer: Viewer };

/** The viewer's uploads and videos, newest first, without what is deleted. */
export async function listFiles(
  ctx: Context,
  { cursor, limit }: ListFilesInput,
): Promise<{ items: FileView[]; nextCursor: string | null }> {
  const rows = await ctx.db.file.findMany({
    where: {
      ownerId: ctx.viewer.id,
      kind: { in: ["upload", "video"] },
      status: { not: "DELETED" },
      deletedAt: null,
      ...afterCursor(cursor),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const { page, nextCursor } = toPage(rows, limit);
  return { items: page.map((row) => toView(ctx, row)), nextCursor };
}

/**
 * One of the viewer's own files of any kind; a deleted one says so.
 * @throws NOT_FOUND
 */
export async function getFile(ctx: Context, { fileId }: { fileId: string }): Promise<FileView> {
  const row = await ctx.db.file.findFirst({ where: { id: fileId, ownerId: ctx.viewer.id } });
  if (!row) throw new AppError("NOT_FOUND", "There is no such file. It may have been deleted.");
  return toView(ctx, row);
}

function toView(ctx: SigningDeps, row: File): FileView {
  const status = row.deletedAt ? "DELETED" : row.status;
  return {
    id: row.id,
    kind: row.kind,
    filename: row.filename,
    contentType: row.contentType,
    size: Number(row.size),
    sha256: row.sha256,
    status,
    url: status === "READY" ? mintMediaUrl(ctx, row) : null,
    createdAt: row.createdAt.toISOString(),
  };
}
