import type { Prisma } from "~/generated/prisma/client";
import { mintMediaUrl, type SigningDeps } from "~/server/delivery/service";
import type { JobView } from "~/server/jobs/schema";
import { NarrationOutcome, Recipe } from "~/server/platform/generators/schema";
import { planSprite, type Sprite } from "~/server/platform/media/schema";
import type { MediaUrl, VideoView } from "./schema";

const FILE_COLUMNS = {
  id: true,
  ownerId: true,
  urlEpoch: true,
  status: true,
  size: true,
  sha256: true,
} as const satisfies Prisma.FileSelect;

export const VIDEO_COLUMNS = {
  id: true,
  prompt: true,
  recipe: true,
  narration: true,
  currentJobId: true,
  durationSeconds: true,
  width: true,
  height: true,
  createdAt: true,
  deletedAt: true,
  file: {
    select: {
      ...FILE_COLUMNS,
      pictures: {
        where: { kind: { in: ["sprite", "captions"] } },
        select: { ...FILE_COLUMNS, kind: true },
      },
    },
  },
  posterFile: { select: FILE_COLUMNS },
  previewFile: { select: FILE_COLUMNS },
} as const satisfies Prisma.VideoSelect;

export type VideoRow = Prisma.VideoGetPayload<{ select: typeof VIDEO_COLUMNS }>;

/** A video as its owner sees it, with URLs that are signed now. */
export function toVideoView(ctx: SigningDeps, row: VideoRow, job: JobView): VideoView {
  const mint = (file: VideoRow["posterFile"] | undefined): MediaUrl | null =>
    file?.status === "READY" ? mintMediaUrl(ctx, file) : null;
  const made = (kind: "sprite" | "captions") => row.file?.pictures.find((it) => it.kind === kind);
  const sprite = mint(made("sprite"));
  return {
    id: row.id,
    prompt: row.prompt,
    status: job.status,
    job,
    recipe: Recipe.parse(row.recipe),
    narration: NarrationOutcome.nullable().parse(row.narration),
    fileId: row.file?.id ?? null,
    posterFileId: row.posterFile?.id ?? null,
    duration: row.durationSeconds,
    width: row.width,
    height: row.height,
    size: row.file ? Number(row.file.size) : null,
    sha256: row.file?.sha256 ?? null,
    urls: {
      video: mint(row.file),
      poster: mint(row.posterFile),
      preview: mint(row.previewFile),
      sprite,
      captions: mint(made("captions")),
    },
    sprite: sprite && layOutSprite(row),
    createdAt: row.createdAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

function layOutSprite({ durationSeconds, width, height }: VideoRow): Sprite | null {
  if (!durationSeconds || !width || !height) return null;
  const { tiles: _, ...sprite } = planSprite({ durationSeconds, width, height });
  return sprite;
}
