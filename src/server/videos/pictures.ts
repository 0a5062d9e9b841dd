import { AppError } from "~/server/errors";
import type { Database, Transaction } from "~/server/platform/db";
import type { RecipePicture } from "~/server/platform/generators/schema";

/** @throws BAD_REQUEST unless all of them are whole pictures that the owner has uploaded. */
export async function requirePictures(
  tx: Transaction,
  ownerId: string,
  fileIds: readonly string[],
): Promise<RecipePicture[]> {
  const files = await tx.file.findMany({
    where: {
      id: { in: [...fileIds] },
      ...{ ownerId, kind: "upload", status: "READY", contentType: { startsWith: "image/" } },
    },
    select: { id: true, filename: true, sha256: true, preparedAt: true, width: true },
  });
  return fileIds.map((fileId) => {
    const file = files.find(({ id }) => id === fileId);
    if (!file?.sha256) {
      throw new AppError("BAD_REQUEST", "One of the pictures is not there any more. Choose again.");
    }
    if (file.preparedAt && !file.width) {
      throw new AppError("BAD_REQUEST", `“${file.filename}” cannot be read as a picture.`);
    }
    return { fileId, sha256: file.sha256 };
  });
}

/**
 * Where the bytes of a recipe's pictures lie, in its order.
 * @returns null when one of them is deleted, or has other bytes than the recipe was made for.
 */
export async function findPictures(
  { db }: { db: Database },
  ownerId: string,
  pictures: readonly RecipePicture[],
): Promise<{ storageKey: string; size: number; sha256: string }[] | null> {
  const files = await db.file.findMany({
    where: { id: { in: pictures.map(({ fileId }) => fileId) }, ownerId, status: "READY" },
    select: { id: true, storageKey: true, size: true, sha256: true },
  });
  const found = pictures.flatMap(({ fileId, sha256 }) => {
    const file = files.find(({ id }) => id === fileId);
    return file?.sha256 === sha256 ? [{ ...file, sha256, size: Number(file.size) }] : [];
  });
  return found.length === pictures.length ? found : null;
}
