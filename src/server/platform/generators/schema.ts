import { z } from "zod";

const QUALITIES = ["480p", "720p", "1080p"] as const;
export const Quality = z.enum(QUALITIES, `Choose a quality: ${QUALITIES.join(", ")}.`);
export type Quality = z.infer<typeof Quality>;

const ASPECT_RATIOS = ["16:9", "9:16", "1:1"] as const;
export const AspectRatio = z.enum(
  ASPECT_RATIOS,
  `Choose an aspect ratio: ${ASPECT_RATIOS.join(", ")}.`,
);
export type AspectRatio = z.infer<typeof AspectRatio>;

const STYLES = [
  "cinematic",
  "paper",
  "neon",
  "pastel",
  "watercolor",
  "blueprint",
  "pixel",
  "noir",
  "risograph",
  "clay",
  "comic",
  "woodcut",
] as const;
export const Style = z.enum(STYLES, `Choose a style: ${STYLES.join(", ")}.`);
export type Style = z.infer<typeof Style>;

const VOICES = ["clara", "angus", "ralph", "karl", "otto"] as const;
export const Voice = z.enum(VOICES, `Choose a voice: ${VOICES.join(", ")}.`);
export type Voice = z.infer<typeof Voice>;

/** Somebody reads the words of the film aloud. */
export const Narration = z.strictObject(
  { voice: Voice },
  `A narration names its voice, and nothing else: ${VOICES.join(", ")}.`,
);
export type Narration = z.infer<typeof Narration>;

/** A film always comes with captions as a file; `burnt` draws them into its pictures, too. */
export const Captions = z.enum(["burnt"], "Captions can be “burnt” into the pictures.");
export type Captions = z.infer<typeof Captions>;

/**
 * What became of a narration. `partly`: scenes in a language that the voice does not speak are silent.
 * `shortened`: the end of the words is longer than the film. `language`, `wordless`: nothing is said.
 */
export const NarrationOutcome = z.enum(["spoken", "shortened", "partly", "language", "wordless"]);
export type NarrationOutcome = z.infer<typeof NarrationOutcome>;

/** A part of a film with words of its own. */
export const RecipeScene = z.strictObject({
  prompt: z.string(),
  /** Whole seconds. */
  seconds: z.int(),
});
export type RecipeScene = z.infer<typeof RecipeScene>;

/** An uploaded picture that a film shows; its hash, so that it is this picture or no film. */
export const RecipePicture = z.strictObject({ fileId: z.string(), sha256: z.string() });
export type RecipePicture = z.infer<typeof RecipePicture>;

/** Everything that decides the pixels: one recipe on one build gives one file, byte for byte. */
export const Recipe = z.strictObject({
  model: z.string(),
  prompt: z.string(),
  /** Seconds. */
  duration: z.int(),
  quality: Quality,
  aspectRatio: AspectRatio,
  style: Style,
  /** 0…2³²−1 */
  seed: z.int(),
  /** Told in this order, as long as `duration` together; then `prompt` only names the film. */
  scenes: z.array(RecipeScene).exactOptional(),
  /** Shown one a scene in turns, instead of what would be drawn. */
  pictures: z.array(RecipePicture).exactOptional(),
  /** Read aloud; silent without. */
  narration: Narration.exactOptional(),
  captions: Captions.exactOptional(),
});
export type Recipe = z.infer<typeof Recipe>;

const StoryboardMember = z.object({
  /** As the prompt calls it, in its base form. */
  word: z.string(),
  count: z.int(),
  color: z.string().exactOptional(),
  size: z.string().exactOptional(),
  /** Something is done to it; else it is only near. */
  isObject: z.literal(true).exactOptional(),
});

/**
 * What a model understood of its recipe, as plain data: one scene for each thing that happens. Places,
 * times and the like are the model's own words; a reader passes over those that it does not know.
 */
export const StoryboardView = z.object({
  scenes: z.array(
    z.object({
      /** Seconds from the film's start. */
      start: z.number(),
      /** Seconds. */
      duration: z.number(),
      place: z.string(),
      time: z.string(),
      weather: z.string(),
      season: z.string().exactOptional(),
      mood: z.string(),
      cast: z.array(StoryboardMember),
      /** What the cast has to do with, or what stands near. */
      props: z.array(StoryboardMember),
      /** What the cast does, in its base form; left out when the prompt does not say. */
      verb: z.string().exactOptional(),
      /** How that moves. */
      motion: z.string(),
      /** Words in quotation marks, shown as they are. */
      quote: z.string().exactOptional(),
    }),
  ),
});
export type StoryboardView = z.infer<typeof StoryboardView>;

/** What a model can do; the composer draws its controls from it and the service checks against it. */
export type ModelCard = {
  id: string;
  name: string;
  description: string;
  minDurationSeconds: number;
  maxDurationSeconds: number;
  qualities: readonly Quality[];
  aspectRatios: readonly AspectRatio[];
  styles: readonly Style[];
  /** Scenes with words of their own; one when left out. */
  maxScenes?: number;
  /** Uploaded pictures that it can show in a film; none when left out. */
  maxPictures?: number;
  /** Who can narrate; nobody when left out. */
  voices?: readonly Voice[];
  /** Whether it can burn captions in. */
  burnsCaptions?: boolean;
};

const SHORT_SIDE: Record<Quality, number> = { "480p": 480, "720p": 720, "1080p": 1080 };

/** @returns the size of a picture in pixels, both even as 4:2:0 chroma needs. */
export function frameSize(quality: Quality, aspectRatio: AspectRatio) {
  const short = SHORT_SIDE[quality];
  const long = Math.round((short * 16) / 9 / 2) * 2;
  if (aspectRatio === "1:1") return { width: short, height: short };
  return aspectRatio === "16:9" ? { width: long, height: short } : { width: short, height: long };
}
