import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { Demuxer } from "node-av";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SQUARE_RECIPE, squareFilm } from "../../../../../tests/support/square-film";
import type { RenderProgress } from "../generator";
import type { Recipe } from "../schema";
import { createFfmpegWriter } from "./encoding/ffmpeg-writer";
import { openNodeAvWriter } from "./encoding/node-av-writer";
import type { Film } from "./film/film";
import { renderFilm } from "./render-film";
import { soundFilm } from "./sound/sound-film";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "t2m-render-"));
});
// Where one encoder has failed the other may still write; a render's process would have ended both.
afterEach(() => rm(directory, { recursive: true, force: true, maxRetries: 10 }));

function render(film: Film, reports: RenderProgress[] = [], recipe: Partial<Recipe> = {}) {
  const onProgress = (progress: RenderProgress) => void reports.push(progress);
  return renderFilm(openNodeAvWriter, {
    film,
    recipe: { ...SQUARE_RECIPE, ...recipe },
    directory,
    makeSound: soundFilm,
    onProgress,
  });
}

async function inspect(path: string) {
  await using file = await Demuxer.open(path);
  const [video, audio] = [file.video(), file.audio()];
  return {
    seconds: file.duration,
    width: video?.codecpar.width,
    height: video?.codecpar.height,
    pictures: Number(video?.nbFrames),
    sampleRate: audio?.codecpar.sampleRate,
    streams: file.streams.length,
  };
}

const sha256 = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

describe("a rendered film", () => {
  it("has exactly its length, its size, pictures and stereo sound", async () => {
    const result = await render(squareFilm());
    expect(await inspect(result.video.path)).toEqual({
      seconds: 3,
      width: 320,
      height: 180,
      pictures: 90,
      sampleRate: 48_000,
      streams: 2,
    });
    expect(result).toMatchObject({ durationSeconds: 3, width: 320, height: 180 });
  });

  it("puts the index before the data, so that playing starts at once", async () => {
    const { video, preview } = await render(squareFilm());
    for (const { path } of [video, preview]) {
      const bytes = await readFile(path);
      expect(bytes.indexOf("moov")).toBeGreaterThan(0);
      expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"));
    }
  });

  it("is another file when the pictures differ", async () => {
    const first = await sha256((await render(squareFilm())).video.path);
    expect(await sha256((await render(squareFilm({ hue: 20 }))).video.path)).not.toBe(first);
  });

  it("leaves the video, the poster, the preview, the sprite, the captions and nothing else", async () => {
    await render(squareFilm());
    expect((await readdir(directory)).sort()).toEqual([
      "captions.vtt",
      "poster.webp",
      "preview.mp4",
      "sprite.webp",
      "video.mp4",
    ]);
  });

  it("has a poster of its full size", async () => {
    const { poster } = await render(squareFilm());
    const picture = await loadImage(poster.path);
    expect([picture.width, picture.height]).toEqual([320, 180]);
    expect((await stat(poster.path)).size).toBeLessThanOrEqual(250_000);
  });

  it("has a silent three-second preview of at most 300 kB", async () => {
    const { preview } = await render(squareFilm({ recipe: { duration: 6 } }));
    expect(await inspect(preview.path)).toMatchObject({ seconds: 3, pictures: 45, streams: 1 });
    expect((await stat(preview.path)).size).toBeLessThanOrEqual(300_000);
  });

  it("has a sprite of one picture a second, in their order, of at most 300 kB", async () => {
    const film = squareFilm({ recipe: { duration: 12 } });
    const { sprite } = await render({
      ...film,
      drawFrame(context, index) {
        context.fillStyle = `rgb(${Math.floor(index / 30) * 20} 0 0)`;
        context.fillRect(0, 0, film.width, film.height);
      },
    });
    const picture = await loadImage(sprite?.path ?? "");
    expect([picture.width, picture.height]).toEqual([1600, 180]);
    const context = createCanvas(1600, 180).getContext("2d");
    context.drawImage(picture, 0, 0);
    const redAt = (tile: number) =>
      context.getImageData((tile % 10) * 160 + 80, Math.floor(tile / 10) * 90 + 45, 1, 1).data[0];
    for (let tile = 0; tile < 12; tile += 1) {
      expect(Math.abs((redAt(tile) ?? 0) - tile * 20)).toBeLessThan(8);
    }
    expect((await stat(sprite?.path ?? "")).size).toBeLessThanOrEqual(300_000);
  });

  it("reports progress that never falls and ends at 1, with pictures small enough to send", async () => {
    const reports: RenderProgress[] = [];
    await render(squareFilm(), reports);
    const fractions = reports.map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const frames = reports.flatMap(({ frame }) => (frame ? [frame] : []));
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) {
      expect(Buffer.from(frame).toString("latin1", 8, 12)).toBe("WEBP");
      expect(frame.length).toBeLessThanOrEqual(12_000);
    }
  });

  it("fails when its folder is gone", async () => {
    await rm(directory, { recursive: true });
    await expect(render(squareFilm())).rejects.toThrow(/open the file/);
  });
});

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;

describe("encoding with an ffmpeg program", () => {
  const renderWith = (program: string) => {
    return renderFilm(createFfmpegWriter(program), {
      film: squareFilm(),
      recipe: SQUARE_RECIPE,
      directory,
      makeSound: soundFilm,
      onProgress: () => {},
    });
  };

  it.runIf(hasFfmpeg)("gives a film of the same shape", async () => {
    const { video } = await renderWith("ffmpeg");
    const inspected = await inspect(video.path);
    expect(inspected).toMatchObject({ seconds: 3, pictures: 90, sampleRate: 48_000, streams: 2 });
    expect((await readdir(directory)).sort()).toEqual([
      "captions.vtt",
      "poster.webp",
      "preview.mp4",
      "sprite.webp",
      "video.mp4",
    ]);
  });

  it("fails instead of hanging when the program cannot be started", async () => {
    await expect(renderWith(join(directory, "no-such-program"))).rejects.toThrow(/ENOENT/);
  });

  it.skipIf(process.platform === "win32")(
    "fails with its last words when it ends early",
    async () => {
      const program = join(directory, "broken");
      await writeFile(program, "#!/bin/sh\necho no space left >&2\nexit 3\n", { mode: 0o755 });
      await expect(renderWith(program)).rejects.toThrow(/3: no space left/);
    },
  );
});
