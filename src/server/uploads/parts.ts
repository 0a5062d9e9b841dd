import type { Hash } from "node:crypto";
import { type FileHandle, mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "~/server/errors";
import type { Storage } from "~/server/platform/storage/storage";
import { gather } from "./gather";
import { flush, hashFile, toFullDisk, writeAll } from "./part-file";

/** How far a part has been hashed. */
type Hashed = { size: number; hash: Hash };

/** A state takes some 200 bytes; one that is forgotten is made again from the part. */
const MAX_HASHES = 2_000;
/** What has come in is brought to the disk along the way, so that little is left to wait for at the end. */
const FLUSH_EVERY_BYTES = 16 * 1024 * 1024;

/** What all uploads together hold in memory to write at once; each has its share, within bounds. */
const BLOCKS_BYTES = 4 * 1024 * 1024;
const MIN_BLOCK_BYTES = 64 * 1024;
const MAX_BLOCK_BYTES = 512 * 1024;

export type Parts = ReturnType<typeof createParts>;

export type PartsOptions = {
  /** Nobody else reads the pieces that sources yield, so that their memory is given back once written. */
  ownsPieces?: boolean;
};

/** What has come in of each upload: a file `<id>.part`, and in memory the hash of what is in it. */
export function createParts(
  storage: Pick<Storage, "incoming">,
  { ownsPieces = false }: PartsOptions = {},
) {
  const hashes = new Map<string, Hashed>();

  /** Of which a flush has failed: the kernel tells that once, and calls the next one a success. */
  const broken = new Map<string, Error>();
  let early: { id: string; done: Promise<unknown> } | undefined;
  let writers = 0;

  function blockBytes(): number {
    return Math.max(MIN_BLOCK_BYTES, Math.min(MAX_BLOCK_BYTES, BLOCKS_BYTES / writers));
  }

  /** One at a time, so that flushes never take all threads. */
  function flushEarly(id: string): void {
    if (early) return;
    const done = flush(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") broken.set(id, error);
    });
    early = { id, done };
    void done.finally(() => {
      early = undefined;
    });
  }

  function pathOf(id: string): string {
    return join(storage.incoming, `${id}.part`);
  }

  async function hashedUpTo(id: string, size: number): Promise<Hashed> {
    const known = hashes.get(id);
    if (known?.size === size) return known;
    return { size, hash: await hashFile(pathOf(id), size) };
  }

  function remember(id: string, hashed: Hashed): void {
    hashes.delete(id);
    hashes.set(id, hashed);
    const [oldest] = hashes.size > MAX_HASHES ? hashes.keys() : [];
    if (oldest !== undefined) hashes.delete(oldest);
  }

  return {
    pathOf,

    async create(id: string): Promise<void> {
      await mkdir(storage.incoming, { recursive: true, mode: 0o700 });
      await (await open(pathOf(id), "wx", 0o600)).close();
    },

    /** @returns bytes; null when there is no part. */
    async size(id: string): Promise<number | null> {
      const found = await stat(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      return found?.size ?? null;
    },

    /**
     * Adds what the source yields to a part of `offset` bytes.
     * @returns the part's size afterwards.
     * @throws PAYLOAD_TOO_LARGE before more than `maxBytes` are written; INSUFFICIENT_STORAGE for a
     * full disk; what the source throws, with all before it written.
     */
    async append(
      id: string,
      offset: number,
      source: AsyncIterable<Uint8Array>,
      maxBytes: number,
    ): Promise<number> {
      const { hash } = await hashedUpTo(id, offset);
      hashes.delete(id);
      const file = await open(pathOf(id), "r+");
      const state: Hashed = { size: offset, hash };
      writers += 1;
      try {
        await write(file, state, gather(source, blockBytes()), {
          end: offset + maxBytes,
          onStep: () => flushEarly(id),
          onWritten: ownsPieces ? giveBack : () => undefined,
        });
      } finally {
        writers -= 1;
        await file.close();
        remember(id, state);
      }
      return state.size;
    },

    /** @returns the SHA-256 of a part of `size` bytes, lower-case hex. */
    async digest(id: string, size: number): Promise<string> {
      const hashed = await hashedUpTo(id, size);
      return hashed.hash.copy().digest("hex");
    },

    /** @throws what a flush of this part has ever said; then its bytes may be lost. */
    async flush(id: string): Promise<void> {
      if (early?.id === id) await early.done;
      const failure = broken.get(id);
      if (failure) throw failure;
      await flush(pathOf(id));
    },

    async remove(id: string): Promise<void> {
      hashes.delete(id);
      broken.delete(id);
      await rm(pathOf(id), { force: true });
    },

    /** Of one that has become a stored object. */
    forget(id: string): void {
      hashes.delete(id);
      broken.delete(id);
    },
  };
}

type Writing = { end: number; onStep: () => void; onWritten: (pieces: Uint8Array[]) => void };

/** One block is written while the next comes in. A failed write leaves `state` behind the file. */
async function write(
  file: FileHandle,
  state: Hashed,
  blocks: AsyncIterable<Uint8Array[]>,
  { end, onStep, onWritten }: Writing,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  try {
    for await (const pieces of blocks) {
      await writing;
      const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (state.size + size > end) {
        throw new AppError("PAYLOAD_TOO_LARGE", "There are more bytes than were announced.");
      }
      writing = writeAll(file, pieces, state.size).then(() => onWritten(pieces));
      // Heard below; until then a failure must not count as one that nobody hears.
      writing.catch(() => undefined);
      for (const piece of pieces) state.hash.update(piece);
      if (crossed(state.size, state.size + size)) onStep();
      state.size += size;
    }
  } finally {
    await writing.catch((error: NodeJS.ErrnoException) => {
      state.size = -1;
      throw toFullDisk(error);
    });
  }
}

/**
 * Frees memory at once that a collector of garbage would look for in the whole heap, sixteen times per
 * gigabyte: V8 begins a full collection with each 64 MiB of buffers.
 */
function giveBack(pieces: Uint8Array[]): void {
  for (const { buffer, byteLength } of pieces) {
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer?.(0);
  }
}

function crossed(from: number, to: number): boolean {
  return Math.floor(from / FLUSH_EVERY_BYTES) < Math.floor(to / FLUSH_EVERY_BYTES);
}
