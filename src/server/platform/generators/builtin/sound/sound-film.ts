import type { NarrationOutcome, Recipe } from "../../schema";
import { playAmbience } from "../ambience/play-ambience";
import { type Cue, createCues } from "../captions/cues";
import type { Soundtrack } from "../encoding/video-writer";
import type { Film } from "../film/film";
import { playMusic } from "../music/play-music";
import { openVoice } from "../narration/flite";
import { type Narrated, narrate } from "../narration/narrate";
import { mixSoundtrack } from "./mix-soundtrack";

export type FilmSound = {
  soundtrack: Soundtrack;
  /** What is said; without a voice, what the titles say. */
  cues: readonly Cue[];
  narration?: NarrationOutcome;
};

export type SoundOrder = {
  film: Pick<Film, "storyboard" | "frameCount" | "fps">;
  recipe: Recipe;
  /** For the voice's passing files. */
  directory: string;
};

export type MakeSound = (order: SoundOrder) => Promise<FilmSound>;

/** Makes everything that is heard in a film, and the words to read along. */
export async function soundFilm({ film, recipe, directory }: SoundOrder): Promise<FilmSound> {
  const { scenes, mood } = film.storyboard;
  const durationSeconds = film.frameCount / film.fps;
  const narrated = recipe.narration
    ? await readAloud(recipe, recipe.narration.voice, scenes, directory)
    : undefined;
  const phrases = narrated?.phrases ?? [];
  const music = playMusic({ mood, seed: recipe.seed, durationSeconds, scenes });
  return {
    soundtrack: mixSoundtrack({
      music,
      ambience: playAmbience({ scenes, seed: recipe.seed, durationSeconds }),
      phrases,
    }),
    cues: createCues(phrases.length > 0 ? phrases : tellTitles(scenes), durationSeconds),
    ...(narrated ? { narration: narrated.outcome } : {}),
  };
}

const SPACELESS = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
const UNSPACED = new RegExp(`(?<=[${SPACELESS}]) (?=[${SPACELESS}])`, "gu");

type Scenes = Film["storyboard"]["scenes"];

async function readAloud(
  recipe: Recipe,
  voice: NonNullable<Recipe["narration"]>["voice"],
  scenes: Scenes,
  directory: string,
): Promise<Narrated> {
  const told = recipe.scenes ?? [{ prompt: recipe.prompt, seconds: recipe.duration }];
  let start = 0;
  const parts = told.map(({ prompt, seconds }) => {
    start += seconds;
    return { text: prompt, start: start - seconds, seconds };
  });
  const speak = await openVoice(voice, directory);
  return narrate(speak, parts, scenes);
}

function tellTitles(scenes: Scenes) {
  return scenes.flatMap(({ title, start, duration }) =>
    title.length > 0 ? [{ text: joinWords(title), start, end: start + duration }] : [],
  );
}

/** Scripts without spaces between their words get none. */
function joinWords(words: readonly string[]): string {
  return words.join(" ").replace(UNSPACED, "");
}
