import type { StageSet } from "../stage/stage-set";
import type { Scene } from "../storyboard";
import type { Actor } from "./actor";
import { breadth } from "./formations";

export const ENGINE = "locomotive";
export const WAGON = "railway-car";

/** The engine leads past the middle; its wagons may reach out of the frame. */
export function placeTrain(actors: readonly Actor[], scene: Scene, set: StageSet): void {
  const engine = actors.find(({ picture }) => picture === ENGINE) ?? actors[0];
  if (!engine) return;
  const wagons = actors.filter((actor) => actor !== engine);
  let x = set.width * (0.5 + 0.16 * scene.heading);
  let before = 0;
  for (const actor of [engine, ...wagons]) {
    x -= (scene.heading * (before + breadth(actor))) / 2;
    if (actor === engine) x = set.width * (0.5 + 0.16 * scene.heading);
    Object.assign(actor, { x, y: set.scenery.groundY, phase: 0, seed: engine.seed });
    before = breadth(actor) * 1.01;
  }
}
