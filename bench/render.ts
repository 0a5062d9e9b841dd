import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { chooseVideoWriter } from "~/server/platform/generators/builtin/encoding/choose-video-writer";
import { createFilm } from "~/server/platform/generators/builtin/film/film";
import { renderFilm } from "~/server/platform/generators/builtin/render-film";
import type { Quality, Recipe } from "~/server/platform/generators/schema";

const DURATION_SECONDS = 10;
const CASES: readonly Quality[] = ["720p", "1080p"];

type Measured = {
  renderMs: number;
  peakMegabytes: number;
  frames: number;
  drawMs: number;
  encodeMs: number;
  encodePeakMegabytes: number;
};

/** Renders a film and, in the same run, only draws and only encodes its frames. */
export async function run(): Promise<void> {
  console.log(`${DURATION_SECONDS} s, 30 frames a second, ${availableParallelism()} processors`);
  const rows = [];
  for (const quality of CASES) {
    const child = fork(import.meta.filename, [quality], { execArgv: process.execArgv });
    const measured = await resultOf(child);
    const perFrame = (ms: number) => `${(ms / measured.frames).toFixed(1)} ms`;
    rows.push({
      film: `${quality}30`,
      render: `${(measured.renderMs / 1000).toFixed(1)} s`,
      realtime: `${((DURATION_SECONDS * 1000) / measured.renderMs).toFixed(2)}x`,
      "draw a frame": perFrame(measured.drawMs),
      "encode a frame": perFrame(measured.encodeMs),
      "render : encode": (measured.renderMs / measured.encodeMs).toFixed(2),
      "render : draw + encode": (measured.renderMs / (measured.drawMs + measured.encodeMs)).toFixed(
        2,
      ),
      "peak memory": `${measured.peakMegabytes.toFixed(0)} MB`,
      "after encoding alone": `${measured.encodePeakMegabytes.toFixed(0)} MB`,
    });
  }
  console.table(rows);
}

async function resultOf(child: ChildProcess): Promise<Measured> {
  let measured: Measured | undefined;
  child.on("message", (message: Measured) => {
    measured = message;
  });
  await once(child, "close");
  if (!measured) throw new Error("The measured render failed.");
  return measured;
}

async function measure(quality: Quality): Promise<Measured> {
  const directory = await mkdtemp(join(tmpdir(), "t2m-bench-"));
  try {
    const encoded = await drawThenEncode(quality, directory);
    const encodePeakMegabytes = peakMegabytes();
    const started = performance.now();
    const recipe = recipeFor(quality);
    const film = await createFilm(recipe);
    const openVideo = await chooseVideoWriter(undefined);
    await renderFilm(openVideo, { film, recipe, directory, onProgress: () => {} });
    const renderMs = performance.now() - started;
    return { ...encoded, renderMs, encodePeakMegabytes, peakMegabytes: peakMegabytes() };
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** One after the other, so that each has the machine for itself. */
async function drawThenEncode(quality: Quality, directory: string) {
  const film = await createFilm(recipeFor(quality));
  const openVideo = await chooseVideoWriter(undefined);
  const { width, height, fps } = film;
  const path = join(directory, "plain.mp4");
  const video = await openVideo({ path, width, height, fps, source: film, crf: 22 });
  const canvas = createCanvas(width, height);
  let [drawMs, encodeMs] = [0, 0];
  for (let index = 0; index < film.frameCount; index++) {
    const started = performance.now();
    film.drawFrame(canvas.getContext("2d"), index);
    const pixels = canvas.data();
    const drawn = performance.now();
    await video.write(pixels);
    drawMs += drawn - started;
    encodeMs += performance.now() - drawn;
  }
  const started = performance.now();
  await video.finish();
  encodeMs += performance.now() - started;
  return { drawMs, encodeMs, frames: film.frameCount };
}

function recipeFor(quality: Quality): Recipe {
  return {
    model: "builtin",
    prompt: "a lighthouse on a cliff, waves below, gulls above, the sun goes down",
    duration: DURATION_SECONDS,
    quality,
    aspectRatio: "16:9",
    style: "cinematic",
    seed: 1,
  };
}

const peakMegabytes = () => process.resourceUsage().maxRSS / 1024;

const quality = CASES.find((each) => each === process.argv[2]);
if (process.send && quality) process.send(await measure(quality), () => process.exit(0));
