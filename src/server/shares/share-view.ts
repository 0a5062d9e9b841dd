import type { Prisma } from "~/generated/prisma/client";
import type { ShareView } from "./schema";

export const SHARE_COLUMNS = {
  id: true,
  videoId: true,
  passphraseHash: true,
  allowsDownload: true,
  maxViews: true,
  views: true,
  createdAt: true,
  expiresAt: true,
  lastViewedAt: true,
  video: { select: { prompt: true } },
} as const satisfies Prisma.ShareSelect;

type ShareRow = Prisma.ShareGetPayload<{ select: typeof SHARE_COLUMNS }>;

/** A link as its owner sees it. */
export function toShareView({ passphraseHash, video, ...row }: ShareRow): ShareView {
  return {
    ...row,
    title: video.prompt,
    hasPassphrase: passphraseHash !== null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
  };
}
