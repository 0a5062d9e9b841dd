import type { Recipe } from "~/server/platform/generators/schema";

/** A film on the public pages: `public/clips/{id}.mp4` and its poster `{id}.webp`, made from this recipe. */
export type Clip = Omit<Recipe, "model" | "duration"> & { id: string };

/** All of them loop, so they are short. */
export const CLIP_SECONDS = 6;

/** The wall of the landing page, column by column; a phone shows the first two columns. */
export const WALL: readonly (readonly Clip[])[] = [
  [
    {
      id: "balloon",
      prompt: "A red balloon drifts over a city at dusk",
      aspectRatio: "9:16",
      quality: "480p",
      style: "cinematic",
      seed: 11,
    },
    {
      id: "train",
      prompt: "A train crosses the desert at sunset",
      aspectRatio: "16:9",
      quality: "480p",
      style: "cinematic",
      seed: 12,
    },
  ],
  [
    {
      id: "fox",
      prompt: "A fox wanders through a snowy forest",
      aspectRatio: "1:1",
      quality: "480p",
      style: "paper",
      seed: 13,
    },
    {
      id: "boat",
      prompt: "A sailboat crosses a calm lake at sunset",
      aspectRatio: "16:9",
      quality: "480p",
      style: "cinematic",
      seed: 14,
    },
    {
      id: "robot",
      prompt: "A robot dances in a neon city at night",
      aspectRatio: "1:1",
      quality: "480p",
      style: "neon",
      seed: 15,
    },
  ],
  [
    {
      id: "whale",
      prompt: "A whale swims beneath a sky full of stars",
      aspectRatio: "16:9",
      quality: "480p",
      style: "neon",
      seed: 16,
    },
    {
      id: "rocket",
      prompt: "A rocket climbs through pink clouds into space",
      aspectRatio: "9:16",
      quality: "480p",
      style: "pastel",
      seed: 17,
    },
  ],
  [
    {
      id: "bee",
      prompt: "A bee visits a field of sunflowers in spring",
      aspectRatio: "1:1",
      quality: "480p",
      style: "pastel",
      seed: 18,
    },
    {
      id: "octopus",
      prompt: "An octopus drifts through the deep sea",
      aspectRatio: "9:16",
      quality: "480p",
      style: "paper",
      seed: 19,
    },
  ],
];

/** The two films beside the proofs, and the quiet one beside the sign-in form. */
export const MAKING: Clip = {
  id: "owl",
  prompt: "An owl watches over an autumn forest under the moon",
  aspectRatio: "16:9",
  quality: "480p",
  style: "cinematic",
  seed: 21,
};
export const SEEKING: Clip = {
  id: "mountain",
  prompt: "Birds fly over a mountain lake at sunrise",
  aspectRatio: "16:9",
  quality: "480p",
  style: "cinematic",
  seed: 22,
};
export const QUIET: Clip = {
  id: "sea",
  prompt: "A sailboat at sea under the stars",
  aspectRatio: "1:1",
  quality: "720p",
  style: "cinematic",
  seed: 23,
};

export const CLIPS: readonly Clip[] = [...WALL.flat(), MAKING, SEEKING, QUIET];

export function clipSources(clip: Clip) {
  return { video: `/clips/${clip.id}.mp4`, poster: `/clips/${clip.id}.webp` };
}
