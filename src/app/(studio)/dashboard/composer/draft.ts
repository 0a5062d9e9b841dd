import { z } from "zod";
import {
  AspectRatio,
  Captions,
  Narration,
  Quality,
  Style,
} from "~/server/platform/generators/schema";

/** A recipe names a picture together with its hash. */
const Picture = z.union([
  z.string(),
  z.object({ fileId: z.string() }).transform(({ fileId }) => fileId),
]);

/** What the composer holds. No defaults here: a part of a draft must stay a part. */
const Draft = z.object({
  prompt: z.string(),
  model: z.string(),
  duration: z.int(),
  quality: Quality,
  aspectRatio: AspectRatio,
  style: Style,
  /** Set only when a recipe is made again: then the same seed gives the same film. */
  seed: z.int().optional(),
  /** Ids of uploaded pictures. */
  pictures: z.array(Picture).optional(),
  narration: Narration.optional(),
  captions: Captions.optional(),
});
export type Draft = z.infer<typeof Draft>;

export const NEW_DRAFT: Draft = {
  prompt: "",
  model: "builtin",
  duration: 10,
  quality: "720p",
  aspectRatio: "16:9",
  style: "cinematic",
  seed: undefined,
  pictures: undefined,
  narration: undefined,
  captions: undefined,
};

/** What of a draft makes a film: where nothing is chosen, nothing is said. */
export function toWish({ pictures, narration, captions, ...wish }: Draft) {
  return {
    ...wish,
    ...(pictures?.length ? { pictures } : {}),
    ...(narration ? { narration } : {}),
    ...(captions ? { captions } : {}),
  };
}

/** @returns what of it belongs in a draft; null when something there is none of a draft's. */
export function readDraftPart(from: unknown): Partial<Draft> | null {
  // A key that is there has a value: neither JSON nor a recipe knows undefined.
  return (Draft.partial().safeParse(from).data ?? null) as Partial<Draft> | null;
}
