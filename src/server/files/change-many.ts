import { AppError } from "~/server/errors";
import { removeVideo, restoreVideo } from "~/server/videos/service";
import { removeFile, restoreFile } from "./change";
import type { FileIds } from "./schema";

type Context = Parameters<typeof removeVideo>[0];

/**
 * Hides files of any kind: uploads with their pictures, films with their videos.
 * @returns which are hidden now by this call; what is not the viewer's, or not there, is left out.
 */
export async function removeFiles(ctx: Context, { fileIds }: FileIds): Promise<FileIds> {
  return changeEach(ctx, fileIds, { upload: removeFile, video: removeVideo });
}

/** Undoes `removeFiles`, as long as each can be restored. @returns which are back by this call. */
export async function restoreFiles(ctx: Context, { fileIds }: FileIds): Promise<FileIds> {
  return changeEach(ctx, fileIds, { upload: restoreFile, video: restoreVideo });
}

type Changes = {
  upload: (ctx: Context, input: { fileId: string }) => Promise<unknown>;
  video: (ctx: Context, input: { videoId: string }) => Promise<unknown>;
};

async function changeEach(ctx: Context, ids: string[], change: Changes): Promise<FileIds> {
  const files = await ctx.db.file.findMany({
    where: { id: { in: ids }, ownerId: ctx.viewer.id, kind: { in: ["upload", "video"] } },
    select: { id: true, videoOf: { select: { id: true } } },
  });
  const fileIds: string[] = [];
  for (const { id: fileId, videoOf } of files) {
    try {
      if (videoOf) await change.video(ctx, { videoId: videoOf.id });
      else await change.upload(ctx, { fileId });
      fileIds.push(fileId);
    } catch (error) {
      // Gone, back, or still on its way: another tab was here first, and the rest is none the worse.
      if (!(error instanceof AppError && SETTLED.includes(error.code))) throw error;
    }
  }
  return { fileIds };
}

const SETTLED: readonly string[] = ["NOT_FOUND", "CONFLICT"];
