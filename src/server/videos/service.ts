import type { ModelCard } from "~/server/platform/generators/schema";

export { requireAllowed, requireStorageLeft } from "./allowance";
export { createBatchVideos, listBatchVideos } from "./batch-videos";
export { generateVideo } from "./generate";
export { keepRender, type StoredFile, type StoredRender } from "./keep-render";
export { findPictures } from "./pictures";
export { purgeVideo, purgeVideos } from "./purge";
export { getVideo, listVideos } from "./read";
export { removeVideo, restoreVideo } from "./remove";
export { retryVideo } from "./retry";

/** What can make videos here. */
export function listModels({ models }: { models: readonly ModelCard[] }): readonly ModelCard[] {
  return models;
}
