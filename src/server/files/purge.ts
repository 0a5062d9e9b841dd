import type { Prisma } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";
import type { Storage } from "~/server/platform/storage/storage";
import { RESTORE_DAYS } from "./change";

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 20;

// A day more than people are told, so that a restore at the last moment never meets a purge.
const PURGE_DAYS = RESTORE_DAYS + 1;

type Context = { db: Database; storage: Storage };

/** Deletes for good the uploads that can no longer be restored. */
export async function purgeFiles({ db, storage }: Context, now: Date): Promise<void> {
  const deletedAt = { lt: new Date(now.getTime() - PURGE_DAYS * DAY_MS) };
  const files = await db.file.findMany({
    where: { kind: "upload", deletedAt },
    select: { id: true },
    take: BATCH,
  });
  for (const { id } of files) await purgeUpload({ db, storage }, { id, deletedAt });
}

/**
 * Deletes one upload for good, if it is still as `where` says. Its row goes only once its bytes are
 * gone, both or neither, in a transaction that holds the file against a restore.
 * @returns whether it did.
 */
export async function purgeUpload(
  { db, storage }: Context,
  where: Prisma.FileWhereInput & { id: string },
): Promise<boolean> {
  const upload = { ...where, kind: "upload" } as const;
  const file = await db.file.findFirst({
    where: upload,
    select: { storageKey: true, pictures: { select: { storageKey: true } } },
  });
  if (!file) return false;
  return db.$transaction(async (tx) => {
    // What was made of it goes with its row.
    const { count } = await tx.file.deleteMany({ where: upload });
    if (count === 0) return false;
    for (const picture of file.pictures) await storage.delete(picture.storageKey);
    await storage.delete(file.storageKey);
    return true;
  });
}
