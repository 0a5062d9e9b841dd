import type { Database } from "~/server/platform/db";

/** A file that one worker looks into until its lease is over. */
export type Unprepared = {
  id: string;
  kind: "upload" | "video";
  contentType: string;
  storageKey: string;
  size: number;
  /** From 1. */
  attempt: number;
};

const MAX_ATTEMPTS = 3;
/** Longer than a file may take with everything around it. */
const LEASE_SECONDS = 180;

type Row = Omit<Unprepared, "size"> & { size: string };

/**
 * Takes the next file that nobody has looked into: uploads first, then films without a sprite. An
 * attempt counts when it begins, so that a file that takes its worker along does so three times at most.
 * @returns null when there is none.
 */
export async function claimUnprepared({ db }: { db: Database }): Promise<Unprepared | null> {
  await db.$executeRaw`
    UPDATE "File" SET "preparedAt" = now(), "prepareUntil" = NULL
    WHERE kind IN ('upload', 'video') AND status = 'READY' AND "preparedAt" IS NULL
      AND "prepareFailures" >= ${MAX_ATTEMPTS}
      AND ("prepareUntil" IS NULL OR "prepareUntil" < now())`;
  const [row] = await db.$queryRaw<Row[]>`
    UPDATE "File" SET "prepareFailures" = "prepareFailures" + 1,
      "prepareUntil" = now() + make_interval(secs => ${LEASE_SECONDS}::int)
    WHERE id = (
      SELECT id FROM "File"
      WHERE kind IN ('upload', 'video') AND status = 'READY' AND "preparedAt" IS NULL
        AND ("prepareUntil" IS NULL OR "prepareUntil" < now())
      ORDER BY kind, "createdAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id::text, kind::text, "contentType", "storageKey", size::text,
      "prepareFailures" AS attempt`;
  return row ? { ...row, size: Number(row.size) } : null;
}

/** Gives a file back that could not be looked into, at once or, when it was not its fault, for free. */
export async function releaseUnprepared(
  { db }: { db: Database },
  { id, attempt }: Unprepared,
  { isFree }: { isFree: boolean },
): Promise<void> {
  await db.file.updateMany({
    where: { id, prepareFailures: attempt, preparedAt: null },
    data: { prepareUntil: null, ...(isFree ? { prepareFailures: { decrement: 1 } } : {}) },
  });
}
