import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import {
  constants,
  copyFile,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  statfs,
  unlink,
} from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { exactly } from "./exactly.ts";
import { requireStorageKey } from "./key.ts";
import { createOpenFiles } from "./open-files.ts";
import { requireRange } from "./range.ts";
import type { Storage } from "./storage.ts";

/** One read. Smaller ones cost up to 1.8 times the processor time per byte on their way out. */
const READ_BYTES = 1024 * 1024;
/** A copy that is going on changes its part file all the time; an older one lost its process. */
const ABANDONED_PART_MS = 60 * 60 * 1000;

/**
 * Objects as files below one folder, each written beside the others as a part file, flushed, and
 * renamed into place.
 * @param rootUrl - an absolute `file:` URL; the folder is made when it is missing.
 */
export function createDiskStorage(rootUrl: string): Storage {
  const root = rootPath(rootUrl);
  const parts = join(root, ".parts");
  const openShared = createOpenFiles();
  let swept = false;

  function pathOf(key: string): string {
    return join(root, ...requireStorageKey(key).split("/"));
  }

  async function openPart(): Promise<string> {
    await mkdir(parts, { recursive: true, mode: 0o700 });
    if (!swept) {
      swept = true;
      await removeAbandoned(parts);
    }
    return join(parts, randomUUID());
  }

  async function moveIn(part: string, path: string) {
    await flush(part);
    await makeDurableDirectory(root, dirname(path));
    await rename(part, path);
    await flush(dirname(path));
  }

  const storage: Storage = {
    async putFile(key, source) {
      const path = pathOf(key);
      const part = await openPart();
      try {
        await copyFile(source, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        const { size } = await stat(part);
        await moveIn(part, path);
        return { size };
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },

    incoming: join(root, ".incoming"),

    async adopt(key, source) {
      const path = pathOf(key);
      const { size } = await stat(source);
      await moveIn(source, path);
      return { size };
    },

    async putStream(key, source, size) {
      const path = pathOf(key);
      const part = await openPart();
      try {
        await pipeline(source, exactly(size), createWriteStream(part, { flags: "wx" }));
        await moveIn(part, path);
        return { size };
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },

    async openRange(key, { start, end }): Promise<Readable> {
      requireRange({ start, end });
      const file = await open(pathOf(key), constants.O_RDONLY | constants.O_NOFOLLOW);
      return file.createReadStream({ start, end, highWaterMark: READ_BYTES });
    },

    openLocal(key) {
      return openShared(pathOf(key));
    },

    localPath: pathOf,

    async settle(key) {
      await flush(pathOf(key));
      await flush(dirname(pathOf(key)));
    },

    async stat(key) {
      const found = await stat(pathOf(key)).catch(nullIfMissing);
      return found?.isFile() ? { size: found.size } : null;
    },

    async delete(key) {
      await unlink(pathOf(key)).catch(nullIfMissing);
    },

    async probe() {
      const written = randomUUID();
      const path = join(parts, written);
      await mkdir(parts, { recursive: true, mode: 0o700 });
      const file = await open(path, "wx+");
      try {
        await file.writeFile(written);
        await file.sync();
        const { buffer } = await file.read(Buffer.alloc(written.length), 0, written.length, 0);
        if (buffer.toString() !== written)
          throw new Error("The storage lost what was written to it.");
      } finally {
        await file.close();
        await rm(path, { force: true });
      }
    },

    async findSpace() {
      await mkdir(root, { recursive: true, mode: 0o700 });
      const { bavail, blocks, bsize } = await statfs(root);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    },
  };
  return storage;
}

function rootPath(rootUrl: string): string {
  if (!rootUrl.startsWith("file:/")) {
    throw new Error("STORAGE_URL names a folder by its whole path, as file:/path/to/folder.");
  }
  const path = fileURLToPath(rootUrl);
  return path.endsWith(sep) ? path.slice(0, -1) : path;
}

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new folder's name is durable only when the folder above is flushed too. */
async function makeDurableDirectory(root: string, directory: string): Promise<void> {
  const made = await mkdir(directory, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  const steps = relative(root, directory).split(sep).filter(Boolean);
  for (let depth = 0; depth < steps.length; depth += 1) {
    await flush(join(root, ...steps.slice(0, depth)));
  }
}

async function removeAbandoned(parts: string): Promise<void> {
  for (const name of await readdir(parts)) {
    const path = join(parts, name);
    const found = await stat(path).catch(nullIfMissing);
    if (found && Date.now() - found.mtimeMs > ABANDONED_PART_MS) await rm(path, { force: true });
  }
}
