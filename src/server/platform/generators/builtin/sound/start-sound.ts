import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { FilmSound, SoundOrder } from "./sound-film";

/** Makes everything that is heard in a film in a thread of its own. @throws what stopped the thread */
export async function startSound({ film, recipe, directory }: SoundOrder): Promise<FilmSound> {
  const { storyboard, frameCount, fps } = film;
  const order: SoundOrder = { film: { storyboard, frameCount, fps }, recipe, directory };
  const thread = new Worker(fileURLToPath(new URL("./sound-thread.ts", import.meta.url)), {
    workerData: order,
    execArgv: ["--import", "tsx", "--disable-warning=ExperimentalWarning"],
  });
  const [sound] = (await once(thread, "message")) as [FilmSound];
  return sound;
}
