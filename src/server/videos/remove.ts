import type { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import { cancelVideoJobs } from "~/server/jobs/service";
import type { Transaction } from "~/server/platform/db";
import type { VideosContext } from "./context";
import { findVideo, noSuchVideo } from "./read";
import type { VideoView } from "./schema";

/** How long a deleted video can be restored. */
export const RESTORE_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

type RemoveContext = Omit<VideosContext, "models">;

/**
 * Hides a video and kills every URL of its files; what still makes it is cancelled.
 * @throws NOT_FOUND also when it is already deleted.
 */
export async function removeVideo(
  ctx: RemoveContext,
  { videoId }: { videoId: string },
): Promise<VideoView> {
  await cancelVideoJobs(ctx, { videoId }, async (tx) => {
    const deletedAt = ctx.now();
    const { count } = await tx.video.updateMany({
      where: { id: videoId, ownerId: ctx.viewer.id, deletedAt: null },
      data: { deletedAt },
    });
    if (count === 0) throw noSuchVideo();
    await tx.file.updateMany({
      where: await filesOf(tx, videoId),
      data: { status: "DELETED", deletedAt, urlEpoch: { increment: 1 } },
    });
  });
  return requireFound(await findVideo(ctx, videoId));
}

/**
 * Undoes `removeVideo`. A job that it cancelled stays cancelled.
 * @throws NOT_FOUND, also after RESTORE_DAYS days; CONFLICT when the video is not deleted.
 */
export async function restoreVideo(
  ctx: RemoveContext,
  { videoId }: { videoId: string },
): Promise<VideoView> {
  const oldest = new Date(ctx.now().getTime() - RESTORE_DAYS * DAY_MS);
  const isRestored = await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.video.updateMany({
      where: { id: videoId, ownerId: ctx.viewer.id, deletedAt: { gte: oldest } },
      data: { deletedAt: null },
    });
    if (count === 0) return false;
    await tx.file.updateMany({
      where: await filesOf(tx, videoId),
      data: { status: "READY", deletedAt: null },
    });
    return true;
  });
  const view = requireFound(await findVideo(ctx, videoId));
  if (isRestored) return view;
  if (view.deletedAt) throw noSuchVideo();
  throw new AppError("CONFLICT", "This video is not deleted.");
}

/** Which of the files are the video's: its own, and the pictures of its film. */
async function filesOf(tx: Transaction, videoId: string): Promise<Prisma.FileWhereInput> {
  const { fileId, posterFileId, previewFileId } = await tx.video.findUniqueOrThrow({
    where: { id: videoId },
    select: { fileId: true, posterFileId: true, previewFileId: true },
  });
  const ids = [fileId, posterFileId, previewFileId].filter((id) => id !== null);
  return { OR: [{ id: { in: ids } }, ...(fileId ? [{ sourceId: fileId }] : [])] };
}

function requireFound(view: VideoView | null): VideoView {
  if (!view) throw noSuchVideo();
  return view;
}
