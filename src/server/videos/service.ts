import type { Generator } from "~/server/platform/generators/generator";
import type { ModelCard } from "~/server/platform/generators/schema";

export { generateVideo } from "./generate";
export { keepRender, type StoredFile, type StoredRender } from "./keep-render";
export { getVideo, listVideos } from "./read";
export { removeVideo, restoreVideo } from "./remove";

/** What can make videos here. */
export function listModels({ generators }: { generators: readonly Generator[] }): ModelCard[] {
  return generators.map(({ card }) => card);
}
