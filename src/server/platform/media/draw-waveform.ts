import { writeFile } from "node:fs/promises";
import { createCanvas } from "@napi-rs/canvas";
import { type ClipReader, SOUND_RATE } from "./clip/clip-reader";

const SIZE = { width: 800, height: 160 };
const BARS = 160;
/** Seen on light and on dark alike. */
const INK = "#8a83b8";
const QUALITY = 80;
/** The least of a bar, so that silence is a line. */
const MIN_BAR = 3;
const MAX_MS = 15_000;

/** Draws how loud a sound is over its time, as a WebP without a ground. */
export async function drawWaveform(reader: ClipReader, path: string): Promise<string | null> {
  const bars = await measurePeaks(reader);
  const canvas = createCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext("2d");
  context.fillStyle = INK;
  const step = SIZE.width / BARS;
  const loudest = Math.max(0.05, ...bars);
  for (const [index, peak] of bars.entries()) {
    const height = Math.max(MIN_BAR, (peak / loudest) * (SIZE.height - 8));
    const top = (SIZE.height - height) / 2;
    context.beginPath();
    context.roundRect(index * step + 1, top, step - 2, height, (step - 2) / 2);
    context.fill();
  }
  await writeFile(path, await canvas.encode("webp", QUALITY));
  return path;
}

/** @throws when it takes too long: half of a sound would be shown as the whole. */
async function measurePeaks(reader: ClipReader): Promise<number[]> {
  const samplesPerBar = (reader.durationSeconds * SOUND_RATE) / BARS;
  const bars = new Array<number>(BARS).fill(0);
  const giveUpAt = performance.now() + MAX_MS;
  let at = 0;
  for await (const samples of reader.sound()) {
    for (const sample of samples) {
      const bar = Math.min(BARS - 1, Math.floor(at / samplesPerBar));
      bars[bar] = Math.max(bars[bar] ?? 0, Math.min(1, Math.abs(sample)));
      at += 1;
    }
    if (performance.now() > giveUpAt) throw new Error("The sound is too long to be measured.");
  }
  if (at === 0) throw new Error("There is no sound in it.");
  return bars;
}
