import { z } from "zod";
import type { JobView } from "~/server/jobs/schema";
import {
  AspectRatio,
  Captions,
  Narration,
  type NarrationOutcome,
  Quality,
  type Recipe,
  type StoryboardView,
  Style,
} from "~/server/platform/generators/schema";
import type { Sprite } from "~/server/platform/media/schema";
import { Id, PageCursor, PageLimit } from "~/server/schema";

export const MAX_PROMPT_CHARACTERS = 2000;

/** Length as people count it for this limit: Unicode code points, so an emoji is not two. */
export function promptLength(prompt: string): number {
  return Array.from(prompt).length;
}

// Everything in Unicode's Cc (and lone surrogates) but tab and line breaks, which become spaces.
const CONTROL = /[\p{Cc}\p{Cs}]/u;

export const Prompt = z
  .string({ error: "Write a prompt first." })
  .transform((text) =>
    text
      .replace(/[\t\r\n]+/g, " ")
      .trim()
      .normalize("NFC"),
  )
  .refine((text) => text.length > 0, "Write a prompt first.")
  .refine(
    (text) => promptLength(text) <= MAX_PROMPT_CHARACTERS,
    "A prompt can have at most 2,000 characters.",
  )
  .refine(
    (text) => !CONTROL.test(text),
    "The prompt has invisible control characters in it. Remove them and try again.",
  );

const MODEL_SENTENCE = "There is no such model.";
const DURATION_SENTENCE = "A video can be 1 to 60 seconds long.";
const MAX_SEED = 0xffffffff;
const SEED_SENTENCE = "A seed is a whole number from 0 to 4,294,967,295.";

/** What one video may be told in at most, whoever asks; tiers and models allow fewer. */
const MAX_SCENES = 8;
export const MIN_SCENE_SECONDS = 2;
const SCENES_SENTENCE = `A video told in scenes has 2 to ${MAX_SCENES} of them.`;
const SCENE_SECONDS_SENTENCE = `A scene is ${MIN_SCENE_SECONDS} seconds or longer, in whole seconds.`;

const MAX_PICTURES = 4;
const PICTURES_SENTENCE = `A video shows 1 to ${MAX_PICTURES} pictures of yours.`;

export const Scene = z.strictObject({
  prompt: Prompt,
  seconds: z.int(SCENE_SECONDS_SENTENCE).min(MIN_SCENE_SECONDS, SCENE_SECONDS_SENTENCE),
});
export type Scene = z.infer<typeof Scene>;

/** A video that somebody wants, in one scene. */
export const VideoWish = z.strictObject({
  prompt: Prompt,
  model: z.string(MODEL_SENTENCE).max(100, MODEL_SENTENCE).default("builtin"),
  /** Seconds. */
  duration: z
    .int("Choose a whole number of seconds.")
    .min(1, DURATION_SENTENCE)
    .max(60, DURATION_SENTENCE)
    .default(10),
  quality: Quality.default("720p"),
  aspectRatio: AspectRatio.default("16:9"),
  style: Style.default("cinematic"),
  /** Left out: chosen by chance and kept in the recipe. */
  seed: z.int(SEED_SENTENCE).min(0, SEED_SENTENCE).max(MAX_SEED, SEED_SENTENCE).optional(),
  /** Left out: nobody reads it aloud. */
  narration: Narration.exactOptional(),
  /** Captions always come as a file; `burnt` draws them into the pictures, too. */
  captions: Captions.exactOptional(),
});
export type VideoWish = z.infer<typeof VideoWish>;

const Settings = VideoWish.extend({
  /** A new UUID per click: the same key and body never start a second job. */
  idempotencyKey: z.uuid("Each click needs a key of its own, a UUID."),
  /** Told in this order; what they show is up to their own words. */
  scenes: z.array(Scene).min(2, SCENES_SENTENCE).max(MAX_SCENES, SCENES_SENTENCE).exactOptional(),
  /** Uploaded images, shown one a scene in turns instead of what would be drawn. */
  pictures: z
    .array(Id)
    .min(1, PICTURES_SENTENCE)
    .max(MAX_PICTURES, PICTURES_SENTENCE)
    .exactOptional(),
});

/**
 * `videos.generate`. `prompt` is always required: it is what the video is called everywhere. Without
 * `scenes` it is also what the video shows; with them each scene shows its own words, and their
 * seconds add up to `duration`.
 */
export const GenerateVideoInput = Settings.refine(
  ({ scenes, duration }) => !scenes || totalSeconds(scenes) === duration,
  { path: ["scenes"], error: "The scenes are not as long together as the video." },
);

/** Seconds of all scenes together. */
export function totalSeconds(scenes: readonly Pick<Scene, "seconds">[]): number {
  return scenes.reduce((sum, { seconds }) => sum + seconds, 0);
}
export type GenerateVideoInput = z.infer<typeof GenerateVideoInput>;

export const VideoId = z.strictObject({ videoId: Id });

/** As prompts are kept; no prompt has a control character, and Postgres cannot take U+0000. */
const Search = z
  .string("Write what to search for.")
  .max(200, "A search can have at most 200 characters.")
  .transform((text) => text.replace(/[\t\r\n]+/g, " ").normalize("NFC"))
  .refine((text) => !CONTROL.test(text), "The search has invisible control characters in it.");

// Not strict: an infinite query of tRPC adds its own `direction`.
export const ListVideosInput = z.object({
  cursor: PageCursor,
  limit: PageLimit.default(24),
  search: Search.optional(),
});
export type ListVideosInput = z.infer<typeof ListVideosInput>;

/** A freshly minted signed URL. */
export type MediaUrl = { url: string; expiresAt: string };

/** `videos.list` items. Times are ISO 8601. */
export type VideoView = {
  id: string;
  prompt: string;
  status: JobView["status"];
  job: JobView;
  recipe: Recipe;
  /** What became of the recipe's narration; null without one and until it has SUCCEEDED. */
  narration: NarrationOutcome | null;
  fileId: string | null;
  posterFileId: string | null;
  /** Seconds; null until it has SUCCEEDED. */
  duration: number | null;
  width: number | null;
  height: number | null;
  /** Bytes and lower-case hex hash of the video file. */
  size: number | null;
  sha256: string | null;
  urls: {
    video: MediaUrl | null;
    poster: MediaUrl | null;
    preview: MediaUrl | null;
    /** Null also for a while after a film was made by a model that makes none. */
    sprite: MediaUrl | null;
    /** WebVTT of what is said; null for a film that says nothing. */
    captions: MediaUrl | null;
  };
  /** How `urls.sprite` is laid out; null when there is none. */
  sprite: Sprite | null;
  createdAt: string;
  deletedAt: string | null;
};

/** `videos.get`. */
export type VideoDetails = VideoView & {
  /** What was understood of the recipe; null until it has SUCCEEDED, and for models that do not say. */
  storyboard: StoryboardView | null;
};
