import type { RenderProgress, RenderResult } from "../generator";
import type { Recipe } from "../schema";

/** The one thing a render's process is told. */
export type RenderOrder = {
  recipe: Recipe;
  pictures: readonly string[];
  directory: string;
  ffmpegPath: string | undefined;
};

/** What it answers: progress again and again, then the result once. */
export type RenderReport =
  | { type: "progress"; progress: RenderProgress }
  | { type: "result"; result: RenderResult };
