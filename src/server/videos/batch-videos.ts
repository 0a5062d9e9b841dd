import { randomInt } from "node:crypto";
import type { Transaction } from "~/server/platform/db";
import type { Recipe } from "~/server/platform/generators/schema";
import type { VideosContext } from "./context";
import { toViews } from "./read";
import type { VideoView, VideoWish } from "./schema";
import { VIDEO_COLUMNS } from "./video-view";

const SEEDS = 2 ** 32;

/** The videos of a batch, one for each wish in their order. @returns their ids in that order. */
export async function createBatchVideos(
  tx: Transaction,
  { ownerId, batchId }: { ownerId: string; batchId: string },
  wishes: readonly VideoWish[],
): Promise<string[]> {
  const videos = await tx.video.createManyAndReturn({
    data: wishes.map(({ seed, ...settings }, index) => {
      const recipe: Recipe = { ...settings, seed: seed ?? randomInt(SEEDS) };
      return { ownerId, batchId, batchRow: index + 1, prompt: settings.prompt, recipe };
    }),
    select: { id: true, batchRow: true },
  });
  return videos.toSorted((a, b) => (a.batchRow ?? 0) - (b.batchRow ?? 0)).map(({ id }) => id);
}

type BatchVideo = { row: number; video: VideoView };

/** Rows of one of the viewer's batches, in their order, without the deleted ones. */
export async function listBatchVideos(
  ctx: Omit<VideosContext, "queue" | "events" | "models">,
  { batchId, afterRow, limit }: { batchId: string; afterRow: number; limit: number },
): Promise<BatchVideo[]> {
  const rows = await ctx.db.video.findMany({
    where: { ownerId: ctx.viewer.id, batchId, batchRow: { gt: afterRow }, deletedAt: null },
    orderBy: { batchRow: "asc" },
    take: limit,
    select: { ...VIDEO_COLUMNS, batchRow: true },
  });
  const numbers = new Map(rows.map(({ id, batchRow }) => [id, batchRow ?? 0]));
  const views = await toViews(ctx, rows);
  return views.map((video) => ({ row: numbers.get(video.id) ?? 0, video }));
}
