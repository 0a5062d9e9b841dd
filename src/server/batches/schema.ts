import { z } from "zod";
import { Id, isKeepable, PageCursor, PageLimit } from "~/server/schema";
import { type VideoView, VideoWish } from "~/server/videos/schema";

/** One row: a video in one scene. What it leaves out is as in `videos.generate`. */
export const BatchRow = VideoWish;
export type BatchRow = VideoWish;

/** No tier allows more; what a tier allows stands in its entitlements. */
export const MAX_ROWS = 1_000;

// Checked one by one by the service, so that a problem names its row.
const Rows = z
  .array(z.unknown())
  .min(1, "A batch needs at least one row.")
  .max(MAX_ROWS, "A batch can have at most 1,000 rows.");

export const PlanBatchInput = z.strictObject({ rows: Rows });
export type PlanBatchInput = z.infer<typeof PlanBatchInput>;

const NAME_SENTENCE = "Give the batch a name of at most 100 characters.";

export const CreateBatchInput = z.strictObject({
  name: z
    .string(NAME_SENTENCE)
    .trim()
    .min(1, NAME_SENTENCE)
    .max(100, NAME_SENTENCE)
    .refine(isKeepable, NAME_SENTENCE),
  rows: Rows,
  /** A new UUID per click: the same key and rows never start a second batch. */
  idempotencyKey: z.uuid("Each click needs a key of its own, a UUID."),
});
export type CreateBatchInput = z.infer<typeof CreateBatchInput>;

export const BatchId = z.strictObject({ batchId: Id });

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListBatchesInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(20),
});
export type ListBatchesInput = z.infer<typeof ListBatchesInput>;

const ROW_SENTENCE = "Rows are counted from 1.";

export const ListBatchRowsInput = z.object({
  batchId: Id,
  /** The last row of the page before. */
  cursor: z.int(ROW_SENTENCE).min(0, ROW_SENTENCE).nullish(),
  limit: PageLimit.default(24),
});
export type ListBatchRowsInput = z.infer<typeof ListBatchRowsInput>;

/** A row that would not be taken, and why; rows count from 1. */
export type RowProblem = { row: number; sentence: string };

/** `batches.plan`: what would happen, before anything does. */
export type BatchPlan = {
  rows: number;
  problems: RowProblem[];
  /** Of the rows without a problem. */
  valid: {
    rows: number;
    /** Seconds of film. */
    filmSeconds: number;
    /** Bytes, from what such videos have taken so far; null while nothing is known. */
    bytes: number | null;
    /** Seconds until the last one is made, likely and at worst (median and 90th percentile of recent renders). */
    finish: { likelySeconds: number; slowSeconds: number } | null;
  };
  /** Bytes. */
  storageLeft: number;
};

export type BatchState = "RUNNING" | "PAUSED" | "CANCELED" | "DONE";

/** `batches.list` items. Times are ISO 8601. */
export type BatchView = {
  id: string;
  name: string;
  state: BatchState;
  rows: number;
  counts: { waiting: number; running: number; succeeded: number; failed: number; canceled: number };
  createdAt: string;
  pausedAt: string | null;
};

/** How a row stands: one letter each, in the order of the rows, so that a thousand fit a small answer. */
export const ROW_LETTERS = {
  QUEUED: "q",
  RUNNING: "r",
  FINALIZING: "r",
  SUCCEEDED: "s",
  FAILED: "f",
  CANCELED: "c",
  /** Its video was deleted. */
  GONE: "-",
} as const;

/** `batches.get` */
export type BatchDetail = BatchView & { letters: string };

/** `batches.rows` */
export type BatchRowsPage = {
  items: { row: number; video: VideoView }[];
  nextCursor: number | null;
};
