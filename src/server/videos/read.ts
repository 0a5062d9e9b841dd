import { afterCursor, toPage } from "~/server/cursor";
import { AppError } from "~/server/errors";
import { findJobViews } from "~/server/jobs/service";
import { StoryboardView } from "~/server/platform/generators/schema";
import type { VideosContext } from "./context";
import type { ListVideosInput, VideoDetails, VideoView } from "./schema";
import { toVideoView, VIDEO_COLUMNS, type VideoRow } from "./video-view";

type ReadContext = Omit<VideosContext, "queue" | "events" | "models">;

/** The viewer's videos, newest first, without the deleted ones. */
export async function listVideos(ctx: ReadContext, input: ListVideosInput) {
  const search = input.search?.trim();
  const rows = await ctx.db.video.findMany({
    where: {
      ownerId: ctx.viewer.id,
      deletedAt: null,
      ...(search ? { prompt: { contains: escapeLike(search), mode: "insensitive" } } : {}),
      ...afterCursor(input.cursor),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
    select: VIDEO_COLUMNS,
  });
  const { page, nextCursor } = toPage(rows, input.limit);
  return { items: await toViews(ctx, page), nextCursor };
}

/** @throws NOT_FOUND also for a stranger's video and for a deleted one. */
export async function getVideo(
  ctx: ReadContext,
  { videoId }: { videoId: string },
): Promise<VideoDetails> {
  const view = await findVideo(ctx, videoId);
  if (!view || view.deletedAt) throw noSuchVideo();
  const row = await ctx.db.video.findFirst({
    where: { id: videoId, ownerId: ctx.viewer.id },
    select: { storyboard: true },
  });
  return { ...view, storyboard: StoryboardView.nullable().parse(row?.storyboard ?? null) };
}

/** The viewer's video, deleted or not. */
export async function findVideo(ctx: ReadContext, videoId: string): Promise<VideoView | null> {
  const rows = await ctx.db.video.findMany({
    where: { id: videoId, ownerId: ctx.viewer.id },
    select: VIDEO_COLUMNS,
  });
  return (await toViews(ctx, rows))[0] ?? null;
}

export function noSuchVideo(): AppError {
  return new AppError("NOT_FOUND", "There is no such video. It may have been deleted.");
}

export async function toViews(ctx: ReadContext, rows: VideoRow[]): Promise<VideoView[]> {
  const jobs = await findJobViews(
    ctx,
    rows.flatMap(({ currentJobId }) => currentJobId ?? []),
  );
  return rows.flatMap((row) => {
    const job = jobs.get(row.currentJobId ?? "");
    return job ? [toVideoView(ctx, row, job)] : [];
  });
}

/** The pattern characters of LIKE stand for themselves. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
