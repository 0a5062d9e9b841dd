import type { PictureKind } from "./preparer";

/** The one thing that the child process is told. */
export type PrepareOrder = {
  path: string;
  contentType: string;
  wanted: readonly PictureKind[];
  /** An empty folder that pictures are written to. */
  directory: string;
  ffmpegPath: string | undefined;
};
