import { WORKER_SILENCE_SECONDS } from "~/server/jobs/service";
import type { Database } from "~/server/platform/db";
import type { Quality } from "~/server/platform/generators/schema";

/** What videos of one quality have cost lately, per second of film. */
export type Experience = {
  quality: Quality;
  /** Seconds of work: median and 90th percentile. */
  likely: number;
  slow: number;
  bytes: number;
};

const DAYS = 30;
const NEWEST = 200;

/** From the newest renders of the last days, everybody's: nobody can be told from it. */
export async function readExperience(db: Database): Promise<Map<Quality, Experience>> {
  const rows = await db.$queryRaw<Experience[]>`
    WITH recent AS (
      SELECT v.recipe->>'quality' AS quality, (v.recipe->>'duration')::float8 AS film,
        extract(epoch FROM j."finishedAt" - j."startedAt")::float8 AS work, f.size::float8 AS size,
        row_number() OVER (PARTITION BY v.recipe->>'quality' ORDER BY j."finishedAt" DESC) AS turn
      FROM "Job" j JOIN "Video" v ON v.id = j."videoId" JOIN "File" f ON f.id = v."fileId"
      WHERE j.status = 'SUCCEEDED' AND j."startedAt" IS NOT NULL
        AND j."finishedAt" > now() - make_interval(days => ${DAYS}::int)
    )
    SELECT quality, percentile_cont(0.5) WITHIN GROUP (ORDER BY work / film) AS likely,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY work / film) AS slow, avg(size / film) AS bytes
    FROM recent WHERE turn <= ${NEWEST}::int GROUP BY quality`;
  return new Map(rows.map((row) => [row.quality, row]));
}

/** How many jobs can be made at the same time: the slots of the workers that are alive. */
export async function countSlots(db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ slots: number }[]>`
    SELECT coalesce(sum(slots), 0)::int AS slots FROM "Worker"
    WHERE "heartbeatAt" > now() - make_interval(secs => ${WORKER_SILENCE_SECONDS}::int)`;
  return row?.slots ?? 0;
}
