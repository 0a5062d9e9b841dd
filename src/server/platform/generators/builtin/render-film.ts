import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { RenderProgress, RenderResult } from "../generator";
import type { DrawableFilm } from "./drawable-film";
import type { OpenVideoWriter, VideoWriter } from "./encoding/video-writer";
import { MOODS, type Mood } from "./moods";
import { playSoundtrack } from "./music/soundtrack";
import { planHoverPreview } from "./pictures/hover-preview";
import { createSprite, type SpriteCanvas } from "./pictures/sprite";
import { createLivePictures, encodePoster } from "./pictures/webp";

const VIDEO_CRF = 22;
const PREVIEW_CRF = 25;
/** Three seconds of it are 260 kB. */
const PREVIEW_MAX_BITS_PER_SECOND = 700_000;
const MS_BETWEEN_REPORTS = 350;
const SHARE_OF_DRAWING = 0.95;

export type FilmOrder = {
  film: DrawableFilm;
  seed: number;
  directory: string;
  onProgress: (progress: RenderProgress) => void;
};

/**
 * Draws a film once and makes its four files from that: the video, a poster, a hover preview and a
 * storyboard sprite.
 * Memory does not grow with the length: a picture is forgotten once both encoders have it.
 */
export async function renderFilm(
  openVideo: OpenVideoWriter,
  { film, seed, directory, onProgress }: FilmOrder,
): Promise<RenderResult> {
  const durationSeconds = film.frameCount / film.fps;
  const preview = planHoverPreview(film);
  const files = {
    video: { path: join(directory, "video.mp4"), contentType: "video/mp4" },
    poster: { path: join(directory, "poster.webp"), contentType: "image/webp" },
    preview: { path: join(directory, "preview.mp4"), contentType: "video/mp4" },
    sprite: { path: join(directory, "sprite.webp"), contentType: "image/webp" },
  };
  onProgress({ phase: "drawing", fraction: 0 });

  const video = await openVideo({
    path: files.video.path,
    width: film.width,
    height: film.height,
    fps: film.fps,
    source: film,
    crf: VIDEO_CRF,
    soundtrack: playSoundtrack({ mood: moodOf(film), seed, durationSeconds }),
  });
  const previewVideo = await openVideo({
    ...preview,
    path: files.preview.path,
    source: film,
    crf: PREVIEW_CRF,
    maxBitsPerSecond: PREVIEW_MAX_BITS_PER_SECOND,
  });
  const sprite = createSprite(film);
  const takers = { video, previewVideo, preview: preview.frames, sprite, onProgress };
  const poster = await drawFilm(film, takers);

  onProgress({ phase: "finishing", fraction: SHARE_OF_DRAWING });
  await Promise.all([
    video.finish(),
    previewVideo.finish(),
    encodePoster(poster).then((bytes) => writeFile(files.poster.path, bytes)),
    sprite.encode().then((bytes) => writeFile(files.sprite.path, bytes)),
  ]);
  onProgress({ phase: "finishing", fraction: 1 });
  return { durationSeconds, width: film.width, height: film.height, ...files };
}

type Takers = {
  video: VideoWriter;
  previewVideo: VideoWriter;
  preview: ReadonlySet<number>;
  sprite: SpriteCanvas;
  onProgress: FilmOrder["onProgress"];
};

/** @returns a canvas with the film's poster. */
async function drawFilm(film: DrawableFilm, takers: Takers): Promise<Canvas> {
  const canvas = createCanvas(film.width, film.height);
  const context = canvas.getContext("2d");
  const poster = createCanvas(film.width, film.height);
  const takeLivePicture = createLivePictures(canvas);
  let encoding: Promise<unknown> = Promise.resolve();
  let reportedAt = Number.NEGATIVE_INFINITY;

  for (let index = 0; index < film.frameCount; index++) {
    context.save();
    film.drawFrame(context, index);
    context.restore();
    const pixels = canvas.data();
    takers.sprite.take(index, canvas);
    if (index === film.posterFrame) poster.getContext("2d").drawImage(canvas, 0, 0);
    if (performance.now() - reportedAt >= MS_BETWEEN_REPORTS) {
      reportedAt = performance.now();
      const fraction = (SHARE_OF_DRAWING * index) / film.frameCount;
      takers.onProgress({ phase: "drawing", fraction, frame: await takeLivePicture() });
    }
    // The picture before this one was encoded while this one was drawn.
    await encoding;
    encoding = encodePicture(takers, index, pixels);
  }
  await encoding;
  return poster;
}

async function encodePicture(takers: Takers, index: number, pixels: Buffer) {
  const previewed = takers.preview.has(index) ? takers.previewVideo.write(pixels) : undefined;
  await Promise.all([takers.video.write(pixels), previewed]);
  // Left to the collector they would pile up, and fresh memory costs more than reading the canvas.
  if (pixels.buffer instanceof ArrayBuffer) pixels.buffer.transfer(0);
}

function moodOf(film: DrawableFilm): Mood {
  return MOODS.find((mood) => mood === film.mood) ?? "calm";
}
