import { afterCursor, toPage } from "~/server/cursor";
import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import type { ViewerContext } from "./context";
import { readJobViews } from "./job-view";
import { type JobDetail, type JobView, type ListJobsInput, TERMINAL_STATUSES } from "./schema";
import { ACTIVE_STATUSES, UNDER_WAY } from "./transition";

const FILTERS = {
  all: {},
  active: { status: { in: [...ACTIVE_STATUSES] } },
  underWay: UNDER_WAY,
  ended: { status: { in: [...TERMINAL_STATUSES] } },
};

/** The viewer's jobs, newest first. */
export async function listJobs({ db, viewer }: ViewerContext, input: ListJobsInput) {
  const rows = await db.job.findMany({
    where: { ownerId: viewer.id, AND: [FILTERS[input.filter], afterCursor(input.cursor)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
    select: { id: true, createdAt: true },
  });
  const { page, nextCursor } = toPage(rows, input.limit);
  const views = await findJobViews(
    { db, viewer },
    page.map(({ id }) => id),
  );
  return { items: page.flatMap(({ id }) => views.get(id) ?? []), nextCursor };
}

// A job that lost its workers for days could have more; the last ones say how it stands.
const MAX_MOMENTS = 200;

/** @throws NOT_FOUND also for a stranger's job. */
export async function getJob(
  ctx: Pick<ViewerContext, "db" | "viewer">,
  { jobId }: { jobId: string },
): Promise<JobDetail> {
  const view = (await findJobViews(ctx, [jobId])).get(jobId);
  if (!view) throw noSuchJob();
  const events = await ctx.db.jobEvent.findMany({
    where: { jobId, ownerId: ctx.viewer.id },
    orderBy: { id: "desc" },
    take: MAX_MOMENTS,
    select: { status: true, phase: true, createdAt: true },
  });
  const history = events
    .reverse()
    .map(({ status, phase, createdAt }) => ({ status, phase, at: createdAt.toISOString() }));
  return { ...view, history };
}

/** Those of these jobs that are the viewer's, by id. */
export async function findJobViews(
  { db, viewer }: { db: Transaction; viewer: { id: string } },
  jobIds: readonly string[],
): Promise<Map<string, JobView>> {
  if (jobIds.length === 0) return new Map();
  const where = { id: { in: [...jobIds] }, ownerId: viewer.id };
  return new Map((await readJobViews(db, { where })).map((view) => [view.id, view]));
}

export function noSuchJob(): AppError {
  return new AppError("NOT_FOUND", "There is no such job.");
}
