import type { Database } from "~/server/platform/db";
import type { Buckets } from "./buckets";
import type { Analytics } from "./schema";

/**
 * Bytes kept at the end of each bucket: what was there before, plus what came, minus what was deleted.
 * Rows of files that are purged for good are gone, from the past too.
 */
export async function measureStorage(
  db: Database,
  { from, to, bucketSeconds }: Buckets,
): Promise<NonNullable<Analytics["storage"]>> {
  const rows = await db.$queryRaw<{ at: Date; bytes: number }[]>`
    WITH kept AS (
      SELECT size, "createdAt", "deletedAt" FROM "File"
      WHERE status <> 'FAILED' AND "createdAt" < ${to} AND ("deletedAt" IS NULL OR "deletedAt" >= ${from})
    ), changes AS (
      SELECT greatest("createdAt", ${from}) AS at, size FROM kept
      UNION ALL
      SELECT "deletedAt", -size FROM kept WHERE "deletedAt" < ${to}
    ), per_bucket AS (
      SELECT date_bin(make_interval(secs => ${bucketSeconds}::int), at, ${from}) AS at, sum(size) AS size
      FROM changes GROUP BY 1
    )
    SELECT bucket AS at, (sum(coalesce(size, 0)) OVER (ORDER BY bucket))::float8 AS bytes
    FROM generate_series(${from}::timestamptz, ${to}::timestamptz - interval '1 second',
      make_interval(secs => ${bucketSeconds}::int)) AS bucket
    LEFT JOIN per_bucket ON per_bucket.at = bucket ORDER BY bucket`;
  return rows.map(({ at, bytes }) => ({ at: at.toISOString(), bytes }));
}
