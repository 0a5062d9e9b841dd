import type { Film } from "./film/film";

/** What a render needs of a film. */
export type DrawableFilm = Omit<Film, "storyboard">;
