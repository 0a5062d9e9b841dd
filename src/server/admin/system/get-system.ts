import { WORKER_SILENCE_SECONDS } from "~/server/jobs/service";
import packageJson from "../../../../package.json" with { type: "json" };
import type { SystemContext } from "./context";
import { askParts } from "./parts";
import type { SystemView, WorkerView } from "./schema";

/** How everything is now. A part that is away is said to be, and never an error. */
export async function getSystem(ctx: SystemContext): Promise<SystemView> {
  const parts = await askParts(ctx);
  const isDatabaseThere = parts.database.status !== "down";
  const [read, space] = await Promise.all([
    isDatabaseThere ? readDatabase(ctx) : null,
    parts.storage.status === "down" ? null : ctx.storage.findSpace?.(),
  ]);
  return {
    checkedAt: ctx.now().toISOString(),
    parts,
    queue: read?.queue ?? null,
    workers: read?.workers ?? null,
    storage: {
      usedBytes: read?.usedBytes ?? null,
      freeBytes: space?.freeBytes ?? null,
      totalBytes: space?.totalBytes ?? null,
    },
    versions: {
      t2m: packageJson.version,
      node: process.versions.node,
      postgres: read?.postgres ?? null,
    },
    uptimeSeconds: Math.round(process.uptime()),
  };
}

async function readDatabase(ctx: SystemContext) {
  const [queue, workers, usedBytes, postgres] = await Promise.all([
    countQueue(ctx),
    listWorkers(ctx),
    sumStorage(ctx),
    readVersion(ctx),
  ]);
  return { queue, workers, usedBytes, postgres };
}

async function countQueue({ db }: SystemContext): Promise<NonNullable<SystemView["queue"]>> {
  const [row] = await db.$queryRaw<NonNullable<SystemView["queue"]>[]>`
    SELECT count(*) FILTER (WHERE status = 'QUEUED' AND "admittedAt" IS NULL)::int AS waiting,
      count(*) FILTER (WHERE status = 'QUEUED' AND "admittedAt" IS NOT NULL)::int AS admitted,
      count(*) FILTER (WHERE status IN ('RUNNING', 'FINALIZING'))::int AS running,
      extract(epoch FROM now() - min("createdAt") FILTER (WHERE status = 'QUEUED'))::float8
        AS "oldestWaitSeconds"
    FROM "Job" WHERE status IN ('QUEUED', 'RUNNING', 'FINALIZING')`;
  return row ?? { waiting: 0, admitted: 0, running: 0, oldestWaitSeconds: null };
}

async function listWorkers({ db }: SystemContext): Promise<WorkerView[]> {
  const workers = await db.$queryRaw<{ id: string; slots: number; startedAt: Date; age: number }[]>`
    SELECT id, slots, "startedAt",
      greatest(0, extract(epoch FROM now() - "heartbeatAt"))::float8 AS age
    FROM "Worker" ORDER BY "startedAt"`;
  const jobs = await db.job.findMany({
    where: {
      status: { in: ["RUNNING", "FINALIZING"] },
      workerId: { in: workers.map(({ id }) => id) },
    },
    select: { id: true, phase: true, progress: true, workerId: true },
    orderBy: { startedAt: "asc" },
    take: 200,
  });
  return workers.map(({ id, slots, startedAt, age }) => ({
    id,
    slots,
    startedAt: startedAt.toISOString(),
    heartbeatAgeSeconds: Math.round(age),
    isAlive: age <= WORKER_SILENCE_SECONDS,
    jobs: jobs
      .filter(({ workerId }) => workerId === id)
      .map(({ id: jobId, phase, progress }) => ({ id: jobId, phase, progress })),
  }));
}

async function sumStorage({ db }: SystemContext): Promise<number> {
  const { _sum } = await db.file.aggregate({
    where: { status: { in: ["PENDING", "READY"] } },
    _sum: { size: true },
  });
  return Number(_sum.size ?? 0);
}

async function readVersion({ db }: SystemContext): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>`
    SELECT current_setting('server_version') AS version`;
  return row?.version ?? "";
}
