import type { Viewer } from "~/server/accounts/schema";
import { afterCursor, toPage } from "~/server/cursor";
import type { SigningDeps } from "~/server/delivery/service";
import type { Database } from "~/server/platform/db";
import { FILE_COLUMNS, toFileView } from "./file-view";
import { noSuchFile } from "./no-such-file";
import type { FileView, ListFilesInput } from "./schema";

export { removeFile, renameFile, restoreFile } from "./change";
export { purgeFiles } from "./purge";

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
    select: FILE_COLUMNS,
  });
  const { page, nextCursor } = toPage(rows, limit);
  return { items: page.map((row) => toFileView(ctx, row)), nextCursor };
}

/**
 * One of the viewer's own files of any kind; a deleted one says so.
 * @throws NOT_FOUND
 */
export async function getFile(ctx: Context, { fileId }: { fileId: string }): Promise<FileView> {
  const row = await ctx.db.file.findFirst({
    where: { id: fileId, ownerId: ctx.viewer.id },
    select: FILE_COLUMNS,
  });
  if (!row) throw noSuchFile();
  return toFileView(ctx, row);
}
