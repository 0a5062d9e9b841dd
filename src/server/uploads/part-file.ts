import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { AppError } from "~/server/errors";

const READ_BYTES = 1024 * 1024;

/**
 * The SHA-256 of the first `size` bytes, read into one buffer: a stream's would be a gigabyte of garbage
 * for a part of that size.
 */
export async function hashFile(path: string, size: number): Promise<Hash> {
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

/** Writes all of the pieces, however many writes that takes. */
export async function writeAll(
  file: FileHandle,
  pieces: Uint8Array[],
  position: number,
): Promise<void> {
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
