import type { Transaction } from "~/server/platform/db";
import { filenameFor } from "./filename";

/** A file that is whole and durable in the storage. */
export type StoredFile = {
  storageKey: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
};

export type StoredRender = {
  durationSeconds: number;
  width: number;
  height: number;
  video: StoredFile;
  poster: StoredFile;
  preview: StoredFile;
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
  const keep = async (kind: "video" | "poster" | "preview") => {
    const { contentType, ...stored } = render[kind];
    const filename = filenameFor(prompt, contentType);
    const { id } = await tx.file.create({
      data: { ownerId, kind, filename, contentType, status: "READY", ...stored },
      select: { id: true },
    });
    return id;
  };
  const data = {
    fileId: await keep("video"),
    posterFileId: await keep("poster"),
    previewFileId: await keep("preview"),
    durationSeconds: render.durationSeconds,
    width: render.width,
    height: render.height,
  };
  await tx.video.update({ where: { id: videoId }, data });
}
