import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Database } from "~/server/platform/db";
import type { PictureKind, Prepared } from "~/server/platform/media/preparer";
import type { Storage } from "~/server/platform/storage/storage";
import type { Unprepared } from "./claim";

type Context = { db: Database; storage: Storage };

const KINDS: readonly PictureKind[] = ["poster", "preview", "sprite", "waveform"];

type Stored = { storageKey: string; size: number; sha256: string };

/**
 * Stores what was found in a file and ends its preparation. Whoever lost the file meanwhile, to another
 * worker or to its owner's purge, leaves nothing behind.
 * @returns whether it was kept.
 */
export async function keepPrepared(
  { db, storage }: Context,
  file: Unprepared,
  { width, height, durationSeconds, pictures }: Prepared,
): Promise<boolean> {
  const stored: (Omit<Prepared["pictures"][number], "path"> & Stored)[] = [];
  for (const { kind, path, contentType } of pictures) {
    const storageKey = keyOf(file, file.attempt, kind);
    const { size } = await storage.putFile(storageKey, path);
    stored.push({ kind, contentType, storageKey, size, sha256: await hashFile(path) });
  }
  const isKept = await db.$transaction(async (tx) => {
    const { count } = await tx.file.updateMany({
      where: { id: file.id, prepareFailures: file.attempt, preparedAt: null },
      data: {
        preparedAt: new Date(),
        prepareUntil: null,
        prepareFailures: 0,
        ...(width && height ? { width, height } : {}),
        ...(durationSeconds === undefined ? {} : { durationSeconds }),
      },
    });
    if (count === 0) return false;
    const { ownerId, filename, status, deletedAt } = await tx.file.findUniqueOrThrow({
      where: { id: file.id },
    });
    const common = { ownerId, status, deletedAt, sourceId: file.id };
    await tx.file.createMany({
      data: stored.map((picture) => ({
        ...picture,
        ...common,
        filename: nameOf(filename, picture.contentType),
      })),
    });
    return true;
  });
  const last = isKept ? file.attempt - 1 : file.attempt;
  for (let attempt = 1; attempt <= last; attempt += 1) {
    for (const kind of KINDS) await storage.delete(keyOf(file, attempt, kind));
  }
  return isKept;
}

/** Keys follow from the attempt, so that what a crash leaves behind is found without a list. */
function keyOf({ id }: Unprepared, attempt: number, kind: PictureKind): string {
  return `pictures/${id.slice(-2)}/${id}/${attempt}-${kind}`;
}

function nameOf(filename: string, contentType: string): string {
  const stem = filename.replace(/\.[^.]*$/, "") || "file";
  return `${stem}.${contentType === "video/mp4" ? "mp4" : "webp"}`;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
