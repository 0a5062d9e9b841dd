import type { Viewer } from "~/server/accounts/schema";
import type { Database } from "~/server/platform/db";
import type { Events } from "~/server/platform/events";
import type { Queue } from "~/server/platform/queue";

/** What every function of this room needs. */
export type JobsContext = { db: Database; queue: Queue; events: Events };

export type ViewerContext = JobsContext & { viewer: Viewer };

/** Every change of a person's jobs: `{ jobId }`. */
export function jobsTopic(ownerId: string): string {
  return `jobs/${ownerId}`;
}

/** For workers: whoever renders `{ jobId }` stops. */
export const STOP_TOPIC = "jobs.stop";

/** Waiting for a connection and for the admission lock may take a moment when many submit at once. */
export const TRANSACTION = { maxWait: 5_000, timeout: 15_000 };
