import type { Prisma } from "~/generated/prisma/client";
import type { Transaction } from "~/server/platform/db";
import { type JobsContext, jobsTopic } from "./context";
import { isTerminal, type JobStatus } from "./schema";

export const ACTIVE_STATUSES = ["QUEUED", "RUNNING", "FINALIZING"] as const;

/** The waiting rows of a batch are shown on its page; with them it would be a thousand at once. */
export const UNDER_WAY = {
  status: { in: [...ACTIVE_STATUSES] },
  OR: [{ admittedAt: { not: null } }, { video: { batchId: null } }],
} satisfies Prisma.JobWhereInput;

/** A worker is on it. */
export const HELD_STATUSES = ["RUNNING", "FINALIZING"] as const;

export type Transition = {
  jobId: string;
  from: readonly JobStatus[];
  to: JobStatus;
  /** The fence: only the worker that claimed last may move a job. */
  attempt?: number;
  /** Only this person's job. */
  ownerId?: string;
  phase: string;
  set?: Prisma.JobUpdateManyMutationInput;
  /** For people who look into what happened; never shown to its owner. */
  detail?: string;
};

/**
 * The one way a job changes its status: a conditional update, an event row and the news of it.
 * @returns false when the job is not (any more) in a state from which it may.
 */
export async function moveJob(
  { events }: Pick<JobsContext, "events">,
  tx: Transaction,
  { jobId, from, to, attempt, ownerId, phase, set, detail }: Transition,
): Promise<boolean> {
  const [moved] = await tx.job.updateManyAndReturn({
    where: {
      id: jobId,
      status: { in: [...from] },
      ...(attempt === undefined ? {} : { attempt }),
      ...(ownerId === undefined ? {} : { ownerId }),
    },
    data: { ...set, status: to, phase, ...(isTerminal(to) ? { finishedAt: new Date() } : {}) },
    select: { ownerId: true },
  });
  if (!moved) return false;
  if (isTerminal(to)) await tx.jobFrame.deleteMany({ where: { jobId } });
  await recordEvent({ events }, tx, { jobId, ownerId: moved.ownerId, status: to, phase, detail });
  return true;
}

export async function recordEvent(
  { events }: Pick<JobsContext, "events">,
  tx: Transaction,
  event: {
    jobId: string;
    ownerId: string;
    status: JobStatus;
    phase: string;
    detail?: string | undefined;
  },
): Promise<void> {
  await tx.jobEvent.create({ data: { ...event, detail: event.detail ?? null } });
  await events.publish(tx, jobsTopic(event.ownerId), { jobId: event.jobId });
}
