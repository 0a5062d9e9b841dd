import { createCanvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import { type Actor, drawActor, placeCast } from "./cast";
import { createEffects, type Effects } from "./effects";
import { SPEED } from "./motion";
import { smoothNoise } from "./random";
import { paintScenery, type SceneFrame } from "./scenery/scenery";
import type { StageSet } from "./stage-set";
import type { Scene } from "./storyboard";
import { drawTitle, layOutTitle, type Title } from "./title";
import { drawLayer, type View } from "./view";

/** A scene with everything painted that does not move. */
export type StagedScene = {
  scene: Scene;
  set: StageSet;
  actors: readonly Actor[];
  effects: Effects;
  title: Title | undefined;
};

/** Extra seconds that scenes are drawn beyond their end, while the next one takes over. */
export const OVERLAP_SECONDS = 0.5;

export function stageScene(
  scene: Scene,
  frame: SceneFrame,
  images: ReadonlyMap<string, Image>,
): StagedScene {
  const speed = SPEED[scene.motion] * (scene.shot === "close" ? 0.7 : 1);
  const still = scene.cast.every(({ picture }) =>
    /^(house|castle|church|lighthouse|windmill|volcano)$/.test(picture),
  );
  const travel =
    (still ? 0.04 : speed) *
    Math.min(frame.width, frame.height) *
    1.3 *
    (scene.duration + OVERLAP_SECONDS) *
    scene.heading;
  const set = paintScenery(scene, frame, travel);
  const actors = placeCast(scene, set, images);
  const staged: StagedScene = {
    scene,
    set,
    actors,
    effects: createEffects(scene, set, actors),
    title: undefined,
  };
  if (scene.title.length > 0) {
    const backdrop = createCanvas(frame.width, frame.height);
    drawStage(backdrop.getContext("2d"), staged, scene.duration / 2);
    staged.title = layOutTitle(scene.title, set, backdrop);
  }
  return staged;
}

const easeInOut = (t: number) => t * t * (3 - 2 * t);

function viewAt(staged: StagedScene, seconds: number): View {
  const { scene, set } = staged;
  const share = Math.min(1.2, Math.max(0, seconds / (scene.duration + OVERLAP_SECONDS)));
  const push = scene.shot === "wide" ? 0.07 : scene.shot === "medium" ? 0.09 : 0.06;
  const outward = scene.seed % 3 === 0;
  const hand = scene.mood === "tense" || scene.motion === "run" ? 0.0035 : 0.0016;
  return {
    width: set.width,
    height: set.height,
    panX: set.travel * share,
    panY: smoothNoise(scene.seed + 3, seconds * 0.8) * set.unit * hand,
    zoom: 1 + push * easeInOut(outward ? 1 - Math.min(1, share) : Math.min(1, share)),
    focusX: set.width / 2 + smoothNoise(scene.seed, seconds * 0.5) * set.unit * hand,
    focusY:
      set.scenery.surface === "air" ? set.height * 0.5 : set.scenery.groundY - set.unit * 0.12,
  };
}

/** Draws scenery and cast without the title. */
export function drawStage(context: SKRSContext2D, staged: StagedScene, seconds: number): void {
  const { set, actors, effects, scene } = staged;
  const view = viewAt(staged, seconds);
  const { behind, before, animateBehind, animateBefore } = set.scenery;
  const [sky, ...land] = behind;
  if (sky) drawLayer(context, sky, view, seconds);
  for (const layer of land) if (layer.depth < 0.13) drawLayer(context, layer, view, seconds);
  if (set.place !== "sea" && set.place !== "lake" && set.place !== "beach")
    for (const animate of animateBehind) animate(context, seconds, view);
  for (const layer of land)
    if (layer.depth >= 0.13 && layer.depth < 0.3) drawLayer(context, layer, view, seconds);
  if (set.place === "sea" || set.place === "lake" || set.place === "beach")
    for (const animate of animateBehind) animate(context, seconds, view);
  for (const layer of land) if (layer.depth >= 0.3) drawLayer(context, layer, view, seconds);
  effects.behind(context, seconds, view);
  for (const actor of actors)
    if (!actor.onCounter) drawActor(context, actor, set, view, seconds, scene.duration);
  for (const layer of before) if (layer.depth < 1.1) drawLayer(context, layer, view, seconds);
  for (const actor of actors)
    if (actor.onCounter) drawActor(context, actor, set, view, seconds, scene.duration);
  effects.before(context, seconds, view);
  for (const animate of animateBefore) animate(context, seconds, view);
  for (const layer of before) if (layer.depth >= 1.1) drawLayer(context, layer, view, seconds);
}

export function drawStagedScene(
  context: SKRSContext2D,
  staged: StagedScene,
  seconds: number,
): void {
  drawStage(context, staged, seconds);
  if (staged.title) drawTitle(context, staged.title, seconds, staged.scene.duration);
}
