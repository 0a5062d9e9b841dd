import type { AnalyticsRange } from "./schema";

const HOUR = 3600;
const DAY = 24 * HOUR;

const RANGES: Record<AnalyticsRange, { bucketSeconds: number; buckets: number }> = {
  "24h": { bucketSeconds: HOUR, buckets: 24 },
  "7d": { bucketSeconds: 6 * HOUR, buckets: 28 },
  "30d": { bucketSeconds: DAY, buckets: 30 },
  "90d": { bucketSeconds: DAY, buckets: 90 },
};

export type Buckets = { from: Date; to: Date; bucketSeconds: number };

/** Whole buckets on UTC's marks; the last one holds `now` and is not over yet. */
export function bucketsOf(range: AnalyticsRange, now: Date): Buckets {
  const { bucketSeconds, buckets } = RANGES[range];
  const stepMs = bucketSeconds * 1000;
  const to = new Date((Math.floor(now.getTime() / stepMs) + 1) * stepMs);
  return { from: new Date(to.getTime() - buckets * stepMs), to, bucketSeconds };
}
