import { type Canvas, createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import type { Style } from "~/server/platform/generators/schema";
import { drawPhoto } from "../artwork/photo";
import { OVERLAP_SECONDS, viewAt } from "../camera/camera";
import { drawLayer } from "../camera/view";
import { type Actor, drawActor } from "../cast/actor";
import { placeCast } from "../cast/cast";
import { createEffects, type Effects } from "../effects/effects";
import { speedOf } from "../motion/motion";
import { ROOMS } from "../places";
import { paintScenery } from "../scenery/scenery";
import type { Scene } from "../storyboard";
import { lookOf } from "../styles/styles";
import { samplePixels } from "../titles/legibility";
import { layOutTitle, type Title } from "../titles/title";
import { drawTitle } from "../titles/title-motion";
import { type Backdrop, createBackdrop } from "./backdrop";
import { discard } from "./pieces";
import type { Screen } from "./screen";
import type { StageSet } from "./stage-set";

/** A scene with everything painted that does not move. */
export type StagedScene = {
  scene: Scene;
  set: StageSet;
  backdrop: Backdrop;
  actors: readonly Actor[];
  effects: Effects;
  title: Title | undefined;
  /** Shown instead of scenery and cast. */
  photo: Canvas | undefined;
  screen: Screen;
};

/** When a title must be legible, in shares of its scene. */
const TITLE_MOMENTS = [0.15, 0.35, 0.55, 0.75, 0.95];

export function stageScene(
  scene: Scene,
  screen: Screen,
  style: Style,
  images: ReadonlyMap<string, Image>,
  photo?: Canvas,
): StagedScene {
  const frame = { width: screen.width, height: screen.height, style };
  const speed = speedOf(scene.motion) * (scene.shot === "close" ? 0.7 : 1);
  const still = scene.cast.every(({ picture }) =>
    /^(house|castle|church|lighthouse|windmill|volcano)$/.test(picture),
  );
  const travel =
    (ROOMS.has(scene.place) ? 0 : still ? 0.04 : speed) *
    Math.min(frame.width, frame.height) *
    1.3 *
    (scene.duration + OVERLAP_SECONDS) *
    scene.heading;
  const set = paintScenery(scene, frame, travel);
  const actors = placeCast(scene, set, images);
  const staged: StagedScene = {
    scene,
    set,
    backdrop: createBackdrop(scene, set, lookOf(style).heldFrames === 1),
    actors,
    effects: createEffects(scene, set, actors),
    title: undefined,
    photo,
    screen,
  };
  if (scene.title.length > 0) {
    const { frameWidth: width, frameHeight: height } = screen;
    const backdrop = createCanvas(width, height);
    const moments = TITLE_MOMENTS.map((share) => share * scene.duration);
    staged.title = layOutTitle(scene, { ...set, width, height }, images, (box) =>
      samplePixels(backdrop, box, moments, (context, at) => drawStagedScene(context, staged, at)),
    );
    discard(backdrop);
  }
  return staged;
}

/** Gives a scene's memory back at once. It cannot be drawn afterwards. */
export function strikeScene({ set, backdrop, actors, title }: StagedScene): void {
  backdrop.strike();
  const { behind, before, stamps } = set.scenery;
  discard(
    ...stamps,
    ...[...behind, ...before].flatMap(({ pieces }) => pieces.map(({ canvas }) => canvas)),
    ...actors.flatMap(({ sprite }) => sprite.frames),
    ...(title ? [title.scrim, ...title.words.map(({ canvas }) => canvas)] : []),
  );
}

/** Draws scenery and cast without the title. */
export function drawStage(context: SKRSContext2D, staged: StagedScene, seconds: number): void {
  const { set, backdrop, actors, effects, scene, photo } = staged;
  if (photo) {
    const share = seconds / (scene.duration + OVERLAP_SECONDS);
    drawPhoto(context, photo, set, { share: Math.min(1.2, share), seed: scene.seed });
    return;
  }
  const view = viewAt(scene, set, seconds);
  const { before, animateBefore } = set.scenery;
  backdrop.draw(context, view, seconds);
  for (const animate of set.scenery.animateGround) animate(context, seconds, view);
  effects.behind(context, seconds, view);
  for (const actor of actors) if (!actor.onCounter) drawActor(context, actor, set, view, seconds);
  for (const layer of before) if (layer.depth < 1.1) drawLayer(context, layer, view, seconds);
  for (const actor of actors) if (actor.onCounter) drawActor(context, actor, set, view, seconds);
  effects.before(context, seconds, view);
  for (const animate of animateBefore) animate(context, seconds, view);
  for (const layer of before) if (layer.depth >= 1.1) drawLayer(context, layer, view, seconds);
}

export function drawStagedScene(
  context: SKRSContext2D,
  staged: StagedScene,
  seconds: number,
): void {
  staged.screen.show(context, seconds, (drawing) => drawStage(drawing, staged, seconds));
  if (staged.title) drawTitle(context, staged.title, seconds);
}
