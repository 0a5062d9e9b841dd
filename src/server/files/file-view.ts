import type { Prisma } from "~/generated/prisma/client";
import { mintMediaUrl, type SigningDeps } from "~/server/delivery/service";
import type { FileView } from "./schema";

const SIGNED_COLUMNS = { id: true, ownerId: true, urlEpoch: true, status: true } as const;

const VIDEO_COLUMNS = {
  id: true,
  width: true,
  height: true,
  durationSeconds: true,
  posterFile: { select: SIGNED_COLUMNS },
  previewFile: { select: SIGNED_COLUMNS },
} as const satisfies Prisma.VideoSelect;

export const FILE_COLUMNS = {
  ...SIGNED_COLUMNS,
  kind: true,
  filename: true,
  contentType: true,
  size: true,
  sha256: true,
  width: true,
  height: true,
  durationSeconds: true,
  createdAt: true,
  deletedAt: true,
  pictures: { select: { ...SIGNED_COLUMNS, kind: true } },
  videoOf: { select: VIDEO_COLUMNS },
} as const satisfies Prisma.FileSelect;

type SignedRow = Prisma.FileGetPayload<{ select: typeof SIGNED_COLUMNS }>;
type FileRow = Prisma.FileGetPayload<{ select: typeof FILE_COLUMNS }>;

/** A file as its owner sees it, with URLs that are signed now. */
export function toFileView(ctx: SigningDeps, row: FileRow): FileView {
  const status = row.deletedAt ? "DELETED" : row.status;
  const video = row.videoOf;
  const picture = (kind: FileView["kind"]) => row.pictures.find((it) => it.kind === kind);
  const mint = (file: SignedRow | null | undefined) =>
    file?.status === "READY" ? mintMediaUrl(ctx, file) : null;
  return {
    id: row.id,
    kind: row.kind,
    videoId: video?.id ?? null,
    filename: row.filename,
    contentType: row.contentType,
    size: Number(row.size),
    sha256: row.sha256,
    status,
    width: row.width ?? video?.width ?? null,
    height: row.height ?? video?.height ?? null,
    durationSeconds: row.durationSeconds ?? video?.durationSeconds ?? null,
    url: status === "READY" ? mintMediaUrl(ctx, row) : null,
    posterUrl: mint(video?.posterFile ?? picture("poster")),
    previewUrl: mint(video?.previewFile ?? picture("preview")),
    waveformUrl: mint(picture("waveform")),
    captionsUrl: mint(picture("captions")),
    createdAt: row.createdAt.toISOString(),
  };
}
