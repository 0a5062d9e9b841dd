import { z } from "zod";
import {
  AspectRatio,
  Captions,
  Narration,
  Quality,
  Style,
} from "~/server/platform/generators/schema";
import { MIN_SCENE_SECONDS, totalSeconds } from "~/server/videos/schema";

const SceneDraft = z.object({
  /** Of this browser only: what React tells the cards apart by. */
  id: z.string(),
  prompt: z.string(),
  seconds: z.int().min(MIN_SCENE_SECONDS),
});
export type SceneDraft = z.infer<typeof SceneDraft>;

/** What the page holds. No defaults here: a part of a draft must stay a part. */
const ScenesDraft = z.object({
  title: z.string(),
  scenes: z.array(SceneDraft).min(2),
  quality: Quality,
  aspectRatio: AspectRatio,
  style: Style,
  /** Locked: the same seed gives the same film. */
  seed: z.int().optional(),
  narration: Narration.optional(),
  captions: Captions.optional(),
  /** The video that was made here last. */
  videoId: z.string().optional(),
});
export type ScenesDraft = z.infer<typeof ScenesDraft>;

export const NEW_SCENES: ScenesDraft = {
  title: "",
  scenes: [
    { id: "first", prompt: "", seconds: 5 },
    { id: "second", prompt: "", seconds: 5 },
  ],
  quality: "720p",
  aspectRatio: "16:9",
  style: "cinematic",
};

/** @returns what of it belongs in a draft; null when something there is none of a draft's. */
export function readScenesPart(from: unknown): Partial<ScenesDraft> | null {
  return (ScenesDraft.partial().safeParse(from).data ?? null) as Partial<ScenesDraft> | null;
}

/** Most seconds that this scene may have beside the others. */
export function longestFor(scenes: readonly SceneDraft[], id: string, limit: number): number {
  return limit - totalSeconds(scenes.filter((scene) => scene.id !== id));
}

/** A new last scene, as long as what is left allows, five seconds at most. */
export function addScene(
  scenes: readonly SceneDraft[],
  id: string,
  limit: number,
): readonly SceneDraft[] {
  const left = limit - totalSeconds(scenes);
  return left < MIN_SCENE_SECONDS
    ? scenes
    : [...scenes, { id, prompt: "", seconds: Math.min(5, left) }];
}

/** The same scenes with this one at another place, from 0; places beyond the ends are the ends. */
export function moveScene(
  scenes: readonly SceneDraft[],
  id: string,
  place: number,
): readonly SceneDraft[] {
  const scene = scenes.find((other) => other.id === id);
  if (!scene) return scenes;
  return scenes
    .filter((other) => other !== scene)
    .toSpliced(Math.max(0, Math.min(place, scenes.length - 1)), 0, scene);
}
