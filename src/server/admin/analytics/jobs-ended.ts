import type { Database } from "~/server/platform/db";
import type { Buckets } from "./buckets";
import type { Analytics, Outcomes } from "./schema";

type Row<Type> = Omit<Type, "at"> & { at: Date };

const withIsoTime = <Type extends { at: Date }>(row: Type) => ({
  ...row,
  at: row.at.toISOString(),
});

/** Jobs by outcome, by the bucket that they ended in. */
export async function countOutcomes(
  db: Database,
  { from, to, bucketSeconds }: Buckets,
): Promise<NonNullable<Analytics["outcomes"]>> {
  const rows = await db.$queryRaw<Row<{ at: string } & Outcomes>[]>`
    WITH ended AS (
      SELECT date_bin(make_interval(secs => ${bucketSeconds}::int), "finishedAt", ${from}) AS at,
        count(*) FILTER (WHERE status = 'SUCCEEDED')::int AS succeeded,
        count(*) FILTER (WHERE status = 'FAILED')::int AS failed,
        count(*) FILTER (WHERE status = 'CANCELED')::int AS canceled
      FROM "Job" WHERE "finishedAt" >= ${from} AND "finishedAt" < ${to} GROUP BY 1
    )
    SELECT bucket AS at, coalesce(succeeded, 0) AS succeeded, coalesce(failed, 0) AS failed,
      coalesce(canceled, 0) AS canceled
    FROM generate_series(${from}::timestamptz, ${to}::timestamptz - interval '1 second',
      make_interval(secs => ${bucketSeconds}::int)) AS bucket
    LEFT JOIN ended ON ended.at = bucket ORDER BY bucket`;
  return rows.map(withIsoTime);
}

type DurationRow = { at: Date; wait: (number | null)[] | null; run: (number | null)[] | null };

/** How long jobs that succeeded had waited and run. */
export async function measureDurations(
  db: Database,
  { from, to, bucketSeconds }: Buckets,
): Promise<NonNullable<Analytics["durations"]>> {
  const rows = await db.$queryRaw<DurationRow[]>`
    WITH ended AS (
      SELECT date_bin(make_interval(secs => ${bucketSeconds}::int), "finishedAt", ${from}) AS at,
        percentile_cont(ARRAY[0.5, 0.9, 0.99]) WITHIN GROUP
          (ORDER BY extract(epoch FROM "startedAt" - "createdAt")::float8) AS wait,
        percentile_cont(ARRAY[0.5, 0.9, 0.99]) WITHIN GROUP
          (ORDER BY extract(epoch FROM "finishedAt" - "startedAt")::float8) AS run
      FROM "Job"
      WHERE "finishedAt" >= ${from} AND "finishedAt" < ${to}
        AND status = 'SUCCEEDED' AND "startedAt" IS NOT NULL
      GROUP BY 1
    )
    SELECT bucket AS at, wait, run
    FROM generate_series(${from}::timestamptz, ${to}::timestamptz - interval '1 second',
      make_interval(secs => ${bucketSeconds}::int)) AS bucket
    LEFT JOIN ended ON ended.at = bucket ORDER BY bucket`;
  const toPercentiles = (three: (number | null)[] | null) => ({
    p50: three?.[0] ?? null,
    p90: three?.[1] ?? null,
    p99: three?.[2] ?? null,
  });
  return rows.map(({ at, wait, run }) => ({
    at: at.toISOString(),
    wait: toPercentiles(wait),
    run: toPercentiles(run),
  }));
}

/** Why jobs failed. */
export function countFailures(
  db: Database,
  { from, to }: Buckets,
): Promise<NonNullable<Analytics["failures"]>> {
  return db.$queryRaw`
    SELECT coalesce("errorCode", 'UNKNOWN') AS code, count(*)::int AS jobs FROM "Job"
    WHERE "finishedAt" >= ${from} AND "finishedAt" < ${to} AND status = 'FAILED'
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10`;
}

/** Whose jobs they were. Both tiers are there, also when one of them made nothing. */
export function countByTier(
  db: Database,
  { from, to }: Buckets,
): Promise<NonNullable<Analytics["tiers"]>> {
  return db.$queryRaw`
    WITH ended AS (
      SELECT u.tier,
        count(*) FILTER (WHERE j.status = 'SUCCEEDED')::int AS succeeded,
        count(*) FILTER (WHERE j.status = 'FAILED')::int AS failed,
        count(*) FILTER (WHERE j.status = 'CANCELED')::int AS canceled
      FROM "Job" j JOIN "User" u ON u.id = j."ownerId"
      WHERE j."finishedAt" >= ${from} AND j."finishedAt" < ${to} GROUP BY 1
    )
    SELECT tier::text AS tier, coalesce(succeeded, 0) AS succeeded, coalesce(failed, 0) AS failed,
      coalesce(canceled, 0) AS canceled
    FROM unnest(enum_range(NULL::"Tier")) AS tier LEFT JOIN ended USING (tier) ORDER BY tier`;
}
