import { ENTITLEMENTS } from "~/server/accounts/schema";
import type { Database, Transaction } from "~/server/platform/db";
import { type JobsContext, TRANSACTION } from "./context";

// Any number that no other advisory lock of this database uses.
const ADMISSION_LOCK = 7_226_001;

/** Workers that have been silent for longer are no capacity. Seconds. */
export const WORKER_SILENCE_SECONDS = 20;

const RULES = JSON.stringify(
  Object.entries(ENTITLEMENTS).map(([tier, { maxRunningJobs, queueWeight }]) => ({
    tier,
    slots: maxRunningJobs,
    weight: queueWeight,
  })),
);

/**
 * Runs `change` alone among all that change who may run, then admits. Everything that ends or
 * creates a job goes through here, and the lock comes first: so no two of them can deadlock.
 */
export async function withAdmission<Result>(
  ctx: JobsContext,
  change: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return inTurn(ctx.db, () =>
    ctx.db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ADMISSION_LOCK}::bigint)`;
      const result = await change(tx);
      await admitJobs(ctx, tx);
      return result;
    }, TRANSACTION),
  );
}

const turns = new WeakMap<Database, Promise<unknown>>();

/** One after the other within a process: waiting for the lock would occupy a connection each. */
function inTurn<Result>(db: Database, work: () => Promise<Result>): Promise<Result> {
  const result = (turns.get(db) ?? Promise.resolve()).then(work);
  turns.set(
    db,
    result.catch(() => undefined),
  );
  return result;
}

/**
 * Lets as many waiting jobs into the queue as live workers have free slots, by turns (0013): a job's
 * turn comes 1/weight after the clock at which its owner began to wait or was last served, and the
 * clock moves to the turn of whoever is served. Within the slots of each owner; a person's own single
 * videos go before their batches, and a paused batch waits aside. `line.ts` says the same in words
 * that can be run ahead.
 */
async function admitJobs({ queue }: JobsContext, tx: Transaction): Promise<void> {
  const admitted = await tx.$queryRaw<{ id: string }[]>`
    WITH rules AS (
      SELECT * FROM jsonb_to_recordset(${RULES}::jsonb) AS r(tier text, slots int, weight float8)
    ), capacity AS (
      SELECT coalesce(sum(slots), 0)::int AS slots FROM "Worker"
      WHERE "heartbeatAt" > now() - make_interval(secs => ${WORKER_SILENCE_SECONDS}::int)
    ), clock AS (
      SELECT queue_clock() AS now
    ), admitted AS (
      SELECT "ownerId", count(*)::int AS jobs FROM "Job"
      WHERE "admittedAt" IS NOT NULL AND status IN ('QUEUED', 'RUNNING', 'FINALIZING')
      GROUP BY "ownerId"
    ), line AS (
      SELECT j.id, j."ownerId", j."createdAt", j.clock, r.slots, r.weight,
        row_number() OVER (
          PARTITION BY j."ownerId" ORDER BY v."batchId" IS NOT NULL, j."createdAt", j.id
        ) AS place
      FROM "Job" j JOIN "User" u ON u.id = j."ownerId" JOIN rules r ON r.tier = u.tier::text
      JOIN "Video" v ON v.id = j."videoId" LEFT JOIN "Batch" b ON b.id = v."batchId"
      WHERE j.status = 'QUEUED' AND j."admittedAt" IS NULL AND b."pausedAt" IS NULL
        AND u."suspendedAt" IS NULL
    ), first AS (
      SELECT l."ownerId", 1 / l.weight + greatest(l.clock, (
        SELECT max(s.clock) FROM "Job" s
        WHERE s."ownerId" = l."ownerId" AND s."admittedAt" IS NOT NULL
      )) AS turn
      FROM line l WHERE l.place = 1
    ), turns AS (
      SELECT l.id, l."ownerId", l."createdAt", l.slots, l.place, c.now,
        CASE WHEN l.place = 1 THEN f.turn
          ELSE greatest(f.turn, c.now) + (l.place - 1) / l.weight END AS turn
      FROM clock c, line l JOIN first f USING ("ownerId")
    ), chosen AS (
      SELECT t.id, greatest(t.turn, t.now) AS clock FROM turns t LEFT JOIN admitted a USING ("ownerId")
      WHERE t.place + coalesce(a.jobs, 0) <= t.slots
      ORDER BY t.turn, t."createdAt", t.id
      LIMIT greatest(0, (SELECT slots FROM capacity) - (SELECT coalesce(sum(jobs), 0) FROM admitted))
    )
    UPDATE "Job" SET "admittedAt" = now(), "updatedAt" = now(), clock = chosen.clock
    FROM chosen WHERE "Job".id = chosen.id RETURNING "Job".id`;
  for (const { id } of admitted) await queue.send(tx, id);
}
