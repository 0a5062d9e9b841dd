/** A sprite of pictures of the film, row by row; sizes in pixels, tile n from n × `seconds` on. */
export type Storyboard = {
  /** Signed, absolute. */
  url: string;
  columns: number;
  rows: number;
  tileWidth: number;
  tileHeight: number;
  seconds: number;
};

/**
 * The pictures as a WebVTT metadata track, as Media Chrome's preview reads it: one cue for each tile,
 * its place as a media fragment (W3C Media Fragments 1.0 §4.2.2).
 * @param duration - of the film, seconds.
 */
export function toThumbnailTrack(board: Storyboard, duration: number): string {
  const count = Math.min(board.columns * board.rows, Math.ceil(duration / board.seconds - 1e-6));
  const cues = Array.from({ length: Math.max(1, count) }, (_, tile) => {
    const isLast = tile === count - 1;
    const end = isLast
      ? Math.max(duration, (tile + 1) * board.seconds)
      : (tile + 1) * board.seconds;
    const x = (tile % board.columns) * board.tileWidth;
    const y = Math.floor(tile / board.columns) * board.tileHeight;
    const place = `#xywh=${x},${y},${board.tileWidth},${board.tileHeight}`;
    return `${timestamp(tile * board.seconds)} --> ${timestamp(end)}\n${board.url}${place}`;
  });
  return `WEBVTT\n\n${cues.join("\n\n")}\n`;
}

/** WebVTT §4.2: hh:mm:ss.ttt */
function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const pad = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, "0");
  const [h, m, s] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60];
  return `${pad(h)}:${pad(m)}:${pad(s)}.${pad(ms % 1000, 3)}`;
}
