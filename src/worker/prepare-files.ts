import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import {
  claimUnprepared,
  keepPrepared,
  releaseUnprepared,
  type Unprepared,
} from "~/server/media/service";
import type { Database } from "~/server/platform/db";
import type { Logger } from "~/server/platform/log";
import type { PictureKind, Prepared, Preparer } from "~/server/platform/media/preparer";
import type { Storage } from "~/server/platform/storage/storage";
import { inWorkDirectory } from "./work-directory";

export type PrepareContext = {
  db: Database;
  storage: Storage;
  preparer: Preparer;
  log: Logger;
};

/** A bucket's larger ones are not fetched to be looked at. */
const MAX_FETCHED_BYTES = 1024 ** 3;

const WANTED: Record<Unprepared["kind"], readonly PictureKind[]> = {
  upload: ["poster", "preview", "sprite", "waveform"],
  // Its poster and its preview came with it.
  video: ["sprite"],
};

// Said once by each process, not for every film.
let hasSaidNoDecoder = false;

/** Looks into one file after the other until the signal aborts. */
export async function prepareFiles(
  ctx: PrepareContext,
  { workRoot, tickMs, signal }: { workRoot: string; tickMs: number; signal: AbortSignal },
): Promise<void> {
  while (!signal.aborted) {
    const isBusy = await prepareNext(ctx, { workRoot, signal }).catch((error: unknown) => {
      ctx.log.warn({ err: error }, "A file could not be looked into");
      return false;
    });
    if (!isBusy) await wait(tickMs, undefined, { signal }).catch(() => undefined);
  }
}

/** @returns whether there was one. */
export async function prepareNext(
  ctx: PrepareContext,
  { workRoot, signal }: { workRoot: string; signal: AbortSignal },
): Promise<boolean> {
  const file = await claimUnprepared(ctx);
  if (!file) return false;
  try {
    await inWorkDirectory(workRoot, async (directory) => {
      await keepPrepared(ctx, file, await prepare(ctx, file, directory, signal));
    });
  } catch (error) {
    await releaseUnprepared(ctx, file, { isFree: signal.aborted });
    if (!signal.aborted) throw error;
  }
  return true;
}

async function prepare(
  ctx: PrepareContext,
  file: Unprepared,
  directory: string,
  signal: AbortSignal,
): Promise<Prepared> {
  const { contentType, kind } = file;
  const log = ctx.log.child({ fileId: file.id });
  if (!/^(image|video|audio)\//.test(contentType)) return { pictures: [] };
  const path = await findPath(ctx.storage, file, join(directory, "source"), signal);
  if (!path) {
    log.info({ size: file.size }, "Too large to be fetched and looked into");
    return { pictures: [] };
  }
  const wanted = WANTED[kind];
  const prepared = await ctx.preparer.prepare({ path, contentType, wanted, directory, signal });
  if (prepared.isWithoutDecoder && !hasSaidNoDecoder) {
    hasSaidNoDecoder = true;
    log.warn("Films and sounds get no pictures: install node-av, or set FFMPEG_PATH");
  }
  if (prepared.problem) log.info({ problem: prepared.problem }, "Less was found than could be");
  return prepared;
}

async function findPath(storage: Storage, file: Unprepared, copy: string, signal: AbortSignal) {
  if (storage.localPath) return storage.localPath(file.storageKey);
  if (file.size > MAX_FETCHED_BYTES) return null;
  const source = await storage.openRange(file.storageKey, { start: 0, end: file.size - 1 });
  await pipeline(source, createWriteStream(copy), { signal });
  return copy;
}
