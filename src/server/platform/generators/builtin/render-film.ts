import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { RenderProgress, RenderResult } from "../generator";
import type { Recipe } from "../schema";
import { createBurntCaptions } from "./captions/burnt-captions";
import { writeWebVtt } from "./captions/webvtt";
import type { OpenVideoWriter, VideoWriter } from "./encoding/video-writer";
import type { Film } from "./film/film";
import { settle } from "./film/stage/pieces";
import { viewStoryboard } from "./film/storyboard-view";
import { tagFilm } from "./film-tags";
import { planHoverPreview } from "./pictures/hover-preview";
import { createSprite, type SpriteCanvas } from "./pictures/sprite";
import { createLivePictures, encodePoster } from "./pictures/webp";
import type { MakeSound } from "./sound/sound-film";

const VIDEO_CRF = 22;
const PREVIEW_CRF = 25;
/** Three seconds of nothing but noise, and what the encoder may hold back besides, are 280 kB. */
const PREVIEW_MAX_BITS_PER_SECOND = 650_000;
const MS_BETWEEN_REPORTS = 350;
const SHARE_OF_DRAWING = 0.95;

export type FilmOrder = {
  film: Film;
  recipe: Recipe;
  directory: string;
  makeSound: MakeSound;
  onProgress: (progress: RenderProgress) => void;
};

/**
 * Draws a film once and makes its files from that: the video, a poster, a hover preview, a storyboard
 * sprite and, when there is something to read, captions.
 * Memory does not grow with the length: a picture is forgotten once both encoders have it.
 */
export async function renderFilm(
  openVideo: OpenVideoWriter,
  { film, recipe, directory, makeSound, onProgress }: FilmOrder,
): Promise<RenderResult> {
  const durationSeconds = film.frameCount / film.fps;
  const preview = planHoverPreview(film);
  const files = {
    video: { path: join(directory, "video.mp4"), contentType: "video/mp4" },
    poster: { path: join(directory, "poster.webp"), contentType: "image/webp" },
    preview: { path: join(directory, "preview.mp4"), contentType: "video/mp4" },
    sprite: { path: join(directory, "sprite.webp"), contentType: "image/webp" },
  };
  const captions = { path: join(directory, "captions.vtt"), contentType: "text/vtt" };
  onProgress({ phase: "drawing", fraction: 0 });
  const canvas = createCanvas(film.width, film.height);
  const sounding = makeSound({ film, recipe, directory });
  // This paints the first scene, which takes about as long.
  film.drawFrame(canvas.getContext("2d"), 0);
  const { soundtrack, cues, narration } = await sounding;

  const video = await openVideo({
    path: files.video.path,
    width: film.width,
    height: film.height,
    fps: film.fps,
    source: film,
    crf: VIDEO_CRF,
    soundtrack,
    tags: tagFilm(recipe),
  });
  const previewVideo = await openVideo({
    ...preview,
    path: files.preview.path,
    source: film,
    crf: PREVIEW_CRF,
    maxBitsPerSecond: PREVIEW_MAX_BITS_PER_SECOND,
  });
  const sprite = createSprite(film);
  const drawCaptions = recipe.captions === "burnt" ? createBurntCaptions(cues, film) : undefined;
  const takers = { video, previewVideo, preview: preview.frames, sprite, drawCaptions, onProgress };
  const poster = await drawFilm(film, canvas, takers);

  onProgress({ phase: "finishing", fraction: SHARE_OF_DRAWING });
  await Promise.all([
    video.finish(),
    previewVideo.finish(),
    writeFile(files.poster.path, poster),
    sprite.encode().then((bytes) => writeFile(files.sprite.path, bytes)),
    cues.length > 0 ? writeFile(captions.path, writeWebVtt(cues)) : undefined,
  ]);
  onProgress({ phase: "finishing", fraction: 1 });
  return {
    durationSeconds,
    width: film.width,
    height: film.height,
    ...files,
    storyboard: viewStoryboard(film.storyboard),
    ...(cues.length > 0 ? { captions } : {}),
    ...(narration ? { narration } : {}),
  };
}

type Takers = {
  video: VideoWriter;
  previewVideo: VideoWriter;
  preview: ReadonlySet<number>;
  sprite: SpriteCanvas;
  drawCaptions: ReturnType<typeof createBurntCaptions> | undefined;
  onProgress: FilmOrder["onProgress"];
};

/** @returns the film's poster as a WebP. */
async function drawFilm(film: Film, canvas: Canvas, takers: Takers): Promise<Uint8Array> {
  const context = canvas.getContext("2d");
  let poster: Promise<Uint8Array> | undefined;
  const takeLivePicture = createLivePictures(canvas);
  // Nothing waits for what is only watched, but it comes in order.
  let watching: Promise<unknown> = Promise.resolve();
  let reportedAt = Number.NEGATIVE_INFINITY;

  for (let index = 0; index < film.frameCount; index++) {
    context.save();
    film.drawFrame(context, index);
    context.restore();
    takers.drawCaptions?.(context, index);
    const pixels = canvas.data();
    takers.sprite.take(index, canvas);
    if (index === film.posterFrame) poster = encodePoster(copyOf(canvas));
    if (performance.now() - reportedAt >= MS_BETWEEN_REPORTS) {
      reportedAt = performance.now();
      const fraction = (SHARE_OF_DRAWING * index) / film.frameCount;
      watching = Promise.all([takeLivePicture(), watching]).then(([frame]) =>
        takers.onProgress({ phase: "drawing", fraction, frame }),
      );
    }
    await encodePicture(takers, index, pixels);
  }
  await watching;
  if (!poster) throw new RangeError("the film has no frame for its poster");
  return poster;
}

function copyOf(canvas: Canvas): Canvas {
  const copy = createCanvas(canvas.width, canvas.height);
  copy.getContext("2d").drawImage(canvas, 0, 0);
  return settle(copy);
}

async function encodePicture(takers: Takers, index: number, pixels: Buffer) {
  const previewed = takers.preview.has(index) ? takers.previewVideo.write(pixels) : undefined;
  await Promise.all([takers.video.write(pixels), previewed]);
  // Left to the collector they would pile up, and fresh memory costs more than reading the canvas.
  if (pixels.buffer instanceof ArrayBuffer) pixels.buffer.transfer(0);
}
