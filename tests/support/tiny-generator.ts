import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Generator, RenderRequest } from "~/server/platform/generators/generator";

export type TinyGeneratorOptions = {
  steps?: number;
  stepMs?: number;
  /** Called before anything else; may throw. */
  onStart?: (request: RenderRequest) => void | Promise<void>;
};

/** A generator whose films are a few bytes long; it keeps the contract of a real one. */
export function createTinyGenerator(options: TinyGeneratorOptions = {}): Generator {
  const { steps = 4, stepMs = 5, onStart } = options;
  return {
    card: {
      id: "builtin",
      name: "Tiny",
      description: "Films of a few bytes",
      minDurationSeconds: 1,
      maxDurationSeconds: 30,
      qualities: ["480p", "720p", "1080p"],
      aspectRatios: ["16:9", "9:16", "1:1"],
      styles: ["cinematic", "paper"],
      maxScenes: 4,
      maxPictures: 4,
      voices: ["clara"],
    },
    async generate(request) {
      const { recipe, directory, signal, onProgress } = request;
      signal.throwIfAborted();
      await onStart?.(request);
      for (let step = 1; step <= steps; step += 1) {
        await wait(stepMs, undefined, { signal }).catch(() => signal.throwIfAborted());
        onProgress({
          phase: "drawing",
          fraction: step / steps,
          frame: Buffer.from(`frame ${step}`),
        });
      }
      const file = async (name: string, contentType: string) => {
        const path = join(directory, name);
        await writeFile(path, `${name}: ${JSON.stringify(recipe)}`);
        return { path, contentType };
      };
      return {
        durationSeconds: recipe.duration,
        width: 1280,
        height: 720,
        video: await file("video.mp4", "video/mp4"),
        poster: await file("poster.webp", "image/webp"),
        preview: await file("preview.webp", "image/webp"),
        sprite: await file("sprite.webp", "image/webp"),
        ...(recipe.narration ? { captions: await file("captions.vtt", "text/vtt") } : {}),
      };
    },
  };
}
