import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import fc from "fast-check";
import { Demuxer } from "node-av";
import { expect, it } from "vitest";
import { type Recipe, Style } from "~/server/platform/generators/schema";
import { openNodeAvWriter } from "../encoding/node-av-writer";
import { renderFilm } from "../render-film";
import { soundFilm } from "../sound/sound-film";
import { createFilm } from "./film";
import { fontOf } from "./titles/fonts";
import { layOutWords } from "./titles/title-layout";

const RUNS = 200;
/** fast-check prints it with the smallest prompt that fails. */
const SEED = 20261125;
const SIZES = {
  "16:9": { width: 160, height: 90 },
  "9:16": { width: 90, height: 160 },
  "1:1": { width: 120, height: 120 },
} as const;

const ALPHABETS: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x20, 0x7e],
  [0xa1, 0x17f],
  [0x300, 0x36f],
  [0x391, 0x3c9],
  [0x410, 0x44f],
  [0x531, 0x587],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x904, 0x94d],
  [0x985, 0x9cd],
  [0xa05, 0xa4d],
  [0xa85, 0xacd],
  [0xb85, 0xbcd],
  [0xc05, 0xc4d],
  [0xc85, 0xccd],
  [0xd05, 0xd4d],
  [0xd85, 0xddf],
  [0xe01, 0xe4e],
  [0xe81, 0xecd],
  [0x1000, 0x103f],
  [0x10d0, 0x10fa],
  [0x1200, 0x12bf],
  [0x1780, 0x17d2],
  [0x200b, 0x206f],
  [0x2200, 0x22ff],
  [0x3041, 0x30fe],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
  [0xd800, 0xdfff],
  [0xe000, 0xe0ff],
  [0xfff0, 0xffff],
  [0x12000, 0x12399],
  [0x1d400, 0x1d7ff],
  [0x1f300, 0x1fad6],
  [0xe0020, 0xe007f],
];
const EMOJI = ["🐶", "🍕", "👩🏽‍🚀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "1️⃣", "❤️", "🫠", "♟", "☃️", "👍🏿"];
const WORDS =
  'a the two three many cat dragon chef whale train robot king tree pizza guitar rocket idea justice runs sleeps flies dances eats reads falls in on under over sea city forest moon kitchen night sunset rain snow slowly then and while "hello world" “¡hola!” 24/7 Кот сидит 平和な海 السلام עברית 서울 สวัสดี தமிழ் বাংলা স্ত্রী हिन्दी ಕನ್ನಡ ខ្មែរ မြန်မာ ລາວ ᏣᎳᎩ -- ... ?! , ; glorp'.split(
    " ",
  );

const letters = fc
  .constantFrom(...ALPHABETS)
  .chain(([min, max]) => fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 12 }))
  .map((codes) => codes.map((code) => String.fromCodePoint(code)).join(""));
const words = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: letters },
  { weight: 1, arbitrary: fc.constantFrom(...EMOJI) },
);
const prompts = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(words, { minLength: 1, maxLength: 24 }) },
    { weight: 1, arbitrary: fc.array(words, { minLength: 200, maxLength: 500, size: "max" }) },
    { weight: 1, arbitrary: letters.map((text) => [text]) },
  )
  .chain((parts) => fc.constantFrom(" ", "", ", ", "\n").map((glue) => parts.join(glue)))
  .map((text) => text.slice(0, 2000) || "?");
const recipes = fc.record({
  model: fc.constant("builtin"),
  prompt: prompts,
  duration: fc.integer({ min: 3, max: 5 }),
  quality: fc.constant("480p" as const),
  aspectRatio: fc.constantFrom("16:9", "9:16", "1:1"),
  style: fc.constantFrom(...Style.options),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
}) satisfies fc.Arbitrary<Recipe>;

it(`any of ${RUNS} prompts becomes a film without a black or still second and without tofu`, {
  timeout: 300_000,
}, async () => {
  await fc.assert(fc.asyncProperty(recipes, checkFilm), { numRuns: RUNS, seed: SEED });
});

it("and some of them are encoded whole", { timeout: 120_000 }, async () => {
  for (const recipe of fc.sample(recipes, { numRuns: 4, seed: SEED })) {
    const directory = await mkdtemp(join(tmpdir(), "t2m-any-prompt-"));
    const film = await createFilm(recipe, [], SIZES[recipe.aspectRatio]);
    const { video } = await renderFilm(openNodeAvWriter, {
      film,
      recipe,
      directory,
      makeSound: soundFilm,
      onProgress: () => {},
    });
    await using file = await Demuxer.open(video.path);
    expect(Number(file.video()?.nbFrames)).toBe(recipe.duration * film.fps);
    expect(file.duration).toBe(recipe.duration);
    await rm(directory, { recursive: true });
  }
});

async function checkFilm(recipe: Recipe) {
  const size = SIZES[recipe.aspectRatio];
  const film = await createFilm(recipe, [], size);
  const context = createCanvas(size.width, size.height).getContext("2d");
  for (let second = 0; second < recipe.duration; second++) {
    const [before, after] = [2, 27].map((frame) => {
      film.drawFrame(context, second * film.fps + frame);
      return blocksOf(context.getImageData(0, 0, size.width, size.height).data, size.width);
    }) as [number[], number[]];
    expect(Math.max(...after), `second ${second} is black`).toBeGreaterThan(40);
    const change = Math.max(...after.map((light, block) => Math.abs(light - (before[block] ?? 0))));
    expect(change, `second ${second} is still`).toBeGreaterThan(2.5);
  }
  for (const scene of film.storyboard.scenes) {
    const role = scene.isQuote ? "quote" : "line";
    for (const word of layOutWords(scene.title, size, role)?.words ?? [])
      if (!word.emoji) expectGlyphs(word.text, word.families);
  }
}

const BLOCK = 5;

/** The mean brightness, 0…255, of squares so large that grain does not change them. */
function blocksOf(pixels: Uint8ClampedArray, width: number): number[] {
  const columns = width / BLOCK;
  const sums = new Array<number>(pixels.length / 4 / BLOCK ** 2).fill(0);
  for (let index = 0; index < pixels.length; index += 4) {
    const at = index / 4;
    const block = Math.floor(at / width / BLOCK) * columns + Math.floor((at % width) / BLOCK);
    const light = (pixels[index] ?? 0) + (pixels[index + 1] ?? 0) + (pixels[index + 2] ?? 0);
    sums[block] = (sums[block] ?? 0) + light / 3 / BLOCK ** 2;
  }
  return sums;
}

const checked = new Set<string>();
const NO_CHARACTER = "\u{10FFFE}";

/** What is drawn of each letter is not what its fonts draw for want of a glyph. */
function expectGlyphs(text: string, families: readonly string[]) {
  for (const { segment } of new Intl.Segmenter("und").segment(text)) {
    const key = `${segment} ${families.join()}`;
    if (checked.has(key) || segment.trim() === "") continue;
    checked.add(key);
    const drawn = draw(segment, families);
    for (const family of families)
      expect(drawn.equals(draw(NO_CHARACTER, [family])), `${segment} is tofu`).toBe(false);
  }
}

function draw(text: string, families: readonly string[]) {
  const canvas = createCanvas(40, 32);
  const context = canvas.getContext("2d");
  context.font = fontOf(families, 20);
  context.fillText(text, 4, 24);
  return canvas.data();
}
