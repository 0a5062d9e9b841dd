import type { Viewer } from "~/server/accounts/schema";
import { type Expectation, expectStarts, readLine } from "~/server/jobs/service";
import type { Database } from "~/server/platform/db";
import type { QueuedJob } from "./schema";

const SHOWN_JOBS = 50;

export type QueueContext = { db: Database; viewer: Viewer };

/** The viewer's next 50 jobs that have not started, in the order of starting. */
export async function readPosition({ db, viewer }: QueueContext): Promise<{ jobs: QueuedJob[] }> {
  const starts = expectStarts(await readLine(db))
    .filter(({ ownerId }) => ownerId === viewer.id)
    .slice(0, SHOWN_JOBS);
  const prompts = await readPrompts(
    { db, viewer },
    starts.map(({ jobId }) => jobId),
  );
  return { jobs: starts.flatMap((start) => toQueuedJob(start, prompts) ?? []) };
}

/** What these jobs make, by id; of the viewer's alone. */
export async function readPrompts(
  { db, viewer }: QueueContext,
  jobIds: readonly string[],
): Promise<Map<string, string>> {
  if (jobIds.length === 0) return new Map();
  const rows = await db.job.findMany({
    where: { id: { in: [...jobIds] }, ownerId: viewer.id },
    select: { id: true, video: { select: { prompt: true } } },
  });
  return new Map(rows.map(({ id, video }) => [id, video.prompt]));
}

/** @returns null for what is not the viewer's. */
export function toQueuedJob(
  { jobId, position, startsInSeconds }: Expectation,
  prompts: ReadonlyMap<string, string>,
): QueuedJob | null {
  const prompt = prompts.get(jobId);
  return prompt === undefined ? null : { jobId, prompt, position, startsInSeconds };
}
