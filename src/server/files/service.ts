import type { Viewer } from "~/server/accounts/schema";
import type { SigningDeps } from "~/server/delivery/service";
import type { Database } from "~/server/platform/db";
import { FILE_COLUMNS, toFileView } from "./file-view";
import { noSuchFile } from "./no-such-file";
import type { FileView } from "./schema";

export { removeFile, renameFile, restoreFile } from "./change";
export { removeFiles, restoreFiles } from "./change-many";
export { deleteForever, emptyTrash } from "./delete-forever";
export { listFiles } from "./list";
export { purgeFiles } from "./purge";
export { listTrash } from "./trash";
export { measureFiles } from "./usage";

type Context = SigningDeps & { db: Database; viewer: Viewer };

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
