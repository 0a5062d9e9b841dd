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
 * Lets as many waiting jobs into the queue as live workers have free slots: by age times the weight
 * of the owner's tier, within the slots of each owner. Age grows without end, so nobody starves.
 */
async function admitJobs({ queue }: JobsContext, tx: Transaction): Promise<void> {
  const admitted = await tx.$queryRaw<{ id: string }[]>`
    WITH rules AS (
      SELECT * FROM jsonb_to_recordset(${RULES}::jsonb) AS r(tier text, slots int, weight int)
    ), capacity AS (
      SELECT coalesce(sum(slots), 0)::int AS slots FROM "Worker"
      WHERE "heartbeatAt" > now() - make_interval(secs => ${WORKER_SILENCE_SECONDS}::int)
    ), admitted AS (
      SELECT "ownerId", count(*)::int AS jobs FROM "Job"
      WHERE "admittedAt" IS NOT NULL AND status IN ('QUEUED', 'RUNNING', 'FINALIZING')
      GROUP BY "ownerId"
    ), waiting AS (
      SELECT j.id, j."ownerId", j."createdAt", r.slots,
        extract(epoch FROM now() - j."createdAt") * r.weight AS age,
        row_number() OVER (PARTITION BY j."ownerId" ORDER BY j."createdAt", j.id) AS turn
      FROM "Job" j JOIN "User" u ON u.id = j."ownerId" JOIN rules r ON r.tier = u.tier::text
      WHERE j.status = 'QUEUED' AND j."admittedAt" IS NULL
    ), chosen AS (
      SELECT w.id FROM waiting w LEFT JOIN admitted a USING ("ownerId")
      WHERE w.turn + coalesce(a.jobs, 0) <= w.slots
      ORDER BY w.age DESC, w."createdAt", w.id
      LIMIT greatest(0, (SELECT slots FROM capacity) - (SELECT coalesce(sum(jobs), 0) FROM admitted))
    )
    UPDATE "Job" SET "admittedAt" = now(), "updatedAt" = now()
    FROM chosen WHERE "Job".id = chosen.id RETURNING "Job".id`;
  for (const { id } of admitted) await queue.send(tx, id);
}
