import { createHash } from "node:crypto";
import { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import type { JobsContext } from "./context";
import { recordEvent } from "./transition";

export type Submission = {
  ownerId: string;
  idempotencyKey: string;
  /** What the key stands for; a flat record. The same key with another body is refused. */
  body: Record<string, string | number | null>;
};

export type Submitted = { videoId: string; jobId: string };

/**
 * Accepts a piece of work, once per key: video, job and (when there is room) its place in the queue
 * commit together. `createVideo` makes the video that the job is for and returns its id.
 * @throws CONFLICT when the key was used for something else.
 */
export async function submitJob(
  ctx: JobsContext,
  submission: Submission,
  createVideo: (tx: Transaction) => Promise<string>,
): Promise<Submitted> {
  const requestHash = hashBody(submission.body);
  const find = (db: Transaction) => findSubmitted(db, submission, requestHash);
  const early = await find(ctx.db);
  if (early) return early;
  try {
    return await withAdmission(ctx, async (tx) => {
      const before = await find(tx);
      if (before) return before;
      const videoId = await createVideo(tx);
      return createJob(ctx, tx, { ...submission, requestHash, videoId });
    });
  } catch (error) {
    const winner = isUniqueViolation(error) ? await find(ctx.db) : null;
    if (winner) return winner;
    throw error;
  }
}

/** A new job for a video, which shows this job's state from now on. */
export async function createJob(
  { events }: JobsContext,
  tx: Transaction,
  job: { ownerId: string; videoId: string; idempotencyKey: string; requestHash: string },
): Promise<Submitted> {
  const { ownerId, videoId, idempotencyKey, requestHash } = job;
  const { id: jobId, phase } = await tx.job.create({
    data: { ownerId, videoId, idempotencyKey, requestHash },
  });
  await tx.video.update({ where: { id: videoId }, data: { currentJobId: jobId } });
  await recordEvent({ events }, tx, { jobId, ownerId, status: "QUEUED", phase });
  return { videoId, jobId };
}

async function findSubmitted(
  db: Transaction,
  { ownerId, idempotencyKey }: Submission,
  requestHash: string,
): Promise<Submitted | null> {
  const job = await db.job.findUnique({
    where: { ownerId_idempotencyKey: { ownerId, idempotencyKey } },
    select: { id: true, videoId: true, requestHash: true },
  });
  if (!job) return null;
  if (job.requestHash !== requestHash) {
    throw new AppError("CONFLICT", "This request was sent before with other settings.");
  }
  return { videoId: job.videoId, jobId: job.id };
}

function hashBody(body: Submission["body"]): string {
  const entries = Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(entries)).digest("hex");
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
