import { loadPictures } from "~/server/platform/generators/builtin/film/artwork/pictures";
import { placeCast } from "~/server/platform/generators/builtin/film/cast/cast";
import { castRoles } from "~/server/platform/generators/builtin/film/cast/casting";
import { paintScenery } from "~/server/platform/generators/builtin/film/scenery/scenery";
import { createStoryboard } from "~/server/platform/generators/builtin/film/storyboard";
import type { Recipe } from "~/server/platform/generators/schema";

/** The first scene of a prompt on a small stage, with everybody in their places. */
export async function stagePrompt(prompt: string) {
  const recipe = { prompt, duration: 5, seed: 3, style: "cinematic" } as Recipe;
  const [told] = createStoryboard(recipe).scenes;
  if (!told) throw new Error(`nothing is told of ${prompt}`);
  const scene = castRoles(told);
  const images = await loadPictures([...scene.cast, ...scene.props].map(({ picture }) => picture));
  const set = paintScenery(scene, { width: 426, height: 240, style: "cinematic" }, 0);
  return { scene, set, actors: placeCast(scene, set, images) };
}
