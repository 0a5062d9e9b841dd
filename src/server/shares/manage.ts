import type { Viewer } from "~/server/accounts/schema";
import { afterCursor, toPage } from "~/server/cursor";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { hashPassphrase } from "./passphrase";
import type { CreatedShare, CreateShareInput, ListSharesInput, ShareView } from "./schema";
import { SHARE_COLUMNS, toShareView } from "./share-view";
import { createShareToken, hashShareToken } from "./token";

type Context = { db: Database; viewer: Viewer; appOrigin: string; now: () => Date };

/**
 * Makes a link that lets whoever has it watch the video. Its token is in this answer and nowhere else.
 * @throws NOT_FOUND unless it is the viewer's own video; CONFLICT while there is nothing to watch.
 */
export async function createShare(
  { db, viewer, appOrigin, now }: Context,
  { videoId, expiresIn, passphrase, maxViews, allowsDownload }: CreateShareInput,
): Promise<CreatedShare> {
  const video = await db.video.findFirst({
    where: { id: videoId, ownerId: viewer.id, deletedAt: null },
    select: { fileId: true },
  });
  if (!video) throw new AppError("NOT_FOUND", "There is no such video. It may have been deleted.");
  if (!video.fileId) throw new AppError("CONFLICT", "This video can be shared once it is made.");
  const token = createShareToken();
  const createdAt = now();
  const row = await db.share.create({
    data: {
      ownerId: viewer.id,
      videoId,
      tokenHash: hashShareToken(token),
      passphraseHash: passphrase === undefined ? null : await hashPassphrase(passphrase),
      maxViews: maxViews ?? null,
      allowsDownload,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + expiresIn * 1000),
    },
    select: SHARE_COLUMNS,
  });
  return { ...toShareView(row), url: `${appOrigin}/s/${token}` };
}

/** The viewer's links, newest first: those that have ended too, those taken back not. */
export async function listShares(
  { db, viewer }: Pick<Context, "db" | "viewer">,
  { videoId, cursor, limit }: ListSharesInput,
): Promise<{ items: ShareView[]; nextCursor: string | null }> {
  const rows = await db.share.findMany({
    where: {
      ownerId: viewer.id,
      revokedAt: null,
      video: { deletedAt: null },
      ...(videoId ? { videoId } : {}),
      ...afterCursor(cursor),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: SHARE_COLUMNS,
  });
  const { page, nextCursor } = toPage(rows, limit);
  return { items: page.map(toShareView), nextCursor };
}

/**
 * Takes a link back: nobody opens it any more. Who watches just now can for SHARED_URL_SECONDS at most.
 * @throws NOT_FOUND unless it is the viewer's own and not taken back yet.
 */
export async function revokeShare(
  { db, viewer, now }: Pick<Context, "db" | "viewer" | "now">,
  { shareId }: { shareId: string },
): Promise<{ shareId: string }> {
  const { count } = await db.share.updateMany({
    where: { id: shareId, ownerId: viewer.id, revokedAt: null },
    data: { revokedAt: now() },
  });
  if (count === 0) {
    throw new AppError("NOT_FOUND", "There is no such link. It may have been taken back.");
  }
  return { shareId };
}
