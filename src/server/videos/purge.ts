import type { Prisma } from "~/generated/prisma/client";
import type { Database } from "~/server/platform/db";
import type { Storage } from "~/server/platform/storage/storage";
import { RESTORE_DAYS } from "./remove";

const DAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 20;
/** What deleting a video's files may take. */
const STORAGE_MS = 12_000;

// A day more than people are told, so that a restore at the last moment never meets a purge.
const PURGE_DAYS = RESTORE_DAYS + 1;

type Context = { db: Database; storage: Storage };

const STORED = { id: true, storageKey: true } as const;
const WITH_PICTURES = { select: { ...STORED, pictures: { select: STORED } } } as const;

/** Deletes for good what can no longer be restored. */
export async function purgeVideos({ db, storage }: Context, now: Date): Promise<void> {
  const deletedAt = { lt: new Date(now.getTime() - PURGE_DAYS * DAY_MS) };
  const videos = await db.video.findMany({
    where: { deletedAt },
    select: { id: true },
    take: BATCH,
  });
  for (const { id } of videos) await purgeVideo({ db, storage }, { id, deletedAt });
}

/**
 * Deletes one video for good, if it is still as `where` says. The rows go only once the bytes are gone,
 * so that none is ever forgotten: both or neither, in a transaction that holds the video against a
 * restore.
 * @returns whether it did.
 */
export async function purgeVideo(
  { db, storage }: Context,
  where: Prisma.VideoWhereInput & { id: string },
): Promise<boolean> {
  const video = await db.video.findFirst({
    where,
    select: {
      file: WITH_PICTURES,
      posterFile: { select: STORED },
      previewFile: { select: STORED },
    },
  });
  if (!video) return false;
  const files = [
    ...(video.file ? [video.file, ...video.file.pictures] : []),
    ...[video.posterFile, video.previewFile].filter((it) => it !== null),
  ];
  return db.$transaction(
    async (tx) => {
      const { count } = await tx.video.deleteMany({ where });
      if (count === 0) return false;
      await tx.file.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } });
      for (const { storageKey } of files) await storage.delete(storageKey);
      return true;
    },
    { timeout: STORAGE_MS },
  );
}
