import { type ChildProcess, spawnSync } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Demuxer } from "node-av";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeTinyFilm, writeTinySound } from "../../../../tests/support/tiny-media";
import { createFfmpegReader } from "./clip/ffmpeg-reader";
import { openNodeAvClip } from "./clip/node-av-reader";
import { createPreparer } from "./create-preparer";
import type { Prepared } from "./preparer";

const KINDS = ["poster", "preview", "sprite", "waveform"] as const;
const MAX_RSS_MIB = 300;

let directory: string;
let peakMib: number;
let watch: NodeJS.Timeout | undefined;

/** Linux tells how much a process held at most; elsewhere only its answer is looked at. */
const noteChild = (message: unknown) => {
  const { process: child } = message as { process: ChildProcess };
  watch ??= setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    peakMib = Math.max(peakMib, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 20);
};
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "t2m-prepare-"));
  peakMib = 0;
  subscribe("child_process", noteChild);
});
afterEach(async () => {
  clearInterval(watch);
  watch = undefined;
  unsubscribe("child_process", noteChild);
  await rm(directory, { recursive: true, force: true });
});

async function prepare(path: string, contentType: string, timeLimitMs?: number) {
  const startedAt = performance.now();
  const prepared: Prepared = await createPreparer(timeLimitMs ? { timeLimitMs } : {}).prepare({
    path,
    contentType,
    wanted: KINDS,
    directory,
    signal: new AbortController().signal,
  });
  return { ...prepared, ms: performance.now() - startedAt };
}

const kindsOf = ({ pictures }: Prepared) => pictures.map(({ kind }) => kind).sort();
const pathOf = ({ pictures }: Prepared, wanted: string) =>
  pictures.find(({ kind }) => kind === wanted)?.path ?? "";

describe("what is inside a file", { timeout: 30_000 }, () => {
  it("is a poster of at most 640 pixels for a picture, upright, of its first frame", async () => {
    const path = join(directory, "photo");
    await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#c04020" } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toFile(path);
    const prepared = await prepare(path, "image/jpeg");
    expect(prepared).toMatchObject({ width: 800, height: 1200 });
    expect(kindsOf(prepared)).toEqual(["poster"]);
    const poster = await sharp(pathOf(prepared, "poster")).metadata();
    expect(poster).toMatchObject({ format: "webp", width: 427, height: 640 });
  });

  it("is a poster, a hover preview and a sprite for a film, in the film's order", async () => {
    const path = join(directory, "film.mp4");
    await writeTinyFilm(path, { seconds: 6, fps: 10, width: 320, height: 180, gop: 25 });
    const prepared = await prepare(path, "video/mp4");
    expect(prepared).toMatchObject({ width: 320, height: 180, durationSeconds: 6 });
    expect(prepared.problem).toBeUndefined();
    expect(kindsOf(prepared)).toEqual(["poster", "preview", "sprite"]);
    const sprite = sharp(pathOf(prepared, "sprite"));
    expect(await sprite.metadata()).toMatchObject({ width: 960, height: 90 });
    const { data, info } = await sprite.greyscale().raw().toBuffer({ resolveWithObject: true });
    const lights = Array.from({ length: 6 }, (_, tile) => data[45 * info.width + tile * 160 + 80]);
    // From 16…235 of the film to 0…255 of the picture; each tile is its second's middle.
    for (const [tile, light] of lights.entries()) {
      const luma = 20 + (200 * (tile + 0.5)) / 6;
      expect(Math.abs((light ?? 0) - ((luma - 16) * 255) / 219)).toBeLessThan(14);
    }
    await using preview = await Demuxer.open(pathOf(prepared, "preview"));
    expect(Number(preview.video()?.nbFrames)).toBe(45);
    expect((await stat(pathOf(prepared, "preview"))).size).toBeLessThanOrEqual(300_000);
  });

  it("is a waveform for a sound, flat where it is silent", async () => {
    const path = join(directory, "sound.m4a");
    await writeTinySound(path);
    const prepared = await prepare(path, "audio/mp4");
    expect(kindsOf(prepared)).toEqual(["waveform"]);
    expect(prepared.durationSeconds).toBeCloseTo(2, 0);
    const { data, info } = await sharp(pathOf(prepared, "waveform"))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const inkIn = (x: number) =>
      Array.from({ length: info.height }, (_, y) => data[(y * info.width + x) * 4 + 3] ?? 0).filter(
        (alpha) => alpha > 128,
      ).length;
    expect(inkIn(102)).toBeLessThan(8);
    expect(inkIn(702)).toBeGreaterThan(100);
  });
});

const BOMBS: Record<string, [string, (path: string) => Promise<unknown>, string[]]> = {
  "a picture of 10 000 × 10 000": [
    "image/png",
    (path) =>
      sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: "#123" } })
        .png({ compressionLevel: 1 })
        .toFile(path),
    [],
  ],
  "an archive that calls itself a picture": [
    "image/png",
    (path) => writeFile(path, Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(9_000)])),
    [],
  ],
  "a broken Matroska file": [
    "video/x-matroska",
    async (path) => {
      await writeTinyFilm(`${path}.mkv`, { seconds: 2 });
      const bytes = await readFile(`${path}.mkv`);
      await writeFile(path, bytes.fill(0xff, 60, bytes.length - 60));
    },
    [],
  ],
  "an hour of one picture a second": [
    "video/mp4",
    async (path) => {
      await writeTinyFilm(`${path}.mp4`, {
        seconds: 3600,
        fps: 1,
        gop: 250,
        width: 64,
        height: 36,
      });
      await writeFile(path, await readFile(`${path}.mp4`));
    },
    ["poster", "preview", "sprite"],
  ],
  "a playlist that calls itself a film": [
    "video/mp4",
    (path) => writeFile(path, "#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/secret.ts\n"),
    [],
  ],
};

describe("what strangers make", { timeout: 60_000 }, () => {
  for (const [name, [contentType, make, kinds]] of Object.entries(BOMBS)) {
    it(`${name} costs little time and under 300 MB`, async () => {
      const path = join(directory, "bomb");
      await make(path);
      const prepared = await prepare(path, contentType);
      expect(kindsOf(prepared)).toEqual(kinds);
      if (kinds.length === 0) expect(prepared.problem).toBeTruthy();
      // A rejection takes one second on a quiet machine, the hour three.
      expect(prepared.ms).toBeLessThan(kinds.length > 0 ? 15_000 : 5_000);
      expect(peakMib).toBeLessThan(MAX_RSS_MIB);
    });
  }

  it("a process that takes too long is killed and its file's preparation rejects", async () => {
    const path = join(directory, "film.mp4");
    await writeTinyFilm(path);
    await expect(prepare(path, "video/mp4", 50)).rejects.toThrow(/SIGKILL/);
  });
});

const hasFfmpeg = spawnSync("ffmpeg", ["-version"]).status === 0;

it.runIf(hasFfmpeg)("An ffmpeg program reads a clip as node-av does", async () => {
  const path = join(directory, "film.mp4");
  await writeTinyFilm(path, { seconds: 6, width: 64, height: 36 });
  const size = { width: 32, height: 18 };
  const lights = [];
  for (const open of [openNodeAvClip, createFfmpegReader("ffmpeg")]) {
    const reader = await open(path);
    expect(reader).toMatchObject({ size: { width: 64, height: 36 }, durationSeconds: 6 });
    const seen: number[] = [];
    for await (const pixels of reader.pictures([0.55, 1.55, 5.55], size, 5_000)) {
      expect(pixels.length).toBe(32 * 18 * 4);
      seen.push(pixels[0] ?? -1);
    }
    lights.push(seen);
    await reader.close();
  }
  const [first, second] = lights;
  expect(first).toHaveLength(3);
  for (const [index, light] of (first ?? []).entries()) {
    expect(Math.abs(light - (second?.[index] ?? 0))).toBeLessThan(8);
  }
});
