import type { Recipe } from "../schema";

const MAX_TITLE_CHARACTERS = 200;

/**
 * What a film's file says about itself: its title, and the recipe as JSON. Pictures are named by their
 * hashes alone, since files' ids mean something only to their owner.
 */
export function tagFilm({ pictures, ...recipe }: Recipe): Record<string, string> {
  const told = {
    ...recipe,
    ...(pictures ? { pictures: pictures.map(({ sha256 }) => sha256) } : {}),
  };
  return {
    title: Array.from(recipe.prompt).slice(0, MAX_TITLE_CHARACTERS).join(""),
    comment: JSON.stringify(told),
  };
}
