import { type ChildProcessByStdio, spawn } from "node:child_process";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { z } from "zod";
import {
  CLIP_FORMATS,
  type ClipReader,
  MAX_CLIP_PIXELS,
  type OpenClip,
  SOUND_RATE,
} from "./clip-reader";

const LIMITS = ["-protocol_whitelist", "file,pipe", "-format_whitelist", CLIP_FORMATS];
const QUIET = ["-hide_banner", "-loglevel", "error", "-nostdin", "-max_alloc", "268435456"];
/** Moments that lie closer together are read in one go. */
const RUN_SECONDS = 2;

const Probed = z.object({
  format: z.object({ duration: z.coerce.number().catch(0) }),
  streams: z.array(
    z.object({
      codec_type: z.string(),
      width: z.int().catch(0),
      height: z.int().catch(0),
      disposition: z.object({ attached_pic: z.int() }).catch({ attached_pic: 0 }),
      side_data_list: z.array(z.object({ rotation: z.number().catch(0) })).catch([]),
    }),
  ),
});

/** Decodes with an ffmpeg program and the ffprobe beside it, both started in this process's group. */
export function createFfmpegReader(ffmpegPath: string): OpenClip {
  const run = (args: readonly string[]) => start(ffmpegPath, [...QUIET, ...args]);
  return async (path): Promise<ClipReader> => {
    const { format, streams } = await probe(ffmpegPath, path);
    const video = streams.find(
      ({ codec_type, disposition }) => codec_type === "video" && disposition.attached_pic === 0,
    );
    const { width = 0, height = 0 } = video ?? {};
    if (width * height > MAX_CLIP_PIXELS) throw new Error(`${width} × ${height} is too large.`);
    const isTurned = video?.side_data_list.some(({ rotation }) => Math.abs(rotation) % 180 === 90);
    const size = isTurned ? { width: height, height: width } : { width, height };
    return {
      size: video && width > 0 ? size : null,
      durationSeconds: format.duration,
      hasSound: streams.some(({ codec_type }) => codec_type === "audio"),
      async *pictures(moments, wanted) {
        for (const { from, step, count } of runsOf(moments)) {
          const pixels = await read(
            run([
              ...["-threads", "1", ...LIMITS, "-ss", `${from}`, "-i", path, "-an"],
              "-vf",
              `fps=1/${step}:start_time=0:round=up,scale=${wanted.width}:${wanted.height}`,
              ...["-frames:v", `${count}`, "-pix_fmt", "rgba", "-f", "rawvideo", "pipe:1"],
            ]),
          );
          const bytes = wanted.width * wanted.height * 4;
          for (let at = 0; at + bytes <= pixels.length; at += bytes) {
            yield pixels.subarray(at, at + bytes);
          }
        }
      },
      async *sound() {
        const args = ["-vn", "-ac", "1", "-ar", `${SOUND_RATE}`, "-f", "f32le", "pipe:1"];
        const program = run([...LIMITS, "-i", path, ...args]);
        let rest = Buffer.alloc(0);
        for await (const chunk of program.stdout) {
          const bytes = Buffer.concat([rest, chunk as Buffer]);
          const whole = bytes.length - (bytes.length % 4);
          rest = bytes.subarray(whole);
          const samples = new Float32Array(whole / 4);
          for (let index = 0; index < samples.length; index += 1) {
            samples[index] = bytes.readFloatLE(index * 4);
          }
          yield samples;
        }
      },
      close: async () => undefined,
    };
  };
}

type Run = { from: number; step: number; count: number };

function runsOf(moments: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const [index, moment] of moments.entries()) {
    const gap = moment - (moments[index - 1] ?? Number.NEGATIVE_INFINITY);
    const run = runs.at(-1);
    if (!run || gap > RUN_SECONDS) runs.push({ from: moment, step: 1, count: 1 });
    else {
      if (run.count === 1) run.step = gap;
      run.count += 1;
    }
  }
  return runs;
}

async function probe(ffmpegPath: string, path: string) {
  const name = basename(ffmpegPath).replace("ffmpeg", "ffprobe");
  const ffprobe = ffmpegPath.includes("/") ? join(dirname(ffmpegPath), name) : name;
  const shown = ["-show_format", "-show_streams", "-of", "json"];
  const program = start(ffprobe, ["-v", "error", ...LIMITS, ...shown, path]);
  return Probed.parse(JSON.parse((await read(program)).toString()));
}

function start(program: string, args: readonly string[]) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "ignore"] });
  child.on("error", (error) => child.stdout.destroy(error));
  return child;
}

function read(program: ChildProcessByStdio<null, Readable, null>): Promise<Buffer> {
  return buffer(program.stdout);
}
