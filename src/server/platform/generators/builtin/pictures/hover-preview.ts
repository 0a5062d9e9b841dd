import type { Film } from "../film/film";

const SECONDS = 3;
const FPS = 15;
const MAX_SCENES = 3;
/** A scene is at its best when everything has arrived and nothing has left yet. */
const BEST_MOMENT = 0.55;

export type HoverPreview = {
  width: number;
  height: number;
  fps: number;
  /** Frames of the film, in its order. */
  frames: ReadonlySet<number>;
};

/** Plans the silent clip shown under a hovering mouse: short looks into up to three scenes. */
export function planHoverPreview(film: Film): HoverPreview {
  const width = film.width > film.height ? 426 : 320;
  const height = Math.round((width * film.height) / film.width / 2) * 2;
  const stride = Math.max(1, Math.round(film.fps / FPS));
  const wanted = Math.min(SECONDS * FPS, Math.floor(film.frameCount / stride));
  const scenes = pickScenes(film);
  const perScene = Math.ceil(wanted / scenes.length);
  const frames = new Set<number>();
  for (const { start, duration } of scenes) {
    const middle = (start + duration * BEST_MOMENT) * film.fps;
    const last = film.frameCount - 1 - (perScene - 1) * stride;
    const first = Math.max(0, Math.min(last, Math.round(middle - (perScene * stride) / 2)));
    for (let index = 0; index < perScene && frames.size < wanted; index++) {
      frames.add(first + index * stride);
    }
  }
  return { width, height, fps: Math.round(film.fps / stride), frames };
}

function pickScenes({ scenes, frameCount, fps }: Film) {
  if (scenes.length === 0) return [{ start: 0, duration: frameCount / fps }];
  const count = Math.min(MAX_SCENES, scenes.length);
  const step = scenes.length / count;
  return scenes.filter((_, index) => index % step < 1);
}
