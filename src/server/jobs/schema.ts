import { z } from "zod";

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

export const JobId = z.strictObject({ jobId: z.uuid() });

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListJobsInput = z.object({
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(50).default(20),
  /** "active" = QUEUED, RUNNING or FINALIZING; "ended" = the rest. */
  filter: z.enum(["all", "active", "ended"]).default("all"),
});
export type ListJobsInput = z.infer<typeof ListJobsInput>;

export const WatchJobsInput = z.strictObject({
  jobId: z.uuid().optional(),
  /** The id of the last event that the client has seen; set by tRPC when it reconnects. */
  lastEventId: z.string().max(30).nullish(),
});
export type WatchJobsInput = z.infer<typeof WatchJobsInput>;

/** `jobs.get`, `jobs.list` items. Times are ISO 8601. */
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
  aspectRatio: string;
  duration: number;
  quality: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
};

/** `jobs.watch` events. */
export type JobUpdate = JobView & {
  /** The newest preview picture as a `data:` URL, when there is a new one. */
  frame: string | null;
};
