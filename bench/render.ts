import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { chooseVideoWriter } from "~/server/platform/generators/builtin/encoding/choose-video-writer";
import { createFilm } from "~/server/platform/generators/builtin/film/film";
import {
  RENDER_ENVIRONMENT,
  RENDER_OPTIONS,
} from "~/server/platform/generators/builtin/render-environment";
import { renderFilm } from "~/server/platform/generators/builtin/render-film";
import { openSoundThread } from "~/server/platform/generators/builtin/sound/open-sound-thread";
import type { Quality, Recipe, Style } from "~/server/platform/generators/schema";

const DURATION_SECONDS = 10;
const QUALITIES: readonly Quality[] = ["720p", "1080p"];
const FILMS: readonly (readonly [Style, string])[] = [
  ["cinematic", "a lighthouse on a cliff, waves below, gulls above, the sun goes down"],
  ["neon", "An astronaut floats above a neon city in the rain"],
  ["paper", "A red fox runs through a snowy forest at night"],
  ["comic", "Two dogs play football in the park, then a dragon eats pizza in the kitchen"],
];

/** Pictures drawn before they are encoded: one is still under way when the drawing goes on. */
const AT_A_TIME = 30;

/** What a process of its own measures: a whole render, or the same frames drawn and then encoded. */
type Task = "render" | "encode";
type Measured = {
  frames: number;
  renderMs: number;
  openMs: number;
  /** Frames that paint a scene first. */
  stageMs: number;
  drawMs: number;
  readMs: number;
  encodeMs: number;
  peakMegabytes: number;
};

/** Renders films as the product does and, each in another process, only draws and encodes them. */
export async function run(): Promise<void> {
  console.log(`${DURATION_SECONDS} s, 30 frames a second, ${availableParallelism()} processors`);
  const [speeds, profile] = [[], []] as [object[], object[]];
  for (const quality of QUALITIES) {
    for (const [film, [style, prompt]] of FILMS.entries()) {
      const render = await measureApart("render", quality, film);
      const plain = await measureApart("encode", quality, film);
      const realtime = (ms: number) => `${((DURATION_SECONDS * 1000) / ms).toFixed(2)}x`;
      const perFrame = (ms: number) => `${(ms / plain.frames).toFixed(1)} ms`;
      const name = `${quality}30 ${style}`;
      speeds.push({
        film: name,
        prompt: prompt.slice(0, 24),
        render: `${(render.renderMs / 1000).toFixed(1)} s`,
        realtime: realtime(render.renderMs),
        "peak memory": `${render.peakMegabytes.toFixed(0)} MB`,
        "plain encoding": realtime(plain.encodeMs),
        "render : encoding": (render.renderMs / plain.encodeMs).toFixed(2),
      });
      profile.push({
        film: name,
        open: `${plain.openMs.toFixed(0)} ms`,
        "paint scenes": `${plain.stageMs.toFixed(0)} ms`,
        "draw a frame": perFrame(plain.drawMs),
        "read a frame": perFrame(plain.readMs),
        "encode a frame": perFrame(plain.encodeMs),
      });
    }
  }
  console.table(speeds);
  console.log(
    "Where the time goes, one step after the other; a render overlaps drawing and encoding.",
  );
  console.table(profile);
}

async function measureApart(task: Task, quality: Quality, film: number): Promise<Measured> {
  const child: ChildProcess = fork(import.meta.filename, [task, quality, `${film}`], {
    execArgv: [...process.execArgv, ...RENDER_OPTIONS],
    env: RENDER_ENVIRONMENT,
  });
  let measured: Measured | undefined;
  child.on("message", (message: Measured) => {
    measured = message;
  });
  await once(child, "close");
  if (!measured) throw new Error("The measured render failed.");
  return measured;
}

async function measure(task: Task, recipe: Recipe): Promise<Measured> {
  const directory = await mkdtemp(join(tmpdir(), "t2m-bench-"));
  try {
    const measured = await MEASURES[task](recipe, directory);
    return { ...measured, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
  } finally {
    await rm(directory, { recursive: true });
  }
}

const NOTHING = { renderMs: 0, openMs: 0, stageMs: 0, drawMs: 0, readMs: 0, encodeMs: 0 };

const MEASURES: Record<
  Task,
  (recipe: Recipe, directory: string) => Promise<Omit<Measured, "peakMegabytes">>
> = {
  async render(recipe, directory) {
    const started = performance.now();
    const makeSound = openSoundThread();
    const film = await createFilm(recipe);
    const openVideo = await chooseVideoWriter(undefined);
    await renderFilm(openVideo, { film, recipe, directory, makeSound, onProgress: () => {} });
    return { ...NOTHING, frames: film.frameCount, renderMs: performance.now() - started };
  },

  async encode(recipe, directory) {
    const times = { ...NOTHING };
    let mark = performance.now();
    const lap = () => {
      const passed = performance.now() - mark;
      mark += passed;
      return passed;
    };
    const film = await createFilm(recipe);
    times.openMs = lap();
    const { width, height, fps } = film;
    const openVideo = await chooseVideoWriter(undefined);
    const path = join(directory, "plain.mp4");
    const video = await openVideo({ path, width, height, fps, source: film, crf: 22 });
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    const firsts = new Set(film.scenes.map(({ start }) => Math.ceil(start * fps)));
    const drawn: Buffer[] = [];
    for (let index = 0; index < film.frameCount; index++) {
      lap();
      film.drawFrame(context, index);
      // Drawing is put off until somebody looks.
      context.getImageData(0, 0, 1, 1);
      times[firsts.has(index) ? "stageMs" : "drawMs"] += lap();
      drawn.push(canvas.data());
      times.readMs += lap();
      if (drawn.length < AT_A_TIME && index < film.frameCount - 1) continue;
      for (const pixels of drawn.splice(0)) await video.write(pixels);
      times.encodeMs += lap();
    }
    await video.finish();
    times.encodeMs += lap();
    return { ...times, frames: film.frameCount };
  },
};

const [task, quality, index] = process.argv.slice(2);
const film = FILMS[Number(index)];
if (process.send && film && (task === "render" || task === "encode")) {
  const recipe: Recipe = {
    model: "builtin",
    prompt: film[1],
    duration: DURATION_SECONDS,
    quality: quality === "1080p" ? "1080p" : "720p",
    aspectRatio: "16:9",
    style: film[0],
    seed: 1,
  };
  process.send(await measure(task, recipe), () => process.exit(0));
}
