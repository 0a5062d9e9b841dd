import type { Database } from "~/server/platform/db";
import type { UsersSummary } from "../schema";
import { OCCUPIED } from "./view";

const DAYS = 14;

/** How many people there are, what they keep, and how many came on each of the last days. */
export async function summarizeUsers({ db }: { db: Database }): Promise<UsersSummary> {
  const here = { deletedAt: null };
  const [members, premium, suspended, storage, joined] = await Promise.all([
    db.user.count({ where: here }),
    db.user.count({ where: { ...here, tier: "premium" } }),
    db.user.count({ where: { ...here, suspendedAt: { not: null } } }),
    db.file.aggregate({ where: OCCUPIED, _sum: { size: true } }),
    db.$queryRaw<UsersSummary["joined"]>`
      SELECT to_char(d.day, 'YYYY-MM-DD') AS day, count(u.id)::int AS people
      FROM generate_series(
        date_trunc('day', now() AT TIME ZONE 'UTC') - make_interval(days => ${DAYS - 1}::int),
        date_trunc('day', now() AT TIME ZONE 'UTC'), interval '1 day') AS d(day)
      LEFT JOIN "User" u ON u."deletedAt" IS NULL
        AND date_trunc('day', u."createdAt" AT TIME ZONE 'UTC') = d.day
      GROUP BY d.day ORDER BY d.day`,
  ]);
  return { members, premium, suspended, storageBytes: Number(storage._sum.size ?? 0), joined };
}
