import { spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import {
  AAC_BITS_PER_SECOND,
  type OpenVideoWriter,
  SAMPLE_RATE,
  type Soundtrack,
  type VideoTarget,
  X264,
  x264Threads,
} from "./video-writer";

const KEPT_ERROR_BYTES = 4_000;

/**
 * Encodes with an ffmpeg program: pictures through its stdin, sound from a file beside the target.
 * The writer rejects with the program's last lines when it fails.
 */
export function createFfmpegWriter(ffmpegPath: string): OpenVideoWriter {
  return async (target) => {
    const soundPath = target.soundtrack && `${target.path}.f32le`;
    if (target.soundtrack && soundPath) await writeFile(soundPath, interleave(target.soundtrack));
    const ffmpeg = spawn(ffmpegPath, ffmpegArguments(target, soundPath), {
      stdio: ["pipe", "ignore", "pipe"],
    });
    const killWithUs = () => ffmpeg.kill("SIGKILL");
    process.once("exit", killWithUs);

    let lastLines = "";
    ffmpeg.stderr.setEncoding("utf8").on("data", (text: string) => {
      lastLines = (lastLines + text).slice(-KEPT_ERROR_BYTES);
    });
    // A program that ended early breaks the pipe; what it said on stderr is the better error.
    ffmpeg.stdin.on("error", () => {});
    const ended = new Promise<void>((resolve, reject) => {
      ffmpeg.once("error", reject);
      ffmpeg.once("close", (code, signal) => {
        process.off("exit", killWithUs);
        if (code === 0) return resolve();
        reject(new Error(`ffmpeg ended with ${signal ?? code}: ${lastLines.trim()}`));
      });
    });
    ended.catch(() => {});

    const picture = Buffer.alloc(target.source.width * target.source.height * 4);
    let taken: Promise<unknown> = Promise.resolve();

    return {
      async write(pixels) {
        await Promise.race([taken, ended]);
        picture.set(pixels);
        taken = new Promise((resolve) => ffmpeg.stdin.write(picture, resolve));
      },
      async finish() {
        ffmpeg.stdin.end();
        await ended;
        if (soundPath) await rm(soundPath);
      },
    };
  };
}

function ffmpegArguments(target: VideoTarget, soundPath: string | undefined): string[] {
  const { source, fps } = target;
  const sound = ["-f", "f32le", "-ar", `${SAMPLE_RATE}`, "-ac", "2", "-i"];
  const aac = ["-c:a", "aac", "-b:a", `${AAC_BITS_PER_SECOND}`, "-shortest"];
  return [
    ...["-hide_banner", "-loglevel", "error", "-y"],
    ...["-f", "rawvideo", "-pix_fmt", "rgba", "-s", `${source.width}x${source.height}`],
    ...["-r", `${fps}`, "-i", "pipe:0"],
    ...(soundPath ? [...sound, soundPath] : []),
    "-vf",
    `scale=${target.width}:${target.height}:out_color_matrix=bt709:out_range=tv,format=yuv420p`,
    ...["-c:v", "libx264", "-preset", X264.preset, "-profile:v", X264.profile],
    ...["-x264-params", X264.parameters],
    ...["-crf", `${target.crf}`, "-g", `${fps * X264.secondsPerKeyframe}`],
    ...(target.maxBitsPerSecond
      ? ["-maxrate", `${target.maxBitsPerSecond}`, "-bufsize", `${target.maxBitsPerSecond}`]
      : []),
    ...["-threads:v", `${x264Threads(target)}`],
    ...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"],
    ...["-color_range", "tv"],
    ...(soundPath ? aac : []),
    ...["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"],
    ...["-map_metadata", "-1"],
    ...Object.entries(target.tags ?? {}).flatMap(([name, text]) => [
      "-metadata",
      `${name}=${text}`,
    ]),
    ...["-movflags", "+faststart", "-f", "mp4", target.path],
  ];
}

function interleave({ left, right }: Soundtrack): Float32Array {
  return Float32Array.from({ length: left.length * 2 }, (_, index) => {
    const plane = index % 2 === 0 ? left : right;
    return plane[index >> 1] ?? 0;
  });
}
