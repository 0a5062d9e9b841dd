import { env } from "~/env";
import { createAdapters } from "./context";
import { createGenerators } from "./platform/generators/registry";

/** The adapters of a worker: those of every process, and what makes videos. */
export function createWorkerAdapters() {
  return {
    ...createAdapters("worker"),
    generators: createGenerators({ ffmpegPath: env().FFMPEG_PATH }),
  };
}
