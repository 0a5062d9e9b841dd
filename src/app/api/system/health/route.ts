import { createHealthCheck } from "~/server/api/health";
import { getAdapters } from "~/server/context";

export const dynamic = "force-dynamic";

const check = createHealthCheck();

/** Readiness: the database, the queue and the storage answer. */
export function GET(): Promise<Response> {
  const adapters = getAdapters();
  const { db, queue, storage } = adapters;
  return check(adapters, {
    database: () => db.$queryRaw`SELECT 1`,
    queue: () => queue.probe(),
    storage: () => storage.probe(),
  });
}
