import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadImage } from "@napi-rs/canvas";
import { Decoder, Demuxer } from "node-av";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SQUARE_RECIPE, squareFilm } from "../../../../../tests/support/square-film";
import type { Recipe } from "../schema";
import { createFfmpegWriter } from "./encoding/ffmpeg-writer";
import { openNodeAvWriter } from "./encoding/node-av-writer";
import type { Soundtrack } from "./encoding/video-writer";
import { createRandom } from "./film/drawing/random";
import type { Film } from "./film/film";
import { renderFilm } from "./render-film";
import { integratedLoudness } from "./sound/loudness";
import { soundFilm } from "./sound/sound-film";
import { truePeak } from "./sound/true-peak";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "t2m-file-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function render(recipe: Partial<Recipe>, film: Partial<Film> = {}, openVideo = openNodeAvWriter) {
  return renderFilm(openVideo, {
    film: { ...squareFilm({ recipe }), ...film },
    recipe: { ...SQUARE_RECIPE, ...recipe },
    directory,
    makeSound: soundFilm,
    onProgress: () => undefined,
  });
}

/** What a player hears: the sound as it comes out of the file. */
async function decodeSound(path: string): Promise<Soundtrack> {
  await using file = await Demuxer.open(path);
  const stream = file.audio();
  if (!stream) throw new Error("The film has sound.");
  using decoder = await Decoder.create(stream);
  const planes: [number[], number[]] = [[], []];
  for await (const frame of decoder.frames(file.packets(stream.index))) {
    if (!frame) break;
    for (const [channel, plane] of planes.entries()) {
      const bytes = frame.data?.[channel];
      if (!bytes) throw new Error("The sound is planar.");
      for (let at = 0; at < frame.nbSamples; at++) plane.push(bytes.readFloatLE(4 * at));
    }
    frame.free();
  }
  const [left, right] = planes;
  return { left: Float32Array.from(left), right: Float32Array.from(right) };
}

async function readTags(path: string) {
  await using file = await Demuxer.open(path);
  const { title, comment = "" } = file.getFormatContext().metadata?.getAll() ?? {};
  return { title, comment };
}

const TALES: [string, Partial<Recipe>][] = [
  [
    "joyful and narrated",
    { prompt: "A happy dog jumps and laughs at the beach.", narration: { voice: "clara" } },
  ],
  [
    "epic and narrated",
    { prompt: "A mighty dragon fights in a storm.", narration: { voice: "ralph" } },
  ],
  ["energetic and silent", { prompt: "cars race through the city at night" }],
  ["calm and silent", { prompt: "a boat on a calm lake" }],
];

describe("the sound of a film's file", () => {
  it.each(TALES)("%s: is at −16 LUFS and never clips, after AAC", async (_, tale) => {
    const { video } = await render({ ...tale, duration: 4 });
    const sound = await decodeSound(video.path);
    expect(Math.abs(integratedLoudness(sound) + 16)).toBeLessThanOrEqual(0.5);
    expect(20 * Math.log10(truePeak(sound))).toBeLessThanOrEqual(-1);
  });
});

describe("a film's file", () => {
  const recipe: Partial<Recipe> = {
    prompt: 'A "fox"; runs\\ = home 🦊',
    narration: { voice: "angus" },
    pictures: [{ fileId: "0199-a-file-of-mine", sha256: "ab".repeat(32) }],
  };
  const told = { ...SQUARE_RECIPE, ...recipe, pictures: ["ab".repeat(32)] };

  it("carries its title and its recipe, but nobody's ids and no paths", async () => {
    const { video } = await render(recipe);
    const { title, comment } = await readTags(video.path);
    expect(title).toBe(recipe.prompt);
    expect(JSON.parse(comment)).toEqual(told);
    const bytes = await readFile(video.path, "latin1");
    for (const secret of ["0199-a-file-of-mine", directory, tmpdir()]) {
      expect(bytes).not.toContain(secret);
    }
  });

  it.runIf(spawnSync("ffmpeg", ["-version"]).status === 0)(
    "carries them too when an ffmpeg program has written it",
    async () => {
      const { video } = await render(recipe, {}, createFfmpegWriter("ffmpeg"));
      const { title, comment } = await readTags(video.path);
      expect([title, JSON.parse(comment)]).toEqual([recipe.prompt, told]);
    },
  );

  it.each([
    [320, 180],
    [180, 320],
    [240, 240],
  ])(
    "has a hover preview of at most 300 kB even where every pixel changes, at %i × %i",
    async (width, height) => {
      const random = createRandom(1);
      const { preview } = await render(
        {},
        {
          ...{ width, height },
          drawFrame(context) {
            const noise = context.createImageData(width, height);
            for (let at = 0; at < noise.data.length; at++)
              noise.data[at] = random.integer(0, 255) | (at % 4 === 3 ? 255 : 0);
            context.putImageData(noise, 0, 0);
          },
        },
      );
      expect((await stat(preview.path)).size).toBeLessThanOrEqual(300_000);
    },
  );
});

describe("captions", () => {
  it("follow the words that are spoken, or the titles without a voice", async () => {
    const spoken = await render({ prompt: "A fox runs.", narration: { voice: "clara" } });
    expect(spoken.narration).toBe("spoken");
    expect(await readFile(spoken.captions?.path ?? "", "utf8")).toMatch(
      /^WEBVTT\n\n1\n00:00:00\.\d{3} --> 00:00:0[1-3]\.\d{3}\nA fox runs\.\n$/,
    );
    const silent = await render({ prompt: "a fox runs" });
    expect(silent.narration).toBeUndefined();
    expect(await readFile(silent.captions?.path ?? "", "utf8")).toContain("fox runs");
  });

  it("of a language that the voice cannot speak are its titles, and the film says why it is silent", async () => {
    const { narration, captions } = await render({
      prompt: "猫が走る",
      narration: { voice: "clara" },
    });
    expect(narration).toBe("language");
    expect(await readFile(captions?.path ?? "", "utf8")).toContain("猫が走る");
  });

  it("are missing where nothing is said or shown in words", async () => {
    expect((await render({ prompt: "🦊" })).captions).toBeUndefined();
  });

  it("are drawn into the pictures when asked to be", async () => {
    const posters = [];
    for (const recipe of [{}, { captions: "burnt" as const }]) {
      const { poster } = await render({ prompt: "A fox runs through the snow", ...recipe });
      posters.push(await readFile(poster.path));
      expect((await loadImage(poster.path)).width).toBe(320);
    }
    expect(posters[0]).not.toEqual(posters[1]);
  });
});
