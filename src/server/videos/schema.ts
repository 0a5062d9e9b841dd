import { z } from "zod";
import type { JobView } from "~/server/jobs/schema";
import { AspectRatio, Quality, type Recipe, Style } from "~/server/platform/generators/schema";
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

export const GenerateVideoInput = z.strictObject({
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
  /** A new UUID per click: the same key and body never start a second job. */
  idempotencyKey: z.uuid("Each click needs a key of its own, a UUID."),
});
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

/** `videos.list` items and `videos.get`. Times are ISO 8601. */
export type VideoView = {
  id: string;
  prompt: string;
  status: JobView["status"];
  job: JobView;
  recipe: Recipe;
  fileId: string | null;
  posterFileId: string | null;
  /** Seconds; null until it has SUCCEEDED. */
  duration: number | null;
  width: number | null;
  height: number | null;
  /** Bytes and lower-case hex hash of the video file. */
  size: number | null;
  sha256: string | null;
  urls: { video: MediaUrl | null; poster: MediaUrl | null; preview: MediaUrl | null };
  createdAt: string;
  deletedAt: string | null;
};
