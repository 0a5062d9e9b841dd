import type { Database } from "~/server/platform/db";
import type { JobsSummary } from "../schema";

const HOURS = 24;

/** What waits and runs now, and how jobs ended in each of the last hours. */
export async function summarizeJobs({ db }: { db: Database }): Promise<JobsSummary> {
  const [waiting, running, hours] = await Promise.all([
    db.job.count({ where: { status: "QUEUED" } }),
    db.job.count({ where: { status: { in: ["RUNNING", "FINALIZING"] } } }),
    db.$queryRaw<(Omit<JobsSummary["hours"][number], "hour"> & { hour: Date })[]>`
      SELECT h.hour,
        (count(j.id) FILTER (WHERE j.status = 'SUCCEEDED'))::int AS succeeded,
        (count(j.id) FILTER (WHERE j.status = 'FAILED'))::int AS failed,
        (count(j.id) FILTER (WHERE j.status = 'CANCELED'))::int AS canceled
      FROM generate_series(
        date_trunc('hour', now()) - make_interval(hours => ${HOURS - 1}::int),
        date_trunc('hour', now()), interval '1 hour') AS h(hour)
      LEFT JOIN "Job" j ON j."finishedAt" >= h.hour AND j."finishedAt" < h.hour + interval '1 hour'
      GROUP BY h.hour ORDER BY h.hour`,
  ]);
  return {
    waiting,
    running,
    hours: hours.map(({ hour, ...ended }) => ({ hour: hour.toISOString(), ...ended })),
  };
}
