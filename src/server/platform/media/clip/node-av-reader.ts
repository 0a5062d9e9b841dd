import {
  Codec,
  CodecContext,
  Decoder,
  Demuxer,
  Dictionary,
  FFmpegError,
  Frame,
  Log,
  Packet,
  SoftwareScaleContext,
  type Stream,
} from "node-av";
import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_DISPOSITION_ATTACHED_PIC,
  AV_LOG_QUIET,
  AV_PIX_FMT_RGBA,
  AV_PKT_DATA_DISPLAYMATRIX,
  AV_SAMPLE_FMT_FLT,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  AVSEEK_FLAG_BACKWARD,
} from "node-av/constants";
import { CLIP_FORMATS, type ClipReader, MAX_CLIP_PIXELS, SOUND_RATE } from "./clip-reader";
import { type QuarterTurns, turnPicture } from "./turn-picture";

/** Further ahead it is cheaper to jump than to decode what lies between. */
const JUMP_SECONDS = 2;
const OPTIONS = {
  protocol_whitelist: "file",
  format_whitelist: CLIP_FORMATS,
  probesize: "5000000",
  analyzeduration: "5000000",
};

/** Decodes inside this process with FFmpeg's libraries. @throws FFmpegError */
export async function openNodeAvClip(path: string): Promise<ClipReader> {
  Log.setLevel(AV_LOG_QUIET);
  const file = await Demuxer.open(path, { options: OPTIONS });
  const video = file.streams.find(
    (stream) => stream === file.video() && !(stream.disposition & AV_DISPOSITION_ATTACHED_PIC),
  );
  const { width = 0, height = 0 } = video?.codecpar ?? {};
  if (width * height > MAX_CLIP_PIXELS) throw new Error(`${width} × ${height} is too large.`);
  const turns = video ? readTurns(video) : 0;
  const size = turns % 2 === 0 ? { width, height } : { width: height, height: width };
  return {
    size: video && width > 0 && height > 0 ? size : null,
    durationSeconds: Math.max(0, file.duration),
    hasSound: file.audio() !== undefined,
    pictures: (moments, wanted, budgetMs) =>
      video ? readPictures(file, video, { moments, wanted, budgetMs, turns }) : nothing(),
    sound: () => readSound(file),
    close: () => file.close(),
  };
}

async function* nothing(): AsyncGenerator<never> {}

type Order = {
  moments: readonly number[];
  wanted: { width: number; height: number };
  budgetMs: number;
  turns: QuarterTurns;
};

async function* readPictures(file: Demuxer, stream: Stream, order: Order) {
  const { moments, wanted, turns } = order;
  const raw = turns % 2 === 0 ? wanted : { width: wanted.height, height: wanted.width };
  const decoder = await openDecoder(file, stream);
  const scaler = new SoftwareScaleContext();
  scaler.allocContext();
  const picture = new Frame();
  picture.alloc();
  Object.assign(picture, raw, { format: AV_PIX_FMT_RGBA });
  check(picture.allocBuffer(), "allocate a picture");
  const endsAt = performance.now() + order.budgetMs;
  try {
    for (const [index, moment] of moments.entries()) {
      const now = performance.now();
      const shown = await decoder.showAt(moment, now + (endsAt - now) / (moments.length - index));
      if (!shown) return;
      check(await scaler.scaleFrame(picture, shown), "scale a picture");
      yield turnPicture(picture.toBuffer(), raw, turns);
    }
  } finally {
    scaler.freeContext();
    picture.free();
    decoder.close();
  }
}

/** Walks along a stream of pictures, with the one after the current one at hand. */
async function openDecoder(file: Demuxer, stream: Stream) {
  const context = file.getFormatContext();
  const codec = Codec.findDecoder(stream.codecpar.codecId);
  if (!codec) throw new Error("Nobody knows how to decode this.");
  const decoder = new CodecContext();
  decoder.allocContext3(codec);
  check(stream.codecpar.toContext(decoder), "read the codec's parameters");
  using options = Dictionary.fromObject({ threads: "1", max_pixels: `${MAX_CLIP_PIXELS}` });
  check(await decoder.open2(codec, options), "open the decoder");
  const packet = new Packet();
  packet.alloc();
  const { num, den } = stream.timeBase;
  const firstPts = stream.startTime > -(2n ** 62n) ? stream.startTime : 0n;
  let [current, next] = [allocFrame(), allocFrame()];
  let [hasCurrent, hasNext, isEnded] = [false, false, false];

  const secondsOf = (frame: Frame) =>
    (Number((frame.bestEffortTimestamp ?? frame.pts) - firstPts) * num) / den;

  async function decodeNext(): Promise<boolean> {
    for (;;) {
      const status = await decoder.receiveFrame(next);
      if (status >= 0) return true;
      if (status !== AVERROR_EAGAIN || isEnded) return false;
      await feed();
    }
  }

  async function feed() {
    for (;;) {
      const status = await context.readFrame(packet);
      if (status < 0) {
        isEnded = true;
        await decoder.sendPacket(null);
        return;
      }
      const isOurs = packet.streamIndex === stream.index;
      // A packet that cannot be decoded is a gap in the film, not its end.
      if (isOurs) await decoder.sendPacket(packet);
      packet.unref();
      if (isOurs) return;
    }
  }

  async function jump(moment: number) {
    const timestamp = firstPts + BigInt(Math.floor((moment * den) / num));
    if ((await context.seekFrame(stream.index, timestamp, AVSEEK_FLAG_BACKWARD)) < 0) return;
    decoder.flushBuffers();
    [hasCurrent, isEnded] = [false, false];
    hasNext = await decodeNext();
  }

  return {
    async showAt(moment: number, giveUpAt: number): Promise<Frame | null> {
      if (!hasCurrent || moment - secondsOf(current) > JUMP_SECONDS) await jump(moment);
      while (hasNext && (!hasCurrent || secondsOf(next) <= moment)) {
        [current, next] = [next, current];
        hasCurrent = true;
        hasNext = await decodeNext();
        if (performance.now() > giveUpAt) break;
      }
      return hasCurrent ? current : null;
    },
    close() {
      for (const each of [packet, current, next]) each.free();
      decoder.freeContext();
    },
  };
}

async function* readSound(file: Demuxer) {
  const stream = file.audio();
  if (!stream) return;
  check(await file.seek(0), "go to the beginning");
  using decoder = await Decoder.create(stream, {
    exitOnError: false,
    threadCount: 1,
    resample: {
      sampleRate: SOUND_RATE,
      sampleFormat: AV_SAMPLE_FMT_FLT,
      channelLayout: AV_CHANNEL_LAYOUT_MONO,
    },
  });
  for await (const packet of file.packets(stream.index)) {
    for (const frame of await decoder.decodeAll(packet)) {
      const bytes = frame.toBuffer();
      frame.free();
      yield new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
    }
    packet?.free();
  }
}

/** The display matrix of ISO/IEC 14496-12, 6.2.2, as quarters of a turn to the right. */
function readTurns(stream: Stream): QuarterTurns {
  const matrix = stream.codecpar.getCodedSideData(AV_PKT_DATA_DISPLAYMATRIX);
  if (!matrix || matrix.length < 36) return 0;
  const angle = Math.atan2(matrix.readInt32LE(4), matrix.readInt32LE(0));
  return (((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4) as QuarterTurns;
}

function allocFrame(): Frame {
  const frame = new Frame();
  frame.alloc();
  return frame;
}

function check(status: number, action: string) {
  if (status !== AVERROR_EOF) FFmpegError.throwIfError(status, `Could not ${action}`);
}
