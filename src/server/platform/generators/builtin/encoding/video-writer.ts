/** Two planes of samples in −1…1 at 48 kHz. */
export type Soundtrack = { left: Float32Array; right: Float32Array };

export const SAMPLE_RATE = 48_000;

export type VideoTarget = {
  path: string;
  /** What is written, in pixels; both even. */
  width: number;
  height: number;
  fps: number;
  /** Size of the pictures handed to `write`; they are scaled to the target. */
  source: { width: number; height: number };
  /** x264's constant rate factor: 0 lossless … 51 worst. */
  crf: number;
  /** Caps what the rate factor asks for, averaged over a second. */
  maxBitsPerSecond?: number;
  /** Silent without; otherwise cut to the length of the pictures. */
  soundtrack?: Soundtrack;
  /** Kept in the file beside the film, by FFmpeg's names of them. */
  tags?: Readonly<Record<string, string>>;
};

/** Writes one MP4: H.264 High in BT.709 limited range, AAC-LC 128 kbit/s, index before the data. */
export type VideoWriter = {
  /**
   * Takes the next picture as RGBA bytes, which must not change until the write is done. At most
   * one may be under way. It is encoded while the next one is drawn, so that a failure may show
   * only in the next write or in `finish`.
   */
  write(pixels: Buffer): Promise<void>;
  /** Ends the file. The writer is of no use afterwards. */
  finish(): Promise<void>;
};

export type OpenVideoWriter = (target: VideoTarget) => Promise<VideoWriter>;

/**
 * One list for both encoders. The parameters take a third of the preset's work and an eighth of its
 * memory, for files of the same size and a likeness (SSIM) that is lower by 0.001 to 0.003.
 */
export const X264 = {
  preset: "veryfast",
  profile: "high",
  parameters: "subme=1:rc-lookahead=5:bframes=2",
  secondsPerKeyframe: 2,
};

/**
 * The bytes depend on the thread count, so it is never automatic; and with a capped bit rate only
 * a single thread always decides alike.
 */
export function x264Threads(target: VideoTarget): number {
  return target.maxBitsPerSecond ? 1 : 2;
}

export const AAC_BITS_PER_SECOND = 128_000;
