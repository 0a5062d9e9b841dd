import {
  Codec,
  CodecContext,
  Dictionary,
  FFmpegError,
  FormatContext,
  Frame,
  Log,
  Packet,
  Rational,
  SoftwareScaleContext,
  type Stream,
} from "node-av";
import {
  AV_CHANNEL_LAYOUT_STEREO,
  AV_CODEC_FLAG_BITEXACT,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_LOG_ERROR,
  AV_PIX_FMT_RGBA,
  AV_PIX_FMT_YUV420P,
  AV_SAMPLE_FMT_FLTP,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_JPEG,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  AVFMT_FLAG_BITEXACT,
} from "node-av/constants";
import {
  AAC_BITS_PER_SECOND,
  SAMPLE_RATE,
  type Soundtrack,
  type VideoTarget,
  type VideoWriter,
  X264,
  x264Threads,
} from "./video-writer";

const AAC_FRAME_SAMPLES = 1024;

type Track = { codec: CodecContext; stream: Stream };

/** Encodes inside this process with FFmpeg's libraries. @throws FFmpegError */
export async function openNodeAvWriter(target: VideoTarget): Promise<VideoWriter> {
  Log.setLevel(AV_LOG_ERROR);
  const format = new FormatContext();
  check(format.allocOutputContext2(null, "mp4", target.path), "open the container");
  format.setFlags(AVFMT_FLAG_BITEXACT);
  const video = await addVideoTrack(format, target);
  const audio = target.soundtrack ? await addAudioTrack(format) : undefined;
  if (target.tags) format.metadata = Dictionary.fromObject(target.tags);
  check(await format.openOutput(), "open the file");
  using options = Dictionary.fromObject({ movflags: "+faststart" });
  check(await format.writeHeader(options), "write the header");

  const scaler = new SoftwareScaleContext();
  scaler.allocContext();
  // Fresh memory for every picture would cost more than all of its conversion.
  const source = emptySource(target);
  // One is encoded while the next one is converted.
  const converted = [emptyPicture(target), emptyPicture(target)] as const;
  const packet = new Packet();
  packet.alloc();
  let pictures = 0;
  let samples = 0;
  let encoding: Promise<void> = Promise.resolve();

  const drain = ({ codec, stream }: Track) => {
    for (;;) {
      const status = codec.receivePacketSync(packet);
      if (status === AVERROR_EAGAIN || status === AVERROR_EOF) return;
      check(status, "encode");
      packet.streamIndex = stream.index;
      // x264 leaves it at 0, and the last picture would last no time.
      if (codec === video.codec) packet.duration = 1n;
      packet.rescaleTs(codec.timeBase, stream.timeBase);
      check(format.interleavedWriteFrameSync(packet), "write a packet");
    }
  };

  const writeSound = (track: Track, soundtrack: Soundtrack) => {
    const end = Math.min(Math.round((pictures * SAMPLE_RATE) / target.fps), soundtrack.left.length);
    // The last, short frame of a track must come once only, so whole frames go first.
    while (end - samples >= AAC_FRAME_SAMPLES) {
      sendSamples(track.codec, soundtrack, samples, AAC_FRAME_SAMPLES);
      samples += AAC_FRAME_SAMPLES;
      drain(track);
    }
    return end;
  };

  async function encode(picture: Frame) {
    check(await video.codec.sendFrame(picture), "encode a picture");
    drain(video);
    if (audio && target.soundtrack) writeSound(audio, target.soundtrack);
  }

  return {
    async write(pixels) {
      const picture = converted[pictures % 2 === 0 ? 0 : 1];
      check(source.makeWritable(), "reuse a picture");
      check(source.fromBuffer(pixels), "take a picture");
      check(picture.makeWritable(), "reuse a picture");
      check(await scaler.scaleFrame(picture, source), "convert a picture");
      picture.pts = BigInt(pictures);
      picture.duration = 1n;
      await encoding;
      pictures += 1;
      encoding = encode(picture);
      // Whoever writes or finishes next hears of it.
      encoding.catch(() => {});
    },

    async finish() {
      await encoding;
      check(await video.codec.sendFrame(null), "end the pictures");
      drain(video);
      if (audio && target.soundtrack) {
        const rest = writeSound(audio, target.soundtrack) - samples;
        if (rest > 0) sendSamples(audio.codec, target.soundtrack, samples, rest);
        check(audio.codec.sendFrameSync(null), "end the sound");
        drain(audio);
      }
      check(await format.writeTrailer(), "write the trailer");
      await format.closeOutput();
      for (const each of [packet, ...converted, source]) each.free();
      scaler.freeContext();
      video.codec.freeContext();
      audio?.codec.freeContext();
      format.freeContext();
    },
  };
}

async function addVideoTrack(format: FormatContext, target: VideoTarget): Promise<Track> {
  const { codec, encoder } = openable("libx264");
  codec.width = target.width;
  codec.height = target.height;
  codec.pixelFormat = AV_PIX_FMT_YUV420P;
  codec.timeBase = new Rational(1, target.fps);
  codec.framerate = new Rational(target.fps, 1);
  codec.sampleAspectRatio = new Rational(1, 1);
  codec.colorSpace = AVCOL_SPC_BT709;
  codec.colorRange = AVCOL_RANGE_MPEG;
  codec.colorPrimaries = AVCOL_PRI_BT709;
  codec.colorTrc = AVCOL_TRC_BT709;
  codec.gopSize = target.fps * X264.secondsPerKeyframe;
  codec.threadCount = x264Threads(target);
  if (target.maxBitsPerSecond) {
    codec.rcMaxRate = BigInt(target.maxBitsPerSecond);
    codec.rcBufferSize = target.maxBitsPerSecond;
  }
  using options = Dictionary.fromObject({
    preset: X264.preset,
    profile: X264.profile,
    "x264-params": X264.parameters,
    crf: String(target.crf),
  });
  check(await codec.open2(encoder, options), "open x264");
  return addTrack(format, codec, encoder);
}

async function addAudioTrack(format: FormatContext): Promise<Track> {
  const { codec, encoder } = openable("aac");
  codec.sampleRate = SAMPLE_RATE;
  codec.sampleFormat = AV_SAMPLE_FMT_FLTP;
  codec.channelLayout = AV_CHANNEL_LAYOUT_STEREO;
  codec.bitRate = BigInt(AAC_BITS_PER_SECOND);
  codec.timeBase = new Rational(1, SAMPLE_RATE);
  check(await codec.open2(encoder), "open AAC");
  return addTrack(format, codec, encoder);
}

function openable(name: string) {
  const encoder = Codec.findEncoderByName(name as Parameters<typeof Codec.findEncoderByName>[0]);
  if (!encoder) throw new Error(`This FFmpeg was built without ${name}.`);
  const codec = new CodecContext();
  codec.allocContext3(encoder);
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_BITEXACT);
  return { codec, encoder };
}

function addTrack(format: FormatContext, codec: CodecContext, encoder: Codec): Track {
  const stream = format.newStream(encoder);
  check(stream.codecpar.fromContext(codec), "describe a track");
  stream.timeBase = codec.timeBase;
  return { codec, stream };
}

function emptySource({ source }: VideoTarget): Frame {
  const picture = new Frame();
  picture.alloc();
  picture.width = source.width;
  picture.height = source.height;
  picture.format = AV_PIX_FMT_RGBA;
  picture.colorRange = AVCOL_RANGE_JPEG;
  check(picture.allocBuffer(), "allocate a picture");
  return picture;
}

function emptyPicture(target: VideoTarget): Frame {
  const picture = new Frame();
  picture.alloc();
  picture.width = target.width;
  picture.height = target.height;
  picture.format = AV_PIX_FMT_YUV420P;
  picture.colorSpace = AVCOL_SPC_BT709;
  picture.colorRange = AVCOL_RANGE_MPEG;
  picture.colorPrimaries = AVCOL_PRI_BT709;
  picture.colorTrc = AVCOL_TRC_BT709;
  check(picture.allocBuffer(), "allocate a picture");
  return picture;
}

function sendSamples(codec: CodecContext, soundtrack: Soundtrack, start: number, count: number) {
  const planes = new Float32Array(2 * count);
  planes.set(soundtrack.left.subarray(start, start + count), 0);
  planes.set(soundtrack.right.subarray(start, start + count), count);
  using frame = Frame.fromAudioBuffer(Buffer.from(planes.buffer), {
    nbSamples: count,
    format: AV_SAMPLE_FMT_FLTP,
    sampleRate: SAMPLE_RATE,
    channelLayout: AV_CHANNEL_LAYOUT_STEREO,
    timeBase: codec.timeBase,
    pts: BigInt(start),
  });
  check(codec.sendFrameSync(frame), "encode sound");
}

function check(status: number, action: string) {
  FFmpegError.throwIfError(status, `Could not ${action}`);
}
