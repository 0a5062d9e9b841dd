import type { Prisma } from "~/generated/prisma/client";
import type { Viewer } from "~/server/accounts/schema";
import type { Database } from "~/server/platform/db";
import type { Logger } from "~/server/platform/log";
import type { Storage } from "~/server/platform/storage/storage";
import { purgeVideo } from "~/server/videos/service";
import { purgeUpload } from "./purge";
import type { EmptiedTrash, EmptyTrashInput, FileIds } from "./schema";

type Context = { db: Database; storage: Storage; log: Logger; viewer: Viewer };

/** What one call deletes of a trash; more would keep its caller waiting for too long. */
const AT_ONCE = 100;

/**
 * Deletes for good, bytes and all, what lies in the viewer's trash; a film takes its video and the
 * links to it along.
 * @returns which are gone by this call; what is not in the trash, or somebody else's, is left out.
 */
export async function deleteForever(ctx: Context, { fileIds }: FileIds): Promise<FileIds> {
  return purgeTrashed(ctx, { id: { in: fileIds }, deletedAt: { not: null } });
}

/**
 * Deletes for good what came into the viewer's trash until `before`, as much of it as one call may.
 * @returns how many files it was, and how many are left.
 */
export async function emptyTrash(ctx: Context, { before }: EmptyTrashInput): Promise<EmptiedTrash> {
  const deletedAt = { lte: new Date(before) };
  const { fileIds } = await purgeTrashed(ctx, { deletedAt });
  const left = await ctx.db.file.count({ where: trashOf(ctx, { deletedAt }) });
  return { deleted: fileIds.length, left };
}

async function purgeTrashed(ctx: Context, which: Prisma.FileWhereInput): Promise<FileIds> {
  const files = await ctx.db.file.findMany({
    where: trashOf(ctx, which),
    orderBy: [{ deletedAt: "asc" }, { id: "asc" }],
    take: AT_ONCE,
    select: { id: true, videoOf: { select: { id: true } } },
  });
  const mine = { ownerId: ctx.viewer.id, deletedAt: { not: null } };
  const fileIds: string[] = [];
  for (const { id, videoOf } of files) {
    const isGone = videoOf
      ? await purgeVideo(ctx, { ...mine, id: videoOf.id })
      : await purgeUpload(ctx, { ...mine, id });
    if (isGone) fileIds.push(id);
  }
  ctx.log.info({ ownerId: ctx.viewer.id, fileIds }, "files deleted for good");
  return { fileIds };
}

/** Uploads, and films that have a video. */
function trashOf({ viewer }: Context, which: Prisma.FileWhereInput): Prisma.FileWhereInput {
  return {
    ...which,
    ownerId: viewer.id,
    OR: [{ kind: "upload" }, { kind: "video", videoOf: { deletedAt: { not: null } } }],
  };
}
