import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { frameSize, type Recipe } from "~/server/platform/generators/schema";
import type { Mood } from "../moods";
import { WAGON } from "./cast";
import { createGrain } from "./grain";
import { loadPictures } from "./pictures";
import {
  drawStagedScene,
  OVERLAP_SECONDS,
  type StagedScene,
  stageScene,
  strikeScene,
} from "./stage-scene";
import { createStoryboard, type Storyboard } from "./storyboard";
import { drawTransition } from "./transition";

export type Film = {
  /** Pixels. */
  width: number;
  height: number;
  fps: number;
  frameCount: number;
  /** Seconds. */
  scenes: readonly { start: number; duration: number; mood: string }[];
  mood: Mood;
  /** The frame that stands for the film. */
  posterFrame: number;
  storyboard: Storyboard;
  /** Draws a frame on a context of exactly width × height; any order of frames gives the same pixels. */
  drawFrame(context: SKRSContext2D, index: number): void;
};

const FPS = 30;
/** Cut paper moves like stop motion: a new drawing every third frame. */
const HELD_FRAMES = { cinematic: 1, neon: 1, pastel: 1, paper: 3 } as const;
const SCENES_IN_MEMORY = 2;

/** Reads the prompt, loads its pictures and returns a film whose frames are drawn on demand. */
export async function createFilm(recipe: Recipe): Promise<Film> {
  const { width, height } = frameSize(recipe.quality, recipe.aspectRatio);
  const storyboard = createStoryboard(recipe);
  const pictures = storyboard.scenes.flatMap(({ cast, props }) => [...cast, ...props]);
  const images = await loadPictures([WAGON, ...pictures.map(({ picture }) => picture)]);
  const frame = { width, height, style: recipe.style };
  const frameCount = recipe.duration * FPS;
  const grain = createGrain(width, height, recipe.style, storyboard.seed);
  const staged = new Map<number, StagedScene>();
  let spare: Canvas | undefined;

  function getStaged(index: number): StagedScene {
    const wanted = storyboard.scenes[index];
    if (!wanted) throw new RangeError(`the film has no scene ${index}`);
    const known = staged.get(index);
    if (known) return known;
    for (const [old, scene] of [...staged].slice(
      0,
      Math.max(0, staged.size - SCENES_IN_MEMORY + 1),
    )) {
      strikeScene(scene);
      staged.delete(old);
    }
    const fresh = stageScene(wanted, frame, images);
    staged.set(index, fresh);
    return fresh;
  }

  function drawFrame(context: SKRSContext2D, index: number) {
    const hold = HELD_FRAMES[recipe.style];
    const seconds = (Math.floor(index / hold) * hold) / FPS;
    const found = storyboard.scenes.findIndex(
      ({ start, duration }) => index / FPS < start + duration,
    );
    const current = found < 0 ? storyboard.scenes.length - 1 : found;
    const scene = getStaged(current).scene;
    const since = Math.max(0, seconds - scene.start);
    context.setTransform(1, 0, 0, 1, 0, 0);
    const share = (index / FPS - scene.start) / OVERLAP_SECONDS;
    const before = current > 0 && share < 1 ? storyboard.scenes[current - 1] : undefined;
    if (before) {
      drawStagedScene(context, getStaged(current - 1), seconds - before.start);
      spare ??= createCanvas(width, height);
      drawStagedScene(spare.getContext("2d"), getStaged(current), since);
      drawTransition(context, spare, scene.transition, Math.max(0, share), scene.heading);
    } else drawStagedScene(context, getStaged(current), since);
    grain(context, index);
  }

  const [first] = storyboard.scenes;
  return {
    width,
    height,
    fps: FPS,
    frameCount,
    scenes: storyboard.scenes.map(({ start, duration, mood }) => ({ start, duration, mood })),
    mood: storyboard.mood,
    posterFrame: Math.min(frameCount - 1, Math.round((first?.duration ?? 1) * 0.62 * FPS)),
    storyboard,
    drawFrame,
  };
}
