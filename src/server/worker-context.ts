import { env } from "~/env";
import { createAdapters } from "./context";
import { createGenerators } from "./platform/generators/registry";
import { createPreparer } from "./platform/media/create-preparer";

/** The adapters of a worker: those of every process, what makes videos, and what looks into files. */
export function createWorkerAdapters() {
  return {
    ...createAdapters("worker"),
    generators: createGenerators({ ffmpegPath: env().FFMPEG_PATH }),
    preparer: createPreparer({ ffmpegPath: env().FFMPEG_PATH }),
  };
}
