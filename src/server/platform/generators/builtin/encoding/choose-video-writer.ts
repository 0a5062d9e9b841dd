import { createFfmpegWriter } from "./ffmpeg-writer";
import type { OpenVideoWriter } from "./video-writer";

/**
 * Chooses the encoder: the named ffmpeg, else node-av, which is an optional dependency, else the
 * ffmpeg that PATH finds.
 */
export async function chooseVideoWriter(ffmpegPath: string | undefined): Promise<OpenVideoWriter> {
  if (ffmpegPath) return createFfmpegWriter(ffmpegPath);
  try {
    return (await import("./node-av-writer")).openNodeAvWriter;
  } catch {
    return createFfmpegWriter("ffmpeg");
  }
}
