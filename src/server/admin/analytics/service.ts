import type { Database } from "~/server/platform/db";
import { type Buckets, bucketsOf } from "./buckets";
import { countByTier, countFailures, countOutcomes, measureDurations } from "./jobs-ended";
import type { Analytics, AnalyticsChart, GetAnalyticsInput } from "./schema";
import { measureStorage } from "./stored-bytes";

type Context = { db: Database; now: () => Date };

const CHARTS: {
  [Chart in AnalyticsChart]: (
    db: Database,
    buckets: Buckets,
  ) => Promise<NonNullable<Analytics[Chart]>>;
} = {
  outcomes: countOutcomes,
  durations: measureDurations,
  storage: measureStorage,
  failures: countFailures,
  tiers: countByTier,
};

/** What happened in a span of time that ends now, counted by the database. */
export async function getAnalytics(
  { db, now }: Context,
  { range, charts }: GetAnalyticsInput,
): Promise<Analytics> {
  const buckets = bucketsOf(range, now());
  const drawn = await Promise.all(
    charts.map(async (chart) => [chart, await CHARTS[chart](db, buckets)] as const),
  );
  return {
    range,
    from: buckets.from.toISOString(),
    to: buckets.to.toISOString(),
    bucketSeconds: buckets.bucketSeconds,
    ...Object.fromEntries(drawn),
  };
}
