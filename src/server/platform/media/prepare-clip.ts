import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { chooseVideoWriter } from "~/server/platform/generators/builtin/encoding/choose-video-writer";
import { chooseClipReader } from "./clip/choose-clip-reader";
import type { ClipReader } from "./clip/clip-reader";
import { drawWaveform } from "./draw-waveform";
import { restrictSharp } from "./prepare-image";
import type { PrepareOrder } from "./prepare-order";
import type { Picture, PictureKind, Prepared } from "./preparer";
import { planSprite, spriteMoments } from "./schema";
import { encodeWebpWithin } from "./webp-within";

const POSTER_PIXELS = 640;
const POSTER_MAX_BYTES = 120_000;
const POSTER_AT = 0.1;
const SPRITE_MAX_BYTES = 300_000;
const PREVIEW = { fps: 15, looks: [0.15, 0.45, 0.75], secondsPerLook: 1 };
const PREVIEW_CRF = 27;
const PREVIEW_MAX_BITS_PER_SECOND = 600_000;
const PREVIEW_MAX_BYTES = 300_000;
/** Milliseconds of decoding. */
const BUDGET = { poster: 3_000, preview: 6_000, sprite: 9_000 };

type Clip = { reader: ClipReader; order: PrepareOrder };
type Film = Clip & { size: { width: number; height: number } };

/** @throws when nothing in it plays; a picture that cannot be made is left out. */
export async function prepareClip(order: PrepareOrder): Promise<Prepared> {
  restrictSharp();
  const openClip = await chooseClipReader(order.ffmpegPath);
  const reader = await openClip(order.path);
  const isFilm = order.contentType.startsWith("video/");
  const size = isFilm ? reader.size : null;
  if (!size && !reader.hasSound) throw new Error("Nothing in it plays.");
  const makers: Partial<Record<PictureKind, () => Promise<string | null>>> = size
    ? {
        poster: () => makePoster({ reader, order, size }),
        sprite: () => makeSprite({ reader, order, size }),
        preview: () => makePreview({ reader, order, size }),
      }
    : { waveform: () => drawWaveform(reader, join(order.directory, "waveform.webp")) };
  const pictures: Picture[] = [];
  const problems: string[] = [];
  for (const kind of ["poster", "sprite", "preview", "waveform"] as const) {
    const make = order.wanted.includes(kind) ? makers[kind] : undefined;
    const path = await make?.().catch((error: unknown) => {
      problems.push(`${kind}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    });
    const contentType = kind === "preview" ? "video/mp4" : "image/webp";
    if (path) pictures.push({ kind, path, contentType });
  }
  await reader.close();
  return {
    ...size,
    durationSeconds: reader.durationSeconds,
    pictures,
    ...(problems.length > 0 ? { problem: problems.join("; ") } : {}),
  };
}

function shrink({ width, height }: Film["size"], longest: number) {
  const scale = Math.min(1, longest / Math.max(width, height));
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(width), height: even(height) };
}

async function makePoster({ reader, order, size }: Film): Promise<string | null> {
  const small = shrink(size, POSTER_PIXELS);
  const moment = reader.durationSeconds * POSTER_AT;
  for await (const pixels of reader.pictures([moment], small, BUDGET.poster)) {
    const path = join(order.directory, "poster.webp");
    const picture = sharp(pixels, { raw: { ...small, channels: 4 } }).removeAlpha();
    await writeFile(path, await encodeWebpWithin(picture, POSTER_MAX_BYTES, [80, 60, 40, 20]));
    return path;
  }
  return null;
}

async function makeSprite({ reader, order, size }: Film): Promise<string | null> {
  const film = { ...size, durationSeconds: reader.durationSeconds };
  const { columns, rows, tileWidth, tileHeight } = planSprite(film);
  const raw = { width: columns * tileWidth, height: rows * tileHeight, channels: 4 as const };
  const sheet = Buffer.alloc(raw.width * raw.height * 4);
  let tile = 0;
  const tileSize = { width: tileWidth, height: tileHeight };
  for await (const pixels of reader.pictures(spriteMoments(film), tileSize, BUDGET.sprite)) {
    const [column, row] = [tile % columns, Math.floor(tile / columns)];
    for (let y = 0; y < tileHeight; y += 1) {
      const to = ((row * tileHeight + y) * raw.width + column * tileWidth) * 4;
      pixels.copy(sheet, to, y * tileWidth * 4, (y + 1) * tileWidth * 4);
    }
    tile += 1;
  }
  if (tile === 0) return null;
  const path = join(order.directory, "sprite.webp");
  const bytes = await encodeWebpWithin(
    sharp(sheet, { raw }),
    SPRITE_MAX_BYTES,
    [72, 55, 40, 25, 10],
  );
  await writeFile(path, bytes);
  return path;
}

/** Looks into three places of it; a short one from its beginning to its end. */
async function makePreview({ reader, order, size }: Film): Promise<string | null> {
  const { durationSeconds: seconds } = reader;
  const { fps, looks, secondsPerLook } = PREVIEW;
  const isShort = seconds < looks.length * secondsPerLook * 1.5;
  const perLook = fps * (isShort ? Math.min(seconds, 3) : secondsPerLook);
  const starts = isShort ? [0] : looks.map((share) => share * seconds);
  const moments = starts.flatMap((start) =>
    Array.from({ length: Math.max(1, Math.floor(perLook)) }, (_, index) => start + index / fps),
  );
  const small = shrink(size, size.width > size.height ? 426 : 480);
  const path = join(order.directory, "preview.mp4");
  const openVideo = await chooseVideoWriter(order.ffmpegPath);
  const writer = await openVideo({
    ...small,
    path,
    fps,
    source: small,
    crf: PREVIEW_CRF,
    maxBitsPerSecond: PREVIEW_MAX_BITS_PER_SECOND,
  });
  for await (const pixels of reader.pictures(moments, small, BUDGET.preview)) {
    await writer.write(Buffer.from(pixels));
  }
  await writer.finish();
  return (await stat(path)).size <= PREVIEW_MAX_BYTES ? path : null;
}
