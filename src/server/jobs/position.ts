import { ENTITLEMENTS } from "~/server/accounts/schema";
import type { Transaction } from "~/server/platform/db";

const WEIGHTS = JSON.stringify(
  Object.entries(ENTITLEMENTS).map(([tier, { queueWeight }]) => ({ tier, weight: queueWeight })),
);

/** How many of everybody's waiting jobs come before each of these; ids that do not wait are left out. */
export async function readPositions(
  db: Transaction,
  jobIds: readonly string[],
): Promise<Map<string, number>> {
  if (jobIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; position: number }[]>`
    WITH rules AS (
      SELECT * FROM jsonb_to_recordset(${WEIGHTS}::jsonb) AS r(tier text, weight int)
    ), line AS (
      SELECT j.id, (row_number() OVER (ORDER BY
        j."admittedAt" NULLS LAST,
        extract(epoch FROM now() - j."createdAt") * r.weight DESC, j."createdAt", j.id
      ) - 1)::int AS position
      FROM "Job" j JOIN "User" u ON u.id = j."ownerId" JOIN rules r ON r.tier = u.tier::text
      WHERE j.status = 'QUEUED'
    )
    SELECT id, position FROM line WHERE id = ANY(${jobIds}::uuid[])`;
  return new Map(rows.map(({ id, position }) => [id, position]));
}
