import type { Database } from "~/server/platform/db";
import type { Storage } from "~/server/platform/storage/storage";
import { RESTORE_DAYS } from "./remove";

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 20;

/** Deletes for good what can no longer be restored: the bytes first, so that none is ever forgotten. */
export async function purgeVideos(
  { db, storage }: { db: Database; storage: Storage },
  now: Date,
): Promise<void> {
  const deletedAt = { lt: new Date(now.getTime() - RESTORE_DAYS * DAY_MS) };
  const file = { select: { id: true, storageKey: true } };
  const videos = await db.video.findMany({
    where: { deletedAt },
    select: { id: true, file, posterFile: file, previewFile: file },
    take: BATCH,
  });
  for (const video of videos) {
    const files = [video.file, video.posterFile, video.previewFile].filter((it) => it !== null);
    for (const { storageKey } of files) await storage.delete(storageKey);
    await db.$transaction([
      db.video.deleteMany({ where: { id: video.id, deletedAt } }),
      db.file.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } }),
    ]);
  }
}
