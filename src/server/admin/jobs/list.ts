import type { Prisma } from "~/generated/prisma/client";
import { can, type Viewer } from "~/server/accounts/schema";
import { afterCursor, toPage } from "~/server/cursor";
import { TERMINAL_STATUSES } from "~/server/jobs/schema";
import type { Database } from "~/server/platform/db";
import { Recipe } from "~/server/platform/generators/schema";
import { literal } from "../literal";
import type { ListStaffJobsInput, StaffJobView } from "../schema";

const FILTERS: Record<ListStaffJobsInput["filter"], Prisma.JobWhereInput> = {
  active: { status: { in: ["QUEUED", "RUNNING", "FINALIZING"] } },
  waiting: { status: "QUEUED" },
  running: { status: { in: ["RUNNING", "FINALIZING"] } },
  failed: { status: "FAILED" },
  ended: { status: { in: [...TERMINAL_STATUSES] } },
  all: {},
};

const COLUMNS = {
  id: true,
  videoId: true,
  status: true,
  phase: true,
  progress: true,
  errorCode: true,
  errorMessage: true,
  attempt: true,
  failures: true,
  losses: true,
  workerId: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  updatedAt: true,
  owner: { select: { id: true, email: true } },
  video: { select: { prompt: true, recipe: true, currentJobId: true } },
  events: { select: { detail: true }, orderBy: { id: "desc" }, take: 1 },
} as const satisfies Prisma.JobSelect;

type Deps = { db: Database; viewer: Viewer; now: () => Date };

/** Everybody's jobs, newest first. What people wrote shows only to those who may judge it. */
export async function listStaffJobs({ db, viewer, now }: Deps, input: ListStaffJobsInput) {
  const rows = await db.job.findMany({
    where: {
      AND: [
        FILTERS[input.filter],
        afterCursor(input.cursor),
        input.owner ? { owner: ownedBy(input.owner) } : {},
        input.olderThanMinutes === undefined
          ? {}
          : { createdAt: { lte: new Date(now().getTime() - input.olderThanMinutes * 60_000) } },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: input.limit + 1,
    select: COLUMNS,
  });
  const { page, nextCursor } = toPage(rows, input.limit);
  const showsPrompts = can(viewer, "moderation:write");
  return { items: page.map((row) => toStaffJobView(row, showsPrompts)), nextCursor };
}

function ownedBy(words: string): Prisma.UserWhereInput {
  return { OR: [{ id: words }, { email: { contains: literal(words), mode: "insensitive" } }] };
}

type Row = Prisma.JobGetPayload<{ select: typeof COLUMNS }>;

function toStaffJobView(row: Row, showsPrompts: boolean): StaffJobView {
  const { prompt, recipe, currentJobId } = row.video;
  const { duration, quality, aspectRatio } = Recipe.parse(recipe);
  return {
    id: row.id,
    videoId: row.videoId,
    owner: row.owner,
    status: row.status,
    phase: row.phase,
    progress: row.progress,
    prompt: showsPrompts ? prompt : null,
    promptLength: [...prompt].length,
    duration,
    quality,
    aspectRatio,
    error: row.errorCode ? { code: row.errorCode, message: row.errorMessage ?? "" } : null,
    detail: row.events[0]?.detail ?? null,
    attempt: row.attempt,
    failures: row.failures,
    losses: row.losses,
    workerId: row.workerId,
    isReplaced: currentJobId !== row.id,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}
