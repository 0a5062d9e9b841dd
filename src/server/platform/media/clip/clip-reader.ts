/** Something that plays: pictures, sound, or both. */
export type ClipReader = {
  /** Pixels as shown; null without pictures. */
  size: { width: number; height: number } | null;
  durationSeconds: number;
  hasSound: boolean;
  /**
   * The picture that is on screen at each of the moments, as RGBA of exactly that size. Moments are
   * seconds, ascending. Where finding one takes more than its share of the time, it is the nearest
   * that was found.
   */
  pictures(
    moments: readonly number[],
    size: { width: number; height: number },
    budgetMs: number,
  ): AsyncIterable<Buffer>;
  /** The whole sound at `SOUND_RATE`, mixed down to one channel, in pieces. */
  sound(): AsyncIterable<Float32Array>;
  close(): Promise<void>;
};

export type OpenClip = (path: string) => Promise<ClipReader>;

export const SOUND_RATE = 8_000;

/** 4096 × 2304: beyond it a few pictures fill the memory. */
export const MAX_CLIP_PIXELS = 4096 * 2304;

/** Of FFmpeg's formats those that hold all of their data: no playlists, which name other files. */
export const CLIP_FORMATS =
  "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mp3,wav,flac,ogg,aac,mpegts,mpeg";
