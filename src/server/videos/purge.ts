import type { Database } from "~/server/platform/db";
import type { Storage } from "~/server/platform/storage/storage";
import { RESTORE_DAYS } from "./remove";

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 20;
/** What deleting a video's files may take. */
const STORAGE_MS = 12_000;

// A day more than people are told, so that a restore at the last moment never meets a purge.
const PURGE_DAYS = RESTORE_DAYS + 1;

/**
 * Deletes for good what can no longer be restored. The rows go only once the bytes are gone, so that
 * none is ever forgotten: both or neither, in a transaction that holds the video against a restore.
 */
export async function purgeVideos(
  { db, storage }: { db: Database; storage: Storage },
  now: Date,
): Promise<void> {
  const deletedAt = { lt: new Date(now.getTime() - PURGE_DAYS * DAY_MS) };
  const stored = { id: true, storageKey: true };
  const file = { select: { ...stored, pictures: { select: stored } } };
  const videos = await db.video.findMany({
    where: { deletedAt },
    select: { id: true, file, posterFile: { select: stored }, previewFile: { select: stored } },
    take: BATCH,
  });
  for (const video of videos) {
    const files = [
      ...(video.file ? [video.file, ...video.file.pictures] : []),
      ...[video.posterFile, video.previewFile].filter((it) => it !== null),
    ];
    await db.$transaction(
      async (tx) => {
        const { count } = await tx.video.deleteMany({ where: { id: video.id, deletedAt } });
        if (count === 0) return;
        await tx.file.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } });
        for (const { storageKey } of files) await storage.delete(storageKey);
      },
      { timeout: STORAGE_MS },
    );
  }
}
