import { randomUUID } from "node:crypto";
import type { Transaction } from "~/server/platform/db";
import { withAdmission } from "./admission";
import { type JobsContext, jobsTopic } from "./context";

/**
 * Accepts many pieces of work at once: videos, jobs and the places in the queue commit together.
 * `createVideos` makes the videos and returns their ids in the order in which they shall be made; none
 * when it finds that they were made before.
 */
export async function submitJobs(
  ctx: JobsContext,
  { ownerId, requestHash }: { ownerId: string; requestHash: string },
  createVideos: (tx: Transaction) => Promise<readonly string[]>,
): Promise<void> {
  await withAdmission(ctx, async (tx) => {
    const videoIds = await createVideos(tx);
    if (videoIds.length === 0) return;
    // A person's own line goes by age, so each row is a little younger than the one before it.
    const start = Date.now();
    // Asked once: as the column's default it would look over the whole table for every row.
    const [now] = await tx.$queryRaw<{ clock: number }[]>`SELECT queue_clock() AS clock`;
    const jobs = await tx.job.createManyAndReturn({
      data: videoIds.map((videoId, index) => ({
        ownerId,
        videoId,
        requestHash,
        idempotencyKey: randomUUID(),
        createdAt: new Date(start + index),
        clock: now?.clock ?? 0,
      })),
      select: { id: true, status: true, phase: true },
    });
    await tx.$executeRaw`
      UPDATE "Video" SET "currentJobId" = "Job".id FROM "Job"
      WHERE "Job"."videoId" = "Video".id AND "Video".id = ANY(${[...videoIds]}::uuid[])`;
    await tx.jobEvent.createMany({
      data: jobs.map(({ id, status, phase }) => ({ jobId: id, ownerId, status, phase })),
    });
    // One piece of news for all of them: whoever watches reads the lists again.
    const first = jobs[0];
    if (first) await ctx.events.publish(tx, jobsTopic(ownerId), { jobId: first.id });
  });
}
