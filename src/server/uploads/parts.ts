import { createHash, type Hash } from "node:crypto";
import { type FileHandle, mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "~/server/errors";
import type { Storage } from "~/server/platform/storage/storage";
import { gather } from "./gather";

/** How far a part has been hashed. */
type Hashed = { size: number; hash: Hash };

/** A state takes some 200 bytes; one that is forgotten is made again from the part. */
const MAX_HASHES = 2_000;
const READ_BYTES = 1024 * 1024;
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

  let isFlushing = false;
  let writers = 0;

  function blockBytes(): number {
    return Math.max(MIN_BLOCK_BYTES, Math.min(MAX_BLOCK_BYTES, BLOCKS_BYTES / writers));
  }

  /** One at a time, so that flushes never take all threads; what fails now fails again at the end. */
  function flushEarly(id: string): void {
    if (isFlushing) return;
    isFlushing = true;
    flush(pathOf(id))
      .catch(() => undefined)
      .finally(() => {
        isFlushing = false;
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

    async remove(id: string): Promise<void> {
      hashes.delete(id);
      await rm(pathOf(id), { force: true });
    },

    /** Of one that has become a stored object. */
    forget(id: string): void {
      hashes.delete(id);
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

/** Into one buffer: a stream's would be a gigabyte of garbage for a part of that size. */
async function hashFile(path: string, size: number): Promise<Hash> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafeSlow(Math.min(size, READ_BYTES));
  const file = await open(path, "r");
  try {
    for (let position = 0; position < size; ) {
      const length = Math.min(buffer.length, size - position);
      const { bytesRead } = await file.read(buffer, 0, length, position);
      if (bytesRead === 0) throw new Error(`The part is ${size - position} bytes short.`);
      hash.update(buffer.subarray(0, bytesRead));
      position += bytesRead;
    }
  } finally {
    await file.close();
  }
  return hash;
}

/** Resolves once what a file holds is on the disk. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, pieces: Uint8Array[], position: number): Promise<void> {
  let rest = pieces;
  let at = position;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest, at);
    at += bytesWritten;
    rest = after(rest, bytesWritten);
  }
}

/** A write may take less than it was given (write(2)). */
function after(pieces: Uint8Array[], count: number): Uint8Array[] {
  let skip = count;
  return pieces.flatMap((piece) => {
    const skipped = Math.min(skip, piece.length);
    skip -= skipped;
    return skipped < piece.length ? [piece.subarray(skipped)] : [];
  });
}

/** @returns INSUFFICIENT_STORAGE for a disk or a disk quota that is full, else the error itself. */
export function toFullDisk(error: NodeJS.ErrnoException): Error {
  if (error.code !== "ENOSPC" && error.code !== "EDQUOT") return error;
  const sentence = "There is no room left on T2M's disk. Tell whoever runs it; try again later.";
  return new AppError("INSUFFICIENT_STORAGE", sentence, { cause: error });
}
