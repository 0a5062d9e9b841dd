import type { Prisma } from "~/generated/prisma/client";
import { AppError } from "~/server/errors";
import type { Database } from "~/server/platform/db";
import { hashShareToken } from "./token";

const FILE_COLUMNS = {
  id: true,
  ownerId: true,
  urlEpoch: true,
  status: true,
} as const satisfies Prisma.FileSelect;

const COLUMNS = {
  id: true,
  passphraseHash: true,
  allowsDownload: true,
  maxViews: true,
  views: true,
  createdAt: true,
  expiresAt: true,
  owner: { select: { name: true } },
  video: {
    select: {
      prompt: true,
      durationSeconds: true,
      width: true,
      height: true,
      file: {
        select: {
          ...FILE_COLUMNS,
          pictures: {
            where: { kind: { in: ["sprite", "captions"] }, status: "READY" },
            select: { ...FILE_COLUMNS, kind: true },
          },
        },
      },
      posterFile: { select: FILE_COLUMNS },
    },
  },
} as const satisfies Prisma.ShareSelect;

export type OpenableShare = Prisma.ShareGetPayload<{ select: typeof COLUMNS }>;

/**
 * The share behind a link, ended or not.
 * @throws NOT_FOUND, in one and the same way, when it never was or was taken back, when its video is
 * gone, and when its owner is suspended or has left.
 */
export async function getShare({ db }: { db: Database }, token: string): Promise<OpenableShare> {
  const share = await db.share.findFirst({
    where: {
      tokenHash: hashShareToken(token),
      revokedAt: null,
      owner: { suspendedAt: null, deletedAt: null },
      video: { deletedAt: null, file: { status: "READY", deletedAt: null } },
    },
    select: COLUMNS,
  });
  if (share) return share;
  throw new AppError(
    "NOT_FOUND",
    "There is nothing behind this link. It may be incomplete, or somebody has taken it back.",
  );
}

export function isUsedUp({ views, maxViews }: Pick<OpenableShare, "views" | "maxViews">): boolean {
  return maxViews !== null && views >= maxViews;
}
