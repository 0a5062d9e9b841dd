import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FilmSound, MakeSound } from "./sound-film";

/**
 * Starts a thread that will make the sound of one film, so that it is ready when the film is known.
 * What it returns throws what stopped the thread.
 */
export function openSoundThread(): MakeSound {
  const thread = new Worker(fileURLToPath(new URL("./sound-thread.ts", import.meta.url)), {
    execArgv: ["--import", "tsx", "--disable-warning=ExperimentalWarning"],
  });
  const answer = once(thread, "message") as Promise<[FilmSound]>;
  // Whoever asks hears of it.
  answer.catch(() => {});
  return async ({ film: { storyboard, frameCount, fps }, recipe, directory }) => {
    thread.postMessage({ film: { storyboard, frameCount, fps }, recipe, directory });
    const [sound] = await answer;
    return sound;
  };
}
