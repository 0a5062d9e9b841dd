import type { Film } from "~/server/platform/generators/builtin/film/film";
import { createStoryboard } from "~/server/platform/generators/builtin/film/storyboard";
import type { Recipe } from "~/server/platform/generators/schema";

export const SQUARE_RECIPE: Recipe = {
  model: "builtin",
  prompt: "a square crosses the screen",
  duration: 3,
  quality: "480p",
  aspectRatio: "16:9",
  style: "paper",
  seed: 5,
};

type Options = { hue?: number; width?: number; height?: number; recipe?: Partial<Recipe> };

/** A film that is drawn at once: a square that crosses a coloured ground. */
export function squareFilm(options: Options = {}): Film {
  const { hue = 200, width = 320, height = 180, recipe } = options;
  const fps = 30;
  const storyboard = createStoryboard({ ...SQUARE_RECIPE, ...recipe });
  const seconds = recipe?.duration ?? SQUARE_RECIPE.duration;
  return {
    width,
    height,
    fps,
    frameCount: seconds * fps,
    mood: storyboard.mood,
    posterFrame: 40,
    scenes: [
      { start: 0, duration: seconds / 2, mood: "joyful" },
      { start: seconds / 2, duration: seconds / 2, mood: "joyful" },
    ],
    storyboard,
    drawFrame(context, index) {
      context.fillStyle = `hsl(${hue} 60% 40%)`;
      context.fillRect(0, 0, width, height);
      context.fillStyle = "white";
      context.fillRect((index * 3) % width, 60, 50, 50);
    },
  };
}
