import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { BUILTIN_CARD } from "~/server/platform/generators/builtin/card";
import { createFilm } from "~/server/platform/generators/builtin/film/film";
import { Style } from "~/server/platform/generators/schema";

const PROMPT = "A sailboat on a lake in the mountains at sunset";
/** Twice what the composer shows of them. */
const SIZE = { width: 256, height: 144 };
const MAX_BYTES = 10_000;

/** Draws the same scene in every style into `public/styles`, for the composer. */
export async function drawStylePictures(publicFolder: string): Promise<void> {
  const folder = path.join(publicFolder, "styles");
  await mkdir(folder, { recursive: true });
  for (const style of Style.options) {
    const film = await createFilm({
      model: BUILTIN_CARD.id,
      prompt: PROMPT,
      duration: 5,
      quality: "480p",
      aspectRatio: "16:9",
      style,
      seed: 5,
      // Captions take the place of titles, and only a rendered film draws them.
      captions: "burnt",
    });
    const frame = createCanvas(film.width, film.height);
    film.drawFrame(frame.getContext("2d"), film.posterFrame);
    const picture = createCanvas(SIZE.width, SIZE.height);
    const context = picture.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(frame, 0, 0, SIZE.width, SIZE.height);
    let quality = 90;
    let bytes = await picture.encode("webp", quality);
    while (bytes.length > MAX_BYTES) {
      quality -= 6;
      bytes = await picture.encode("webp", quality);
    }
    await writeFile(path.join(folder, `${style}.webp`), bytes);
    console.log(`${style.padEnd(10)} ${bytes.length} bytes at quality ${quality}`);
  }
}
