import { close, constants, fstat, open, read } from "node:fs";
import type { OpenObject } from "./storage.ts";

/** A player asks for one range after the other; opening and closing cost as much as sending 64 KiB. */
const IDLE_MS = 500;
const MAX_IDLE = 256;

/** A file that so many ask for without a pause is kept in memory meanwhile: reading costs a third of sending. */
const HOT_READERS = 4;
const MAX_HOT_FILE_BYTES = 4 * 1024 * 1024;
/** In all, also while clients are slow to take it. */
const MAX_HOT_BYTES = 16 * 1024 * 1024;

type Shared = {
  descriptor: Promise<number>;
  uses: number;
  readers: number;
  idleSince: number;
  /** Bytes of `MAX_HOT_BYTES` that it has, or is about to have. */
  hotBytes: number;
  content: Buffer | null;
};

/**
 * Readers of one file share its descriptor, which stays open for half a second after the last. Only
 * for files that never change: what is deleted keeps its place on the disk until then.
 */
export function createOpenFiles(now: () => number = () => performance.now()) {
  const files = new Map<string, Shared>();
  let hotBytes = 0;
  let sweeping: NodeJS.Timeout | undefined;

  function sweep() {
    let idle = [...files].filter(([, { uses }]) => uses === 0);
    const tooMany = idle.length - MAX_IDLE;
    idle = idle.filter(([, { idleSince }], at) => at < tooMany || now() - idleSince >= IDLE_MS);
    for (const [path, shared] of idle) {
      files.delete(path);
      hotBytes -= shared.hotBytes;
      shared.descriptor.then((found) => close(found, () => undefined)).catch(() => undefined);
    }
    if (files.size > 0) return;
    clearInterval(sweeping);
    sweeping = undefined;
  }

  function share(path: string): Shared {
    const known = files.get(path);
    if (known) return known;
    const descriptor = openDescriptor(path);
    const counts = { uses: 0, readers: 0, idleSince: 0, hotBytes: 0 };
    const fresh: Shared = { descriptor, ...counts, content: null };
    descriptor.catch(() => files.delete(path));
    files.set(path, fresh);
    sweeping ??= setInterval(sweep, IDLE_MS).unref();
    return fresh;
  }

  /** Whoever reads it is in use of it, so that it is not swept meanwhile. */
  async function warm(shared: Shared): Promise<void> {
    const descriptor = await shared.descriptor;
    const size = await sizeOf(descriptor);
    if (size === 0 || size > MAX_HOT_FILE_BYTES || hotBytes + size > MAX_HOT_BYTES) return;
    shared.hotBytes = size;
    hotBytes += size;
    const content = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    while (filled < size) {
      const count = await readAt(descriptor, content.subarray(filled), size - filled, filled);
      if (count === 0) return;
      filled += count;
    }
    shared.content = content;
  }

  /** @throws what open(2) says. */
  return async function openShared(path: string): Promise<OpenObject> {
    const shared = share(path);
    shared.uses += 1;
    shared.readers += 1;
    const descriptor = await shared.descriptor;
    const finish = () => {
      shared.uses -= 1;
      shared.idleSince = now();
    };
    if (shared.readers === HOT_READERS) {
      shared.uses += 1;
      // Who asks next reads from the disk as before.
      warm(shared)
        .catch(() => undefined)
        .finally(finish);
    }
    return {
      read: (buffer, length, position) => readAt(descriptor, buffer, length, position),
      peek: (length, position) => shared.content?.subarray(position, position + length) ?? null,
      close: finish,
    };
  };
}

// By callbacks: the promises of node:fs cost a small range a tenth of its time.
function openDescriptor(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    open(path, constants.O_RDONLY | constants.O_NOFOLLOW, (error, descriptor) =>
      error ? reject(error) : resolve(descriptor),
    );
  });
}

function sizeOf(descriptor: number): Promise<number> {
  return new Promise((resolve, reject) => {
    fstat(descriptor, (error, found) => (error ? reject(error) : resolve(found.size)));
  });
}

function readAt(
  descriptor: number,
  buffer: Buffer,
  length: number,
  position: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, buffer, 0, length, position, (error, count) =>
      error ? reject(error) : resolve(count),
    );
  });
}
