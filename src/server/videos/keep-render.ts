import type { Transaction } from "~/server/platform/db";
import type { NarrationOutcome, StoryboardView } from "~/server/platform/generators/schema";
import { filenameFor } from "./filename";

/** A file that is whole and durable in the storage. */
export type StoredFile = {
  storageKey: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
};

type Measures = { durationSeconds: number; width: number; height: number };

export type StoredRender = Measures & {
  video: StoredFile;
  poster: StoredFile;
  preview: StoredFile;
  /** Left out: made from the film later. */
  sprite?: StoredFile;
  /** Left out: nothing is said or shown in words. */
  captions?: StoredFile;
  narration?: NarrationOutcome;
  /** What was understood of the recipe. */
  storyboard?: StoryboardView;
};

/** Makes stored files the video's own. Belongs into the transaction that ends its job. */
export async function keepRender(
  tx: Transaction,
  { videoId }: { videoId: string },
  render: StoredRender,
): Promise<void> {
  const { ownerId, prompt } = await tx.video.findUniqueOrThrow({
    where: { id: videoId },
    select: { ownerId: true, prompt: true },
  });
  const { durationSeconds, width, height, sprite, captions, narration, storyboard } = render;
  const keep = async (
    kind: "video" | "poster" | "preview" | "sprite" | "captions",
    { contentType, ...stored }: StoredFile,
    more: { sourceId?: string; preparedAt?: Date } & Partial<Measures> = {},
  ) => {
    const filename = filenameFor(prompt, contentType);
    const { id } = await tx.file.create({
      data: { ownerId, kind, filename, contentType, status: "READY", ...stored, ...more },
      select: { id: true },
    });
    return id;
  };
  const measures = { durationSeconds, width, height };
  const preparedAt = sprite ? { preparedAt: new Date() } : {};
  const fileId = await keep("video", render.video, { ...measures, ...preparedAt });
  if (sprite) await keep("sprite", sprite, { sourceId: fileId });
  if (captions) await keep("captions", captions, { sourceId: fileId });
  const data = {
    ...measures,
    narration: narration ?? null,
    ...(storyboard ? { storyboard } : {}),
    fileId,
    posterFileId: await keep("poster", render.poster),
    previewFileId: await keep("preview", render.preview),
  };
  await tx.video.update({ where: { id: videoId }, data });
}
