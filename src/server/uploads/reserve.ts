import type { File } from "~/generated/prisma/client";
import { ENTITLEMENTS } from "~/server/accounts/schema";
import { measureStorage } from "~/server/accounts/service";
import { AppError } from "~/server/errors";
import { requireTaken } from "./content/detect";
import type { UploadContext } from "./context";
import { type Announcement, MAX_FILES, MAX_UNFINISHED } from "./schema";

const MiB = 1024 ** 2;

/**
 * Everything that can be refused before the first byte; then the file's row, PENDING, which holds its
 * place in the quota. One person's reservations come one after the other.
 * @returns the row; without a size, one that takes as much as there may be.
 * @throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, CONFLICT for too many unfinished ones,
 * INSUFFICIENT_STORAGE.
 */
export async function reserve(ctx: UploadContext, announced: Announcement): Promise<File> {
  const { db, viewer, now } = ctx;
  const { filename, declaredType, declaredSha256, size } = announced;
  const { maxFileBytes, storageBytes } = ENTITLEMENTS[viewer.tier];
  requireTaken(declaredType);
  if (size !== null && size > maxFileBytes) {
    const sentence = `Your plan takes files of up to ${maxFileBytes / MiB} MiB.`;
    throw new AppError("PAYLOAD_TOO_LARGE", sentence);
  }
  await requireDisk(ctx, size ?? 1);
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${viewer.id} FOR NO KEY UPDATE`;
    const left = storageBytes - (await measureStorage(tx, viewer.id));
    if ((size ?? 1) > left) {
      const full = `Your storage of ${storageBytes / 1024 ** 3} GiB has no room for this file.`;
      throw new AppError("INSUFFICIENT_STORAGE", `${full} Delete something, then try again.`);
    }
    const mine = { ownerId: viewer.id, kind: "upload" } as const;
    const unfinished = await tx.file.count({ where: { ...mine, status: "PENDING" } });
    if (unfinished >= MAX_UNFINISHED) {
      const many = `${MAX_UNFINISHED} of your uploads are not finished.`;
      throw new AppError("CONFLICT", `${many} Finish or cancel some of them first.`);
    }
    if ((await tx.file.count({ where: { ...mine, status: "READY" } })) >= MAX_FILES) {
      const many = `You have ${MAX_FILES} files, the most that T2M keeps for one person.`;
      throw new AppError("INSUFFICIENT_STORAGE", many);
    }
    const row = await tx.file.create({
      data: {
        ...mine,
        filename,
        contentType: declaredType,
        size: size ?? Math.min(left, maxFileBytes),
        declaredSha256,
        storageKey: crypto.randomUUID(),
        touchedAt: now(),
      },
    });
    const storageKey = storageKeyOf(row.id);
    return tx.file.update({ where: { id: row.id }, data: { storageKey } });
  });
}

/** Spread over folders by what is random in an id. */
function storageKeyOf(id: string): string {
  return `uploads/${id.slice(-2)}/${id}`;
}

async function requireDisk({ storage }: UploadContext, size: number): Promise<void> {
  const space = await storage.findSpace?.();
  if (!space || space.freeBytes > size) return;
  const sentence = "There is no room left on T2M's disk. Tell whoever runs it; try again later.";
  throw new AppError("INSUFFICIENT_STORAGE", sentence);
}
