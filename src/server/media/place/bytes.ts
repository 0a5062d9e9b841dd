import { type FileHandle, open } from "node:fs/promises";

/** A file that is read at random and changed in place: nothing in it ever moves. */
export type Bytes = {
  size: number;
  /** Shorter at the end of the file. */
  read(position: number, length: number): Promise<Buffer>;
  write(position: number, bytes: Uint8Array): Promise<void>;
  /** What was written, in its order. */
  readonly patches: readonly { position: number; length: number }[];
};

/** Runs `edit` over a file; what it wrote is durable when this resolves. */
export async function editBytes(path: string, edit: (bytes: Bytes) => Promise<void>) {
  const file = await open(path, "r+");
  try {
    const bytes = await wrap(file);
    await edit(bytes);
    if (bytes.patches.length > 0) await file.sync();
    return { isChanged: bytes.patches.length > 0 };
  } finally {
    await file.close();
  }
}

async function wrap(file: FileHandle): Promise<Bytes> {
  const { size } = await file.stat();
  const patches: { position: number; length: number }[] = [];
  return {
    size,
    patches,
    async read(position, length) {
      const end = Math.min(size, position + length);
      const buffer = Buffer.alloc(Math.max(0, end - Math.max(0, position)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      return buffer.subarray(0, bytesRead);
    },
    async write(position, bytes) {
      if (position < 0 || position + bytes.length > size) throw new RangeError("outside the file");
      await file.write(bytes, 0, bytes.length, position);
      patches.push({ position, length: bytes.length });
    },
  };
}

const WINDOW = 1024 * 1024;
/** A file full of what looks like a beginning is not worth more. */
const MAX_FOUND = 2_000;

/** Where any of the patterns begins, anywhere in the file, in ascending order within a window. */
export async function* findAll(bytes: Bytes, patterns: readonly Buffer[]) {
  const overlap = Math.max(...patterns.map(({ length }) => length)) - 1;
  let found = 0;
  for (let start = 0; start < bytes.size; start += WINDOW) {
    const window = await bytes.read(start, WINDOW + overlap);
    for (const pattern of patterns) {
      let at = window.indexOf(pattern);
      while (at >= 0) {
        found += 1;
        if (found > MAX_FOUND) return;
        yield start + at;
        at = window.indexOf(pattern, at + 1);
      }
    }
  }
}
