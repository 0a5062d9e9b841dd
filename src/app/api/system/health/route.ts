import { healthResponse } from "~/server/api/health";
import { getAdapters } from "~/server/context";

export const dynamic = "force-dynamic";

/** Readiness: the database, the queue and the storage answer. */
export function GET(): Promise<Response> {
  const { db, queue, storage, log } = getAdapters();
  return healthResponse(log, {
    database: () => db.$queryRaw`SELECT 1`,
    queue: () => queue.probe(),
    storage: () => storage.probe(),
  });
}
