import type { ModelCard, NarrationOutcome, Recipe, StoryboardView } from "./schema.ts";

export type RenderPhase = "drawing" | "finishing";

export type RenderProgress = {
  phase: RenderPhase;
  /** 0…1, never falls. */
  fraction: number;
  /** The newest picture as a small WebP (≤ 12 kB), a few times a second at most. */
  frame?: Uint8Array;
};

export type RenderRequest = {
  recipe: Recipe;
  /** Paths of the recipe's pictures, in its order. */
  pictures?: readonly string[];
  /** A folder of this render's own, with nothing but its pictures in it; the caller removes it. */
  directory: string;
  signal: AbortSignal;
  onProgress: (progress: RenderProgress) => void;
};

export type RenderedFile = { path: string; contentType: string };

export type RenderResult = {
  durationSeconds: number;
  width: number;
  height: number;
  video: RenderedFile;
  poster: RenderedFile;
  preview: RenderedFile;
  /** Pictures at even distances, as `planSprite` lays them out. */
  sprite?: RenderedFile;
  /** WebVTT; none when nothing is said or shown in words. */
  captions?: RenderedFile;
  /** What was understood of the recipe. */
  storyboard?: StoryboardView;
  /** What became of the recipe's narration; left out when it asks for none. */
  narration?: NarrationOutcome;
};

/**
 * Turns a recipe into files. `generate` rejects with the signal's reason once it is aborted and
 * leaves no process behind; any other rejection is a failed render.
 */
export type Generator = {
  card: ModelCard;
  generate(request: RenderRequest): Promise<RenderResult>;
};
