import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { frameSize, type Recipe } from "~/server/platform/generators/schema";
import type { Mood } from "../moods";
import { loadPhotos } from "./artwork/photo";
import { findEmojiPicture } from "./artwork/picture-index";
import { loadPictures } from "./artwork/pictures";
import { castRoles } from "./cast/casting";
import { WAGON } from "./cast/train";
import { createGrain } from "./drawing/grain";
import { transitionSeconds } from "./editing/cuts";
import { posterSecond } from "./editing/poster";
import { drawTransition } from "./editing/transition";
import { discard, settle } from "./stage/pieces";
import { createScreen } from "./stage/screen";
import { drawStagedScene, type StagedScene, stageScene, strikeScene } from "./stage/stage-scene";
import { createStoryboard, type Scene, type Storyboard } from "./storyboard";
import { lookOf } from "./styles/styles";
import { isEmoji } from "./titles/title-words";

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

/**
 * Reads the prompt, loads its pictures and returns a film whose frames are drawn on demand.
 * @param photoPaths - pictures of somebody's own, shown scene by scene instead of drawn scenery.
 * @param size - pixels; what the recipe orders when left out.
 */
export async function createFilm(
  recipe: Recipe,
  photoPaths: readonly string[] = [],
  { width, height } = frameSize(recipe.quality, recipe.aspectRatio),
): Promise<Film> {
  const storyboard = createStoryboard(recipe);
  const scenes = storyboard.scenes.map(castRoles);
  const pictures = scenes.flatMap(({ cast, props }) => [...cast, ...props]);
  const emoji = scenes.flatMap(({ title }) => title.filter(isEmoji)).map(findEmojiPicture);
  const images = await loadPictures([
    WAGON,
    ...pictures.map(({ picture }) => picture),
    ...emoji.filter((name) => name !== undefined),
  ]);
  const look = lookOf(recipe.style);
  const screen = createScreen(width, height, look, storyboard.seed);
  const photos = await loadPhotos(photoPaths, { ...screen, style: recipe.style });
  const frameCount = recipe.duration * FPS;
  const grain = createGrain(width, height, look, storyboard.seed);
  // One scene at a time: a scene is tens of megabytes, its last picture only four.
  let staged: { index: number; scene: StagedScene } | undefined;
  let still: { index: number; canvas: Canvas } | undefined;
  let spare: Canvas | undefined;
  let held: { index: number; since: number; canvas: Canvas } | undefined;

  function sceneAt(index: number): Scene {
    const scene = scenes[index];
    if (!scene) throw new RangeError(`the film has no scene ${index}`);
    // Captions in the picture say it all, where titles would stand.
    return recipe.captions === "burnt" ? { ...scene, title: [] } : scene;
  }

  function getStaged(index: number): StagedScene {
    if (staged?.index === index) return staged.scene;
    if (staged) strikeScene(staged.scene);
    staged = {
      index,
      scene: stageScene(
        sceneAt(index),
        screen,
        recipe.style,
        images,
        photos[index % photos.length],
      ),
    };
    return staged.scene;
  }

  function getLastPicture(index: number): Canvas {
    if (still?.index === index) return still.canvas;
    const { canvas } = still ?? { canvas: createCanvas(width, height) };
    const scene = getStaged(index);
    drawStagedScene(canvas.getContext("2d"), scene, scene.scene.duration);
    still = { index, canvas: settle(canvas) };
    return canvas;
  }

  /** What only a change of scenes needs is kept no longer than that. */
  function forgetChange() {
    if (still) discard(still.canvas);
    if (spare) discard(spare);
    still = spare = undefined;
  }

  function drawScene(context: SKRSContext2D, index: number, since: number) {
    if (look.heldFrames === 1) {
      drawStagedScene(context, getStaged(index), since);
      return;
    }
    if (held?.index !== index || held.since !== since) {
      held = { index, since, canvas: held?.canvas ?? createCanvas(width, height) };
      drawStagedScene(held.canvas.getContext("2d"), getStaged(index), since);
    }
    context.drawImage(held.canvas, 0, 0);
  }

  function drawFrame(context: SKRSContext2D, index: number) {
    const hold = look.heldFrames;
    const seconds = (Math.floor(index / hold) * hold) / FPS;
    const found = storyboard.scenes.findIndex(
      ({ start, duration }) => index / FPS < start + duration,
    );
    const current = found < 0 ? storyboard.scenes.length - 1 : found;
    const scene = sceneAt(current);
    const { start, transition } = scene;
    const since = Math.max(0, seconds - start);
    context.setTransform(1, 0, 0, 1, 0, 0);
    const share = (index / FPS - start) / transitionSeconds(scene);
    if (current > 0 && transition !== "cut" && share < 1) {
      const before = getLastPicture(current - 1);
      spare ??= createCanvas(width, height);
      drawScene(spare.getContext("2d"), current, since);
      drawTransition(context, transition, share, { before, next: spare, scene });
    } else {
      forgetChange();
      drawScene(context, current, since);
    }
    grain(context, index);
  }

  return {
    width,
    height,
    fps: FPS,
    frameCount,
    scenes: storyboard.scenes.map(({ start, duration, mood }) => ({ start, duration, mood })),
    mood: storyboard.mood,
    posterFrame: Math.min(frameCount - 1, Math.round(posterSecond(scenes) * FPS)),
    storyboard,
    drawFrame,
  };
}
