import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/server/platform/db";
import { Recipe } from "~/server/platform/generators/schema";
import { readPositions } from "./position";
import type { JobView } from "./schema";

const JOB_COLUMNS = {
  id: true,
  videoId: true,
  status: true,
  phase: true,
  progress: true,
  errorCode: true,
  errorMessage: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  video: { select: { prompt: true, recipe: true } },
} as const satisfies Prisma.JobSelect;

type JobRow = Prisma.JobGetPayload<{ select: typeof JOB_COLUMNS }>;

type JobQuery = Pick<Prisma.JobFindManyArgs, "where" | "orderBy" | "take">;

/** The jobs that match, as their owner sees them. The caller's `where` names the owner. */
export async function readJobViews(db: Transaction, query: JobQuery): Promise<JobView[]> {
  const rows = await db.job.findMany({ ...query, select: JOB_COLUMNS });
  const waiting = rows.filter(({ status }) => status === "QUEUED").map(({ id }) => id);
  const positions = await readPositions(db, waiting);
  return rows.map((row) => toJobView(row, positions.get(row.id) ?? null));
}

function toJobView(row: JobRow, position: number | null): JobView {
  const recipe = Recipe.parse(row.video.recipe);
  return {
    id: row.id,
    videoId: row.videoId,
    prompt: row.video.prompt,
    status: row.status,
    phase: row.phase,
    progress: row.progress,
    error: row.errorCode ? { code: row.errorCode, message: row.errorMessage ?? "" } : null,
    position,
    aspectRatio: recipe.aspectRatio,
    duration: recipe.duration,
    quality: recipe.quality,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
