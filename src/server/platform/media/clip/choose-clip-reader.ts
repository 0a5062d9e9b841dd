import type { OpenClip } from "./clip-reader";
import { createFfmpegReader } from "./ffmpeg-reader";

export class NoDecoder extends Error {
  override readonly name = "NoDecoder";
}

/** @throws NoDecoder when neither node-av, which is optional, nor an ffmpeg program is there. */
export async function chooseClipReader(ffmpegPath: string | undefined): Promise<OpenClip> {
  try {
    return (await import("./node-av-reader")).openNodeAvClip;
  } catch {
    if (!ffmpegPath) throw new NoDecoder("There is neither node-av nor an ffmpeg program.");
    return createFfmpegReader(ffmpegPath);
  }
}
