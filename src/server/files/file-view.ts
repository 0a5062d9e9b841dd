import type { Prisma } from "~/generated/prisma/client";
import { mintMediaUrl, type SigningDeps } from "~/server/delivery/service";
import type { FileView } from "./schema";

const SIGNED_COLUMNS = { id: true, ownerId: true, urlEpoch: true, status: true } as const;

export const FILE_COLUMNS = {
  ...SIGNED_COLUMNS,
  kind: true,
  filename: true,
  contentType: true,
  size: true,
  sha256: true,
  createdAt: true,
  deletedAt: true,
  videoOf: { select: { id: true, posterFile: { select: SIGNED_COLUMNS } } },
} as const satisfies Prisma.FileSelect;

type FileRow = Prisma.FileGetPayload<{ select: typeof FILE_COLUMNS }>;

/** A file as its owner sees it, with URLs that are signed now. */
export function toFileView(ctx: SigningDeps, row: FileRow): FileView {
  const status = row.deletedAt ? "DELETED" : row.status;
  const poster = row.videoOf?.posterFile;
  return {
    id: row.id,
    kind: row.kind,
    videoId: row.videoOf?.id ?? null,
    filename: row.filename,
    contentType: row.contentType,
    size: Number(row.size),
    sha256: row.sha256,
    status,
    url: status === "READY" ? mintMediaUrl(ctx, row) : null,
    posterUrl: poster?.status === "READY" ? mintMediaUrl(ctx, poster) : null,
    createdAt: row.createdAt.toISOString(),
  };
}
