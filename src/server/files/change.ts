import type { Viewer } from "~/server/accounts/schema";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { noSuchFile } from "./no-such-file";
import type { RenameFileInput } from "./schema";

type Context = { db: Database; viewer: Viewer; now: () => Date };

/** How long a deleted upload can be restored. */
export const RESTORE_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Changes the name that downloads carry. The bytes, and the URLs signed before, stay as they are. */
export async function renameFile(
  { db, viewer }: Pick<Context, "db" | "viewer">,
  { fileId, filename }: RenameFileInput,
): Promise<{ fileId: string; filename: string }> {
  const { count } = await db.file.updateMany({
    where: { id: fileId, ownerId: viewer.id, kind: { in: ["upload", "video"] }, deletedAt: null },
    data: { filename },
  });
  if (count === 0) throw noSuchFile();
  return { fileId, filename };
}

/**
 * Hides an upload with its pictures and kills every URL of them.
 * @throws NOT_FOUND; CONFLICT for the film of a video, which goes with its video, and for an upload
 * that is not finished.
 */
export async function removeFile(
  { db, viewer, now }: Context,
  { fileId }: { fileId: string },
): Promise<{ fileId: string }> {
  const mine = { id: fileId, ownerId: viewer.id };
  const data = { status: "DELETED", deletedAt: now(), urlEpoch: { increment: 1 } } as const;
  const count = await db.$transaction(async (tx) => {
    const removed = await tx.file.updateMany({
      where: { ...mine, kind: "upload", status: { not: "PENDING" }, deletedAt: null },
      data,
    });
    if (removed.count > 0) await tx.file.updateMany({ where: { sourceId: fileId }, data });
    return removed.count;
  });
  if (count > 0) return { fileId };
  const kept = await db.file.findFirst({
    where: { ...mine, kind: { in: ["upload", "video"] }, deletedAt: null },
  });
  if (!kept) throw noSuchFile();
  if (kept.kind === "upload") {
    throw new AppError("CONFLICT", "This file is still being uploaded. Cancel the upload instead.");
  }
  throw new AppError("CONFLICT", "This is the film of a video. Delete the video instead.");
}

/**
 * Undoes `removeFile`.
 * @throws NOT_FOUND, also after RESTORE_DAYS days; CONFLICT when the file is not deleted.
 */
export async function restoreFile(
  { db, viewer, now }: Context,
  { fileId }: { fileId: string },
): Promise<{ fileId: string }> {
  const mine = { id: fileId, ownerId: viewer.id, kind: "upload" } as const;
  const oldest = new Date(now().getTime() - RESTORE_DAYS * DAY_MS);
  const data = { status: "READY", deletedAt: null } as const;
  const count = await db.$transaction(async (tx) => {
    const restored = await tx.file.updateMany({
      where: { ...mine, status: "DELETED", deletedAt: { gte: oldest } },
      data,
    });
    if (restored.count > 0) await tx.file.updateMany({ where: { sourceId: fileId }, data });
    return restored.count;
  });
  if (count > 0) return { fileId };
  const here = await db.file.findFirst({ where: { ...mine, deletedAt: null } });
  if (!here) throw noSuchFile();
  throw new AppError("CONFLICT", "This file is not deleted.");
}
