import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Encoder, Frame, Muxer } from "node-av";
import { AV_CHANNEL_LAYOUT_MONO, AV_SAMPLE_FMT_FLTP, FF_ENCODER_AAC } from "node-av/constants";
import { VOICES } from "~/app/(studio)/dashboard/composer/voices";
import { SAMPLE_RATE } from "~/server/platform/generators/builtin/encoding/video-writer";
import { openVoice } from "~/server/platform/generators/builtin/narration/flite";
import { resample } from "~/server/platform/generators/builtin/narration/resample";
import { trimSpeech } from "~/server/platform/generators/builtin/narration/trim";
import { finishVoice } from "~/server/platform/generators/builtin/narration/voice-finish";
import { setLoudness } from "~/server/platform/generators/builtin/sound/loudness";
import { Voice } from "~/server/platform/generators/schema";

const LUFS = -16;
const BITS_PER_SECOND = 40_000;
const FRAME_SAMPLES = 1_024;

/** Has every voice say who it is, as the composer plays it; AAC of some 20 kB each. */
export async function recordVoices(publicFolder: string): Promise<void> {
  await mkdir(path.join(publicFolder, "voices"), { recursive: true });
  const directory = await mkdtemp(path.join(tmpdir(), "t2m-voices-"));
  for (const voice of Voice.options) {
    const speak = await openVoice(voice, directory);
    const { name } = VOICES[voice];
    const speech = await speak(`Hello, I am ${name}. Give me a story, and I will read it to you.`);
    const samples = resample(trimSpeech(speech));
    finishVoice(samples);
    // Two planes, or the gain would count twice.
    setLoudness({ left: samples, right: samples.slice() }, LUFS);
    const target = path.join(publicFolder, VOICES[voice].sample);
    await encode(samples, target);
    const { size } = await stat(target);
    console.log(`${voice.padEnd(10)} ${Math.round(size / 1000)} kB`);
  }
  await rm(directory, { recursive: true });
}

async function encode(samples: Float32Array, target: string) {
  await using muxer = await Muxer.open(target, { options: { movflags: "+faststart" } });
  using encoder = await Encoder.create(FF_ENCODER_AAC, {
    context: { bitRate: BigInt(BITS_PER_SECOND) },
  });
  const stream = muxer.addStream(encoder);
  const send = async (frame: Frame | null) => {
    for (const packet of await encoder.encodeAll(frame)) {
      await muxer.writePacket(packet, stream);
      packet.free();
    }
  };
  for (let start = 0; start < samples.length; start += FRAME_SAMPLES) {
    const part = samples.slice(start, start + FRAME_SAMPLES);
    using frame = Frame.fromAudioBuffer(Buffer.from(part.buffer), {
      nbSamples: part.length,
      format: AV_SAMPLE_FMT_FLTP,
      sampleRate: SAMPLE_RATE,
      channelLayout: AV_CHANNEL_LAYOUT_MONO,
      timeBase: { num: 1, den: SAMPLE_RATE },
      pts: BigInt(start),
    });
    await send(frame);
  }
  await send(null);
}
