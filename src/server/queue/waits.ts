import type { Tier } from "~/server/accounts/schema";
import type { Database } from "~/server/platform/db";
import type { WaitsView } from "./schema";

const HOURS = 24;

type Row = { hour: Date; free: number | null; premium: number | null };

/**
 * The longest wait for a start in each of the last 24 hours, by tier. It begins when a job came, or
 * when the one before it of the same person started: waiting for oneself is not waiting for others.
 */
export async function readWaits({ db }: { db: Database }): Promise<WaitsView> {
  const rows = await db.$queryRaw<Row[]>`
    WITH started AS (
      SELECT j."startedAt", u.tier, j."startedAt" - greatest(j."createdAt",
        lag(j."startedAt") OVER (PARTITION BY j."ownerId" ORDER BY j."startedAt")) AS wait
      FROM "Job" j JOIN "User" u ON u.id = j."ownerId"
      WHERE j."startedAt" IS NOT NULL AND (
        j."finishedAt" > now() - make_interval(hours => ${HOURS}::int)
        OR j.status IN ('QUEUED', 'RUNNING', 'FINALIZING'))
    ), hours AS (
      SELECT date_trunc('hour', now()) - make_interval(hours => n) AS hour
      FROM generate_series(0, ${HOURS - 1}::int) AS n
    )
    SELECT h.hour,
      max(extract(epoch FROM s.wait)) FILTER (WHERE s.tier = 'free')::float8 AS free,
      max(extract(epoch FROM s.wait)) FILTER (WHERE s.tier = 'premium')::float8 AS premium
    FROM hours h LEFT JOIN started s
      ON s."startedAt" >= h.hour AND s."startedAt" < h.hour + interval '1 hour'
    GROUP BY h.hour ORDER BY h.hour`;
  return rows.map(({ hour, free, premium }) => ({
    hour: hour.toISOString(),
    longest: { free, premium } satisfies Record<Tier, number | null>,
  }));
}
