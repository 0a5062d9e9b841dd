import { Dictionary, Encoder, Frame, Log, Muxer } from "node-av";
import {
  AV_CHANNEL_LAYOUT_MONO,
  AV_LOG_ERROR,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBX264,
} from "node-av/constants";

export type TinyFilm = {
  seconds?: number;
  fps?: number;
  width?: number;
  height?: number;
  /** Pictures from one whole one to the next. */
  gop?: number;
  /** Of the container. */
  metadata?: Record<string, string>;
  options?: Record<string, string>;
};

const RATE = 48_000;

/** Writes a film that grows lighter from its first picture to its last; its format is the path's. */
export async function writeTinyFilm(path: string, film: TinyFilm = {}): Promise<void> {
  const { seconds = 1, fps = 10, width = 160, height = 90, gop = 10 } = film;
  Log.setLevel(AV_LOG_ERROR);
  const muxer = await Muxer.open(path, { options: film.options ?? {} });
  const encoder = await Encoder.create(FF_ENCODER_LIBX264, {
    gopSize: gop,
    threadCount: 1,
    options: { preset: "ultrafast" },
  });
  const stream = muxer.addStream(encoder);
  if (film.metadata) muxer.getFormatContext().metadata = Dictionary.fromObject(film.metadata);
  const pictures = seconds * fps;
  for (let index = 0; index < pictures; index += 1) {
    const light = Buffer.alloc(width * height, 20 + Math.round((200 * index) / pictures));
    const grey = Buffer.alloc((width * height) / 2, 128);
    using frame = Frame.fromVideoBuffer(Buffer.concat([light, grey]), {
      width,
      height,
      format: AV_PIX_FMT_YUV420P,
      timeBase: { num: 1, den: fps },
    });
    frame.pts = BigInt(index);
    frame.duration = 1n;
    for (const packet of await encoder.encodeAll(frame)) await muxer.writePacket(packet, stream);
  }
  for (const packet of await encoder.encodeAll(null)) await muxer.writePacket(packet, stream);
  await muxer.close();
}

/** Writes a tone that is silent in its first half and loud in its second. */
export async function writeTinySound(path: string, { seconds = 2 } = {}): Promise<void> {
  Log.setLevel(AV_LOG_ERROR);
  const muxer = await Muxer.open(path);
  const encoder = await Encoder.create(FF_ENCODER_AAC, { bitrate: 64_000 });
  const stream = muxer.addStream(encoder);
  const samples = Float32Array.from({ length: seconds * RATE }, (_, index) =>
    index < (seconds * RATE) / 2 ? 0 : 0.8 * Math.sin((index * 440 * 2 * Math.PI) / RATE),
  );
  for (let at = 0; at + 1024 <= samples.length; at += 1024) {
    const piece = Buffer.from(samples.slice(at, at + 1024).buffer);
    using frame = Frame.fromAudioBuffer(piece, {
      nbSamples: 1024,
      format: AV_SAMPLE_FMT_FLTP,
      sampleRate: RATE,
      channelLayout: AV_CHANNEL_LAYOUT_MONO,
      timeBase: { num: 1, den: RATE },
      pts: BigInt(at),
    });
    for (const packet of await encoder.encodeAll(frame)) await muxer.writePacket(packet, stream);
  }
  for (const packet of await encoder.encodeAll(null)) await muxer.writePacket(packet, stream);
  await muxer.close();
}
