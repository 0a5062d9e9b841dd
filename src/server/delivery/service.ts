import type { Viewer } from "~/server/accounts/schema";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import type { CreateSignedUrlInput, RevokeSignedUrlsInput, SignedUrl } from "./schema";
import { mintMediaUrl, type SigningDeps } from "./signed-url";

export type { AnswerDeps, FileAnswer, StoredBytes } from "./answer";
export { countBytes } from "./byteranges";
export { contentDisposition, safeName } from "./content-disposition";
export { decideFileAnswer } from "./decide";
export { type KeyRing, readKeyRing } from "./key-ring";
export { problemAnswer } from "./problems";
export { mintMediaUrl, type SigningDeps } from "./signed-url";
export { openStoredBytes } from "./stored-bytes";
export { respondWithFile } from "./web-response";

type Context = SigningDeps & { db: Database; viewer: Viewer };

/** @throws NOT_FOUND unless it is the viewer's own file, ready and not deleted. */
export async function createSignedUrl(
  ctx: Context,
  { fileId, expiresIn, disposition }: CreateSignedUrlInput,
): Promise<SignedUrl> {
  const file = await ctx.db.file.findFirst({
    where: { id: fileId, ownerId: ctx.viewer.id, status: "READY", deletedAt: null },
    select: { id: true, ownerId: true, urlEpoch: true },
  });
  if (!file) throw noSuchFile();
  return mintMediaUrl(ctx, file, { disposition, ttlSeconds: expiresIn });
}

/**
 * Kills every URL of the file that was signed before, at once.
 * @throws NOT_FOUND unless it is the viewer's own and not deleted.
 */
export async function revokeSignedUrls(
  ctx: Pick<Context, "db" | "viewer">,
  { fileId }: RevokeSignedUrlsInput,
): Promise<{ fileId: string }> {
  const { count } = await ctx.db.file.updateMany({
    where: { id: fileId, ownerId: ctx.viewer.id, deletedAt: null },
    data: { urlEpoch: { increment: 1 } },
  });
  if (count === 0) throw noSuchFile();
  return { fileId };
}

function noSuchFile(): AppError {
  return new AppError("NOT_FOUND", "There is no such file. It may have been deleted.");
}
