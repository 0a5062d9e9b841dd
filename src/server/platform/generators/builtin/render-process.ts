/** The program of one render: takes an order over IPC, answers with progress and the result. */
import { setPriority } from "node:os";
import { chooseVideoWriter } from "./encoding/choose-video-writer";
import { createFilm } from "./film/film";
import { renderFilm } from "./render-film";
import type { RenderOrder, RenderReport } from "./render-messages";
import { openSoundThread } from "./sound/open-sound-thread";

const LOW_PRIORITY = 10;

// Before any thread starts, so that all of them inherit it: pages are served before films.
setPriority(LOW_PRIORITY);

// Nobody waits for this film any more, or nobody is left to hear of it.
process.once("disconnect", () => process.exit(1));

const makeSound = openSoundThread();

process.once("message", async (order: RenderOrder) => {
  const film = await createFilm(order.recipe, order.pictures);
  const openVideo = await chooseVideoWriter(order.ffmpegPath);
  const result = await renderFilm(openVideo, {
    film,
    recipe: order.recipe,
    directory: order.directory,
    makeSound,
    onProgress: (progress) => void report({ type: "progress", progress }),
  });
  await report({ type: "result", result });
  process.exit(0);
});

function report(message: RenderReport): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, () => resolve());
  });
}
