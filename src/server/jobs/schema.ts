import { z } from "zod";
import type { AspectRatio, Quality } from "~/server/platform/generators/schema";
import { Id, PageCursor, PageLimit } from "~/server/schema";

export const JobStatus = z.enum([
  "QUEUED",
  "RUNNING",
  "FINALIZING",
  "SUCCEEDED",
  "FAILED",
  "CANCELED",
]);
export type JobStatus = z.infer<typeof JobStatus>;

export const TERMINAL_STATUSES = ["SUCCEEDED", "FAILED", "CANCELED"] as const;

export function isTerminal(status: JobStatus): boolean {
  return (TERMINAL_STATUSES as readonly JobStatus[]).includes(status);
}

export const JobId = z.strictObject({ jobId: Id });

const FILTERS = ["all", "active", "underWay", "ended"] as const;

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListJobsInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(20),
  /**
   * "active" = QUEUED, RUNNING or FINALIZING; "underWay" = those without the waiting rows of batches,
   * as `jobs.watch` begins; "ended" = the rest.
   */
  filter: z.enum(FILTERS, `Choose which jobs: ${FILTERS.join(", ")}.`).default("all"),
});
export type ListJobsInput = z.infer<typeof ListJobsInput>;

const EVENT_SENTENCE = "This event is not one of ours.";

export const WatchJobsInput = z.strictObject({
  jobId: Id.optional(),
  /** The id of the last event that the client has seen; set by tRPC when it reconnects. */
  lastEventId: z.string(EVENT_SENTENCE).max(30, EVENT_SENTENCE).nullish(),
});
export type WatchJobsInput = z.infer<typeof WatchJobsInput>;

/** `jobs.list` items. Times are ISO 8601. */
export type JobView = {
  id: string;
  videoId: string;
  prompt: string;
  status: JobStatus;
  phase: string;
  /** 0…100 */
  progress: number;
  error: { code: string; message: string } | null;
  /** How many of everybody's jobs start before this one; null once it runs. */
  position: number | null;
  aspectRatio: AspectRatio;
  /** Seconds. */
  duration: number;
  quality: Quality;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** `jobs.get`: with every change of its state, oldest first. */
export type JobDetail = JobView & { history: JobMoment[] };

export type JobMoment = { status: JobStatus; phase: string; at: string };

/** `jobs.watch` events. */
export type JobUpdate = JobView & {
  /** The newest preview picture as a `data:` URL, when there is a new one. */
  frame: string | null;
};
