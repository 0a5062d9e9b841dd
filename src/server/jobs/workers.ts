import { WORKER_SILENCE_SECONDS } from "./admission";
import type { JobsContext } from "./context";
import { releaseHeldBy } from "./sweep";
import { HELD_STATUSES } from "./transition";

export type WorkerIdentity = {
  id: string;
  slots: number;
  /** Host and process-id namespace. */
  machine: string;
  pid: number;
};

/** Says that a worker lives; its slots count for as long as this is repeated. */
export async function beatWorker({ db }: JobsContext, worker: WorkerIdentity): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Worker" (id, slots, machine, pid, "startedAt", "heartbeatAt")
    VALUES (${worker.id}, ${worker.slots}, ${worker.machine}, ${worker.pid}, now(), now())
    ON CONFLICT (id) DO UPDATE SET "heartbeatAt" = now()`;
}

export async function removeWorker({ db }: JobsContext, id: string): Promise<void> {
  await db.worker.deleteMany({ where: { id } });
}

/** The ids of the jobs that a worker still has the right to work on. */
export async function listHeldJobs({ db }: JobsContext, workerId: string): Promise<Set<string>> {
  const rows = await db.job.findMany({
    where: { workerId, status: { in: [...HELD_STATUSES] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/**
 * Frees what workers hold whose process is gone: the queue's own heartbeat takes 10 s and more to
 * notice. Only processes of the caller's own machine can be looked up.
 * @returns how many jobs were freed.
 */
export async function reclaimFromDead(
  ctx: JobsContext,
  machine: string,
  isAlive: (peer: { id: string; pid: number }) => boolean,
): Promise<number> {
  const peers = await ctx.db.worker.findMany({ where: { machine } });
  let released = 0;
  for (const { id } of peers.filter((peer) => !isAlive(peer))) {
    released += await releaseHeldBy(ctx, id);
    await removeWorker(ctx, id);
  }
  return released;
}

/** Forgets workers that have been silent for long; what they held, the queue hands out again. */
export async function forgetSilentWorkers({ db }: JobsContext): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "Worker"
    WHERE "heartbeatAt" < now() - make_interval(secs => ${WORKER_SILENCE_SECONDS * 10}::int)`;
}
