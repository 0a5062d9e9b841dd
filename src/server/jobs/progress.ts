import { type JobsContext, jobsTopic } from "./context";
import type { Fence } from "./fence";
import { moveJob } from "./transition";

export type Progress = {
  phase: string;
  /** 0…99; 100 comes with SUCCEEDED. */
  percent: number;
  frame?: Uint8Array | undefined;
};

/**
 * Shows how far a render is; never backwards, not even after a restart.
 * @returns false when the claim is lost.
 */
export async function reportProgress(
  { db, events }: Pick<JobsContext, "db" | "events">,
  { jobId, attempt }: Fence,
  { phase, percent, frame }: Progress,
): Promise<boolean> {
  const progress = Math.max(0, Math.min(99, Math.floor(percent)));
  return db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ ownerId: string }[]>`
      UPDATE "Job" SET progress = greatest(progress, ${progress}::int), phase = ${phase},
        "updatedAt" = now()
      WHERE id = ${jobId}::uuid AND attempt = ${attempt} AND status IN ('RUNNING', 'FINALIZING')
      RETURNING "ownerId"`;
    if (!row) return false;
    if (frame) {
      const image = Buffer.from(frame);
      await tx.jobFrame.upsert({
        where: { jobId },
        create: { jobId, image },
        update: { image },
      });
    }
    await events.publish(tx, jobsTopic(row.ownerId), { jobId });
    return true;
  });
}

/** The film is drawn; from here on it is hashed and stored. @returns false when the claim is lost. */
export async function beginFinalizing(
  { db, events }: Pick<JobsContext, "db" | "events">,
  { jobId, attempt }: Fence,
): Promise<boolean> {
  return db.$transaction((tx) =>
    moveJob({ events }, tx, {
      jobId,
      attempt,
      from: ["RUNNING", "FINALIZING"],
      to: "FINALIZING",
      phase: "saving",
    }),
  );
}
