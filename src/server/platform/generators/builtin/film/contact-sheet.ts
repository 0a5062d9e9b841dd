import { writeFileSync } from "node:fs";
import { createCanvas } from "@napi-rs/canvas";
import type { Recipe } from "~/server/platform/generators/schema";
import { createFilm } from "./film";

const PROMPTS = [
  "A paper boat sails across a calm lake at sunset",
  "Three cats dance on the moon",
  "A red fox runs through a snowy forest at night",
  "An astronaut floats above a neon city in the rain",
  "A chef cooks pasta in a busy kitchen",
  "Whales swim under the northern lights",
  "A train crosses the desert at noon",
  "A jazz band playing on a stage",
  "Dinosaurs in the jungle",
  "The quarterly report is late",
  "🐶🍕",
  "Кот сидит на крыше",
  "Una tortuga nada en el mar",
  "Penguins walk through the arctic snow",
  "A dragon flies over the mountains",
  "Elephants walk across the savanna at sunset",
  "A rocket launches into space",
  "A soccer ball bounces in a stadium",
  "A taxi drives down the street at night",
  "Butterflies fly over a meadow in the morning",
  "An old man reads a book in a room",
  "A lighthouse in a storm",
  "Hot air balloons drift in the sky at dawn",
  "Dreams of a better tomorrow",
];
const STYLES = ["cinematic", "paper", "neon", "pastel"] as const;
const COLUMNS = 4;
const CELL = { width: 320, height: 180, gap: 4 };

/** Draws the poster frame of fixed prompts into one picture: what the renderer looks like today. */
async function drawContactSheet(file: string): Promise<void> {
  const rows = Math.ceil(PROMPTS.length / COLUMNS);
  const sheet = createCanvas(
    COLUMNS * (CELL.width + CELL.gap) + CELL.gap,
    rows * (CELL.height + CELL.gap) + CELL.gap,
  );
  const context = sheet.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const [index, prompt] of PROMPTS.entries()) {
    const row = Math.floor(index / COLUMNS);
    const recipe: Recipe = {
      model: "builtin",
      prompt,
      duration: 10,
      quality: "480p",
      aspectRatio: "16:9",
      style: STYLES[(index + row) % STYLES.length] ?? "cinematic",
      seed: 1,
    };
    const film = await createFilm(recipe);
    const frame = createCanvas(film.width, film.height);
    film.drawFrame(frame.getContext("2d"), film.posterFrame);
    const x = CELL.gap + (index % COLUMNS) * (CELL.width + CELL.gap);
    const y = CELL.gap + row * (CELL.height + CELL.gap);
    context.drawImage(frame, x, y, CELL.width, CELL.height);
  }
  writeFileSync(file, await sheet.encode("png"));
}

await drawContactSheet(process.argv[2] ?? "docs/screenshots/contact-sheet.png");
