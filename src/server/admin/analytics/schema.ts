import { z } from "zod";
import type { Tier } from "~/server/accounts/schema";

export const AnalyticsRange = z.enum(["24h", "7d", "30d", "90d"]);
export type AnalyticsRange = z.infer<typeof AnalyticsRange>;

/** Each can be asked for by itself, so that one that fails leaves the others. */
export const AnalyticsChart = z.enum(["outcomes", "durations", "storage", "failures", "tiers"]);
export type AnalyticsChart = z.infer<typeof AnalyticsChart>;

export const GetAnalyticsInput = z.object({
  range: AnalyticsRange.default("7d"),
  /** Left out, all of them. */
  charts: z
    .array(AnalyticsChart)
    .min(1)
    .max(5)
    .default([...AnalyticsChart.options]),
});
export type GetAnalyticsInput = z.infer<typeof GetAnalyticsInput>;

/** Jobs by how they ended. */
export type Outcomes = { succeeded: number; failed: number; canceled: number };

/** Seconds; null when no job ended in that time. */
export type Percentiles = { p50: number | null; p90: number | null; p99: number | null };

/** Every series has one entry per bucket, empty ones too; `at` is the bucket's beginning, ISO. */
export type Analytics = {
  range: AnalyticsRange;
  from: string;
  to: string;
  bucketSeconds: number;
  outcomes?: ({ at: string } & Outcomes)[];
  /** Of jobs that succeeded: in the waiting room, and from the first claim to the end. */
  durations?: { at: string; wait: Percentiles; run: Percentiles }[];
  /** Bytes kept at the end of each bucket. */
  storage?: { at: string; bytes: number }[];
  /** The most frequent first, ten at most. */
  failures?: { code: string; jobs: number }[];
  /** By the owner's tier today. */
  tiers?: ({ tier: Tier } & Outcomes)[];
};
