import { ENTITLEMENTS, type Tier } from "~/server/accounts/schema";
import type { Transaction } from "~/server/platform/db";
import { WORKER_SILENCE_SECONDS } from "./admission";
import type { HeldJob, Line, Owner, WaitingJob } from "./line";

/** A job with a slot, in the order of getting it. */
export type SlotHolder = HeldJob & {
  id: string;
  tier: Tier;
  /** 0…100 */
  progress: number;
  isStarted: boolean;
};

export type LineNow = Omit<Line, "held"> & {
  held: readonly SlotHolder[];
  tiers: ReadonlyMap<string, Tier>;
  /** Seconds that a second of film in 480p takes to make, lately; null while nothing is known. */
  pace: number | null;
};

/** How many of the newest films tell the pace. */
const PACE_FILMS = 50;
/** Without a pace every film counts as long as any other: the order is right, the times are unknown. */
const NO_PACE = 1;

/** Everybody who waits or has a slot, as the next admission will find them. */
export async function readLine(db: Transaction): Promise<LineNow> {
  const { pace, clock, capacity } = await readState(db);
  const rows = await readJobs(db);
  const held: SlotHolder[] = [];
  const waiting: WaitingJob[] = [];
  const owners = new Map<string, Owner>();
  const tiers = new Map<string, Tier>();
  for (const row of rows) {
    const { id, ownerId, tier, progress } = row;
    const runSeconds = row.work * (pace ?? NO_PACE);
    const { queueWeight: weight, maxRunningJobs: slots } = ENTITLEMENTS[tier];
    owners.set(ownerId, { weight, slots, servedAt: row.servedAt });
    tiers.set(ownerId, tier);
    if (row.isAdmitted) {
      const secondsLeft = runSeconds * (1 - progress / 100);
      held.push({ id, ownerId, tier, progress, secondsLeft, isStarted: row.isStarted });
    } else {
      const createdAt = row.createdAt.getTime();
      waiting.push({
        id,
        ownerId,
        clock: row.clock,
        createdAt,
        isOfBatch: row.isOfBatch,
        runSeconds,
      });
    }
  }
  return { clock, capacity, owners, held, waiting, tiers, pace };
}

type Row = {
  id: string;
  ownerId: string;
  tier: Tier;
  isAdmitted: boolean;
  isStarted: boolean;
  isOfBatch: boolean;
  progress: number;
  clock: number;
  servedAt: number | null;
  createdAt: Date;
  work: number;
};

/** Active jobs, but those of paused batches that still wait. */
function readJobs(db: Transaction): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH active AS (
      SELECT j.*, v.recipe, v."batchId" FROM "Job" j JOIN "Video" v ON v.id = j."videoId"
      LEFT JOIN "Batch" b ON b.id = v."batchId"
      WHERE j.status IN ('QUEUED', 'RUNNING', 'FINALIZING')
        AND (j."admittedAt" IS NOT NULL OR b."pausedAt" IS NULL)
    ), people AS (
      SELECT o."ownerId", u.tier, (
        SELECT max(s.clock) FROM "Job" s
        WHERE s."ownerId" = o."ownerId" AND s."admittedAt" IS NOT NULL
      ) AS "servedAt"
      FROM (SELECT DISTINCT "ownerId" FROM active) o JOIN "User" u ON u.id = o."ownerId"
    )
    SELECT a.id::text, a."ownerId", p.tier::text, a.progress, a.clock, p."servedAt", a."createdAt",
      a."admittedAt" IS NOT NULL AS "isAdmitted", a.status <> 'QUEUED' AS "isStarted",
      a."batchId" IS NOT NULL AS "isOfBatch",
      film_work(a.recipe) AS work
    FROM active a JOIN people p USING ("ownerId")
    ORDER BY a."admittedAt", a."createdAt", a.id`;
}

async function readState(db: Transaction) {
  const [row] = await db.$queryRaw<{ clock: number; capacity: number; pace: number | null }[]>`
    SELECT queue_clock() AS clock, (
      SELECT coalesce(sum(slots), 0)::int FROM "Worker"
      WHERE "heartbeatAt" > now() - make_interval(secs => ${WORKER_SILENCE_SECONDS}::int)
    ) AS capacity, (
      SELECT (sum(extract(epoch FROM f."finishedAt" - f."startedAt")) / sum(film_work(v.recipe)))::float8
      FROM (
        SELECT "videoId", "startedAt", "finishedAt" FROM "Job"
        WHERE status = 'SUCCEEDED' AND "finishedAt" IS NOT NULL AND "startedAt" IS NOT NULL
        ORDER BY "finishedAt" DESC LIMIT ${PACE_FILMS}
      ) f JOIN "Video" v ON v.id = f."videoId"
    ) AS pace`;
  if (!row) throw new Error("The database tells no time.");
  return row;
}
