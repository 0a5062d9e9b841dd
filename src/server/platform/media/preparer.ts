export type PictureKind = "poster" | "preview" | "sprite" | "waveform";

export type Picture = { kind: PictureKind; path: string; contentType: string };

/** What is inside a file. Nothing of it is known, and there are no pictures, when nothing can be read. */
export type Prepared = {
  /** Pixels as shown, so after turning. */
  width?: number;
  height?: number;
  durationSeconds?: number;
  pictures: readonly Picture[];
  /** Why there is less than could be, for the log. */
  problem?: string;
  /** Nobody here can decode what plays: neither node-av nor an ffmpeg program is there. */
  isWithoutDecoder?: true;
};

export type PrepareRequest = {
  /** A file of this machine, only read. */
  path: string;
  /** What the content is, not what somebody calls it. */
  contentType: string;
  wanted: readonly PictureKind[];
  /** An empty folder of this request's own; the caller removes it. */
  directory: string;
  signal: AbortSignal;
};

/**
 * Looks into files that strangers made, each in a process of its own with bounded memory and time.
 * A file that cannot be read is no error; `prepare` rejects when the process was lost or aborted.
 */
export type Preparer = { prepare(request: PrepareRequest): Promise<Prepared> };
