import type { Database } from "~/server/platform/db";
import type { Storage } from "~/server/platform/storage/storage";
import { RESTORE_DAYS } from "./change";

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 20;

// A day more than people are told, so that a restore at the last moment never meets a purge.
const PURGE_DAYS = RESTORE_DAYS + 1;

/**
 * Deletes for good the uploads that can no longer be restored. A row goes only once its bytes are gone,
 * both or neither, in a transaction that holds the file against a restore.
 */
export async function purgeFiles(
  { db, storage }: { db: Database; storage: Storage },
  now: Date,
): Promise<void> {
  const where = {
    kind: "upload",
    deletedAt: { lt: new Date(now.getTime() - PURGE_DAYS * DAY_MS) },
  } as const;
  const files = await db.file.findMany({
    where,
    select: { id: true, storageKey: true, pictures: { select: { storageKey: true } } },
    take: BATCH,
  });
  for (const { id, storageKey, pictures } of files) {
    await db.$transaction(async (tx) => {
      // What was made of it goes with its row.
      const { count } = await tx.file.deleteMany({ where: { id, ...where } });
      if (count === 0) return;
      for (const picture of pictures) await storage.delete(picture.storageKey);
      await storage.delete(storageKey);
    });
  }
}
