import { contentDisposition } from "~/server/delivery/service";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import type { ExportView, Viewer } from "../schema";
import { type ArchiveContext, streamArchive } from "./archive";
import { exportedFiles } from "./rows";

/** Of one person in one process. Reading costs no more than playing does, but not without end. */
export const MAX_OPEN_ARCHIVES = 2;

const open = new Map<string, number>();

/** Where the archive is fetched, and what would be in it now. */
export async function exportData({
  db,
  viewer,
  appOrigin,
}: {
  db: Database;
  viewer: Viewer;
  appOrigin: string;
}): Promise<ExportView> {
  const { _count, _sum } = await db.file.aggregate({
    where: exportedFiles(viewer.id),
    _count: true,
    _sum: { size: true },
  });
  return {
    url: new URL("/api/account/export", appOrigin).href,
    files: _count,
    bytes: Number(_sum.size ?? 0),
  };
}

/**
 * The archive itself, as a download.
 * @throws TOO_MANY_REQUESTS while this person is taking two of them already.
 */
export function respondWithArchive(ctx: ArchiveContext): Response {
  const ownerId = ctx.viewer.id;
  requireFew(ownerId);
  const archive = streamArchive(ctx, () => beginArchive(ownerId));
  const day = ctx.now().toISOString().slice(0, 10);
  return new Response(archive, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": contentDisposition("attachment", `t2m-${day}.zip`),
    },
  });
}

/** Counted from the first read: an answer to HEAD is never read, and never given up either. */
function beginArchive(ownerId: string): () => void {
  requireFew(ownerId);
  open.set(ownerId, (open.get(ownerId) ?? 0) + 1);
  return () => {
    const left = (open.get(ownerId) ?? 1) - 1;
    if (left > 0) open.set(ownerId, left);
    else open.delete(ownerId);
  };
}

function requireFew(ownerId: string): void {
  if ((open.get(ownerId) ?? 0) < MAX_OPEN_ARCHIVES) return;
  throw new AppError(
    "TOO_MANY_REQUESTS",
    "You are downloading your data already. Wait until that has ended.",
    { retryAfterSeconds: 30 },
  );
}
