import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { type AspectRatio, type Recipe, Style } from "~/server/platform/generators/schema";
import { ASPECT_PROMPTS, PROMPTS, STYLE_PROMPTS } from "./contact-sheet-prompts";
import { createFilm } from "./film";
import { findFamilies, fontOf } from "./titles/fonts";

// `npm run contact-sheet [folder] [-- --untitled]` draws what the renderer looks like today: the poster
// frames of fixed prompts, every style, every shape. Each in a process of its own, two at a time.
const { values, positionals } = parseArgs({
  options: { untitled: { type: "boolean" }, cell: { type: "string" } },
  allowPositionals: true,
});
const AT_ONCE = 2;
const GAP = 4;
const LABEL_HEIGHT = 24;

type Cell = { recipe: Recipe; x: number; y: number; width: number; height: number };
type Label = { text: string; x: number; y: number };

const recipeOf = (prompt: string, style: Style, aspectRatio: AspectRatio = "16:9"): Recipe => ({
  model: "builtin",
  prompt,
  duration: 10,
  quality: "480p",
  aspectRatio,
  style,
  seed: 1,
  // Captions take the place of titles, and only a rendered film draws them.
  ...(values.untitled ? { captions: "burnt" as const } : {}),
});

/** Every second one in the style that a film has unless another is asked for. */
function placePrompts(): Cell[] {
  const others = Style.options.filter((style) => style !== "cinematic");
  return PROMPTS.map((prompt, index) => {
    const row = Math.floor(index / 4);
    const isPlain = (index + row) % 2 === 0;
    const style = isPlain ? "cinematic" : (others[(index >> 1) % others.length] ?? "cinematic");
    return { recipe: recipeOf(prompt, style), ...place(index % 4, row, 320, 180) };
  });
}

function placeStyles(): { cells: Cell[]; labels: Label[] } {
  const size = { width: 250, height: 141 };
  const spots = Style.options.map((style, index) => ({
    style,
    column: (index % 2) * STYLE_PROMPTS.length,
    row: Math.floor(index / 2),
  }));
  const top = (row: number) => row * LABEL_HEIGHT + LABEL_HEIGHT;
  return {
    cells: spots.flatMap(({ style, column, row }) =>
      STYLE_PROMPTS.map((prompt, at) => {
        const spot = place(column + at, row, size.width, size.height);
        return { recipe: recipeOf(prompt, style), ...spot, y: spot.y + top(row) };
      }),
    ),
    labels: spots.map(({ style, column, row }) => {
      const { x, y } = place(column, row, size.width, size.height);
      return { text: style, x: x + 2, y: y + top(row) - LABEL_HEIGHT / 2 };
    }),
  };
}

function placeAspects(): Cell[] {
  const height = 280;
  return ASPECT_PROMPTS.flatMap(({ prompt, style }, row) => {
    let x = GAP;
    return (["16:9", "1:1", "9:16"] as const).map((aspectRatio) => {
      const [across, down] = aspectRatio.split(":").map(Number) as [number, number];
      const width = Math.round((height * across) / down);
      const cell = { x, y: GAP + row * (height + GAP), width, height };
      x += width + GAP;
      return { recipe: recipeOf(prompt, style, aspectRatio), ...cell };
    });
  });
}

const place = (column: number, row: number, width: number, height: number) => ({
  x: GAP + column * (width + GAP),
  y: GAP + row * (height + GAP),
  width,
  height,
});

async function drawSheet(file: string, cells: readonly Cell[], labels: readonly Label[] = []) {
  const scratch = await mkdtemp(path.join(tmpdir(), "t2m-sheet-"));
  const sheet = createCanvas(
    Math.max(...cells.map(({ x, width }) => x + width)) + GAP,
    Math.max(...cells.map(({ y, height }) => y + height)) + GAP,
  );
  const context = sheet.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.fillStyle = "#17171c";
  context.textBaseline = "middle";
  for (const { text, x, y } of labels) {
    context.font = fontOf(findFamilies(text) ?? [], LABEL_HEIGHT * 0.6);
    context.fillText(text, x, y);
  }
  const waiting = [...cells.entries()];
  const draw = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { recipe, x, y, width, height }] = next;
      const picture = path.join(scratch, `${index}.png`);
      await drawApart(recipe, picture);
      context.imageSmoothingQuality = "high";
      context.drawImage(await loadImage(picture), x, y, width, height);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, draw));
  await writeFile(file, await sheet.encode("png"));
  await rm(scratch, { recursive: true });
}

/** Memory of a drawn film comes back when its process ends. */
async function drawApart(recipe: Recipe, picture: string): Promise<void> {
  const program = fileURLToPath(import.meta.url);
  const order = ["--cell", JSON.stringify(recipe), picture];
  await promisify(execFile)(process.execPath, ["--import", "tsx", program, ...order]);
}

async function drawPoster(recipe: Recipe, picture: string): Promise<void> {
  const film = await createFilm(recipe);
  const frame = createCanvas(film.width, film.height);
  film.drawFrame(frame.getContext("2d"), film.posterFrame);
  await writeFile(picture, await frame.encode("png"));
}

const [target = "docs/screenshots"] = positionals;
if (values.cell) await drawPoster(JSON.parse(values.cell), target);
else {
  const fileOf = (name: string) => path.join(target, `${name}.png`);
  const styles = placeStyles();
  await drawSheet(fileOf("contact-sheet"), placePrompts());
  await drawSheet(fileOf("contact-sheet-styles"), styles.cells, styles.labels);
  await drawSheet(fileOf("contact-sheet-aspects"), placeAspects());
}
