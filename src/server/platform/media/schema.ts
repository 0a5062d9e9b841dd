/** How the pictures lie in a storyboard sprite, row by row from its upper left corner. */
export type Sprite = {
  columns: number;
  rows: number;
  /** Pixels. */
  tileWidth: number;
  tileHeight: number;
  /** Tile n stands for the seconds from n × this on. */
  seconds: number;
};

const COLUMNS = 10;
const MAX_TILES = 100;
const TILE_WIDTH = 160;
const MIN_TILE_HEIGHT = 40;
const MAX_TILE_HEIGHT = 320;

/** Follows from the film alone, so that nobody has to keep it. Sizes in pixels. */
export function planSprite(film: {
  durationSeconds: number;
  width: number;
  height: number;
}): Sprite & { tiles: number } {
  const seconds = Math.max(1, film.durationSeconds / MAX_TILES);
  const tiles = Math.min(MAX_TILES, Math.max(1, Math.ceil(film.durationSeconds / seconds - 1e-6)));
  const columns = Math.min(COLUMNS, tiles);
  const height = 2 * Math.round((TILE_WIDTH * film.height) / film.width / 2);
  return {
    columns,
    rows: Math.ceil(tiles / columns),
    tileWidth: TILE_WIDTH,
    tileHeight: Math.min(MAX_TILE_HEIGHT, Math.max(MIN_TILE_HEIGHT, height)),
    seconds,
    tiles,
  };
}

/** The moment that each tile shows: the middle of what it stands for. Seconds, ascending. */
export function spriteMoments(film: Parameters<typeof planSprite>[0]): number[] {
  const { tiles, seconds } = planSprite(film);
  return Array.from({ length: tiles }, (_, tile) => {
    const end = Math.min(film.durationSeconds, (tile + 1) * seconds);
    return (tile * seconds + end) / 2;
  });
}
